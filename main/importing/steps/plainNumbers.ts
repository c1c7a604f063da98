import { missingTest } from './cellNotes.ts';
import type { StepContext, StepOf } from './step.ts';

/** As many rows as the decimals of a column are counted in. */
export const DECIMALS_SEEN = 20_000;

interface NumberColumn {
  cell: string;
  step: StepOf<'setColumn'>;
}

/**
 * The columns of a table, `from`, of which every cell is a number as the engine itself reads one, empty, or a mark: their most decimals.
 * One query for all of them; the patterns for figures of all kinds are compiled, column by column, for the others alone. Empty for a long table.
 */
export async function plainNumbers<C>(
  from: string,
  columns: ReadonlyMap<C, NumberColumn>,
  context: StepContext,
): Promise<Map<C, number>> {
  const asked = [...columns].filter(
    ([, { step }]) =>
      step.type === 'number' && step.decimal === '.' && !step.missing.some((mark) => /\.\d/.test(mark)),
  );
  if (asked.length === 0) return new Map();
  const cells = asked.map(([, { cell }], i) => `${cell} AS n${i}`);
  const tests = asked.flatMap(([, { step }], i) => {
    const is = `coalesce(isfinite(TRY_CAST(n${i} AS DOUBLE)) AND NOT contains(n${i}, '_'), false)`;
    const marks = missingTest(`n${i}`, [...step.missing, ...(step.zero ?? [])]);
    const decimals = `CASE WHEN contains(n${i}, '.') AND ${is} AND NOT contains(lower(n${i}), 'e') THEN length(trim(n${i})) - strpos(trim(n${i}), '.') ELSE 0 END`;
    return [`count(*) FILTER (WHERE NOT ${is} AND NOT ${marks})`, `max(${decimals})`];
  });
  const [[rows = 0, ...found] = []] = await context.rows(
    `SELECT count(*), ${tests.join(', ')} FROM (SELECT ${cells.join(', ')} FROM ${from} LIMIT ${DECIMALS_SEEN})`,
  );
  if (Number(rows) >= DECIMALS_SEEN) return new Map();
  return new Map(
    asked.flatMap(([column], i) => (found[2 * i] === 0 ? [[column, Number(found[2 * i + 1] ?? 0)]] : [])),
  );
}
