import type { CallResult } from '../../../shared/contract/index.ts';
import type { Rows } from '../../../shared/contract/tables.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { join, name, sql } from '../../../shared/views/sql.ts';
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
  const [row = []] = await ordersOf(project).using(
    project,
    spec,
    async (places) => {
      const first = Math.max(0, from);
      const last = Math.min(to, places.total - 1);
      if (last < first) return [[]];
      // All rows need no order.
      const isAll = first === 0 && last === places.total - 1;
      const chosenRows = isAll ? places.from : await places.slice(first, last, signal);
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
