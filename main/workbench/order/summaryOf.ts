import type { CallResult } from '../../../shared/contract/index.ts';
import type { Rows } from '../../../shared/contract/tables.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { join, name, sql } from '../../../shared/views/sql.ts';
import { flatRows, inRanges } from './flatRows.ts';
import { groupTree } from './groupTree.ts';
import { type OrderProject, orderSpec, ordersOf } from './orders.ts';

type Summary = CallResult<'tables.summary'>;

/** Counts of columns over rows `from` to `to`, and of the numbers among them the sum, the least and the most. */
export async function summaryOf(
  project: OrderProject,
  { rows, from, to, columns }: { rows: Rows; from: number; to: number; columns: readonly string[] },
  signal?: AbortSignal,
): Promise<Summary> {
  const spec = orderSpec(project, rows);
  const chosen = columns.map((id) => columnOf(spec.table, id));
  const empty: Summary = { count: 0, numbers: 0, sum: 0, least: null, most: null };
  if (chosen.length === 0 || to < from) return empty;
  const totals = chosen.map(({ id, type }) =>
    type === 'number'
      ? sql`count(${name(id)}), sum(${name(id)}), min(${name(id)}), max(${name(id)})`
      : sql`count(${name(id)}), NULL, NULL, NULL`,
  );
  const isGrouped = rows.groups.length > 0;
  // Groups and subtotals are no rows of the table: what they say stands in their leaves.
  const ranges = isGrouped
    ? flatRows(await groupTree(project, spec, rows, signal), rows.open).leafRanges(Math.max(0, from), to)
    : [[Math.max(0, from), to] as const];
  const [row = []] = await ordersOf(project).using(
    project,
    spec,
    async (places) => {
      const first = ranges[0]?.[0] ?? 0;
      const last = Math.min(ranges.at(-1)?.[1] ?? -1, places.total - 1);
      if (last < first) return [[]];
      // All rows need no order.
      const isAll = ranges.length === 1 && first === 0 && last === places.total - 1;
      const slice = isAll ? places.from : await places.slice(first, last, signal);
      const chosenRows = ranges.length > 1 ? sql`${slice} WHERE ${inRanges(ranges)}` : slice;
      return await project.engine.rows(sql`SELECT ${join(totals, ', ')} FROM ${chosenRows}`, signal);
    },
    signal,
  );
  return chosen.reduce<Summary>((sofar, { type }, i) => {
    const [count, sum, least, most] = row
      .slice(i * 4, i * 4 + 4)
      .map((cell) => (cell === null ? null : Number(cell)));
    return {
      count: sofar.count + (count ?? 0),
      numbers: sofar.numbers + (type === 'number' ? (count ?? 0) : 0),
      sum: sofar.sum + (sum ?? 0),
      least: extreme(Math.min, sofar.least, least ?? null),
      most: extreme(Math.max, sofar.most, most ?? null),
    };
  }, empty);
}

function extreme(pick: (a: number, b: number) => number, a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : pick(a, b);
}
