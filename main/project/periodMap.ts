import { Problem } from '../../shared/contract/problem.ts';
import { periodOfText, periodText } from '../../shared/periods/periodText.ts';
import type { Run } from './run.ts';

/** Code -> canonical text: what is written to Parquet must be readable without this program. */
export const PERIOD_TEXTS = 'internal.period_texts';

export async function createPeriodMap(run: Run): Promise<void> {
  await run({ sql: 'CREATE SCHEMA internal' });
  await run({ sql: `CREATE TABLE ${PERIOD_TEXTS} (code INTEGER, spelt VARCHAR)` });
}

/** Makes sure that every code that `select` (one column, `code`) yields has its text. */
export async function mapCodes(run: Run, select: string): Promise<void> {
  const missing = await run({
    sql: `SELECT DISTINCT code FROM (${select}) WHERE code IS NOT NULL AND code NOT IN (SELECT code FROM ${PERIOD_TEXTS})`,
  });
  await add(
    run,
    PERIOD_TEXTS,
    missing.map(([code]) => [Number(code), periodText(Number(code))]),
  );
}

/** Problem `project.bad-period` where one of the texts that `select` (one column, `spelt`) yields is no canonical period. */
export async function checkTexts(run: Run, select: string): Promise<void> {
  const texts = await run({ sql: `SELECT DISTINCT spelt FROM (${select}) WHERE spelt IS NOT NULL` });
  for (const [spelt] of texts) {
    if (periodOfText(String(spelt)) === null)
      throw new Problem({ code: 'project.bad-period', message: `"${spelt}" is not a period.` });
  }
}

/** The code of a canonical text, as SQL: a join with a map would cost the rows their order, and a sort to bring it back. See `periodOfText`. */
export function codeExpression(text: string): string {
  const part = (from: number, length: string | number) =>
    `TRY_CAST(substring(${text}, ${from}, ${length}) AS INTEGER)`;
  const year = `${part(1, 4)} * 12`;
  return (
    `CASE WHEN length(${text}) = 4 THEN (${year}) * 1000 + 12 ` +
    `WHEN substring(${text}, 6, 1) = 'Q' THEN (${year} + (${part(7, 1)} - 1) * 3) * 1000 + 3 ` +
    `WHEN length(${text}) = 7 THEN (${year} + ${part(6, 2)} - 1) * 1000 + 1 ` +
    `ELSE (${year} + ${part(6, 2)} - 1) * 1000 + ${part(10, `length(${text}) - 10`)} END`
  );
}

async function add(run: Run, map: string, pairs: readonly (readonly [number, string])[]): Promise<void> {
  for (let from = 0; from < pairs.length; from += 500) {
    const part = pairs.slice(from, from + 500);
    await run({
      sql: `INSERT INTO ${map} VALUES ${part.map(() => '(?, ?)').join(', ')}`,
      values: part.flat(),
    });
  }
}
