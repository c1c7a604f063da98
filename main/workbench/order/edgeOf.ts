import type { Rows } from '../../../shared/contract/tables.ts';
import { valueAt } from '../../../shared/contract/vectors.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { name, sql, trusted } from '../../../shared/views/sql.ts';
import { type OrderProject, orderSpec, ordersOf } from './orders.ts';
import type { RowPlaces } from './rowPlaces.ts';
import { windowOf } from './windowOf.ts';

/** Rows that are looked through at first: most edges are near. */
const NEAR = 2000;
const FAR = 200_000;

/**
 * Where a spreadsheet goes with ctrl and an arrow: from inside a run of filled cells to its end; from its end, or from an empty cell, to the
 * next filled one; where there is none, to the end of the rows.
 */
export async function edgeOf(
  project: OrderProject,
  asked: { rows: Rows; column: string; from: number; direction: 1 | -1 },
  signal?: AbortSignal,
): Promise<{ to: number }> {
  const spec = orderSpec(project, asked.rows);
  const column = columnOf(spec.table, asked.column);
  const { direction } = asked;
  if (asked.rows.groups.length > 0) return await groupedEdge(project, asked, signal);
  return await ordersOf(project).using(
    project,
    spec,
    async (places) => {
      const end = direction > 0 ? places.total - 1 : 0;
      const from = Math.max(0, Math.min(asked.from, places.total - 1));
      if (places.total === 0 || from === end) return { to: Math.max(0, end) };
      const look: Look = { project, places, column: column.id, direction, signal };
      const here = (await nearest(look, from, from, 'IS NOT NULL')) !== null;
      const next = (await nearest(look, from + direction, from + direction, 'IS NOT NULL')) !== null;
      const isRun = here && next;
      let first = from + direction;
      for (const reach of [NEAR, FAR, Number.POSITIVE_INFINITY]) {
        const last = direction > 0 ? Math.min(end, first + reach) : Math.max(end, first - reach);
        const found = await nearest(look, first, last, isRun ? 'IS NULL' : 'IS NOT NULL');
        if (found !== null) return { to: isRun ? found - direction : found };
        if (last === end) break;
        first = last + direction;
      }
      return { to: end };
    },
    signal,
  );
}

/** The same among groups and subtotals, whose cells may be filled as well: looked through window by window. */
async function groupedEdge(
  project: OrderProject,
  { rows, column, from, direction }: { rows: Rows; column: string; from: number; direction: 1 | -1 },
  signal?: AbortSignal,
): Promise<{ to: number }> {
  let first = from;
  let inRun: boolean | null = null;
  for (let reach = NEAR; ; reach = Math.min(FAR, reach * 8)) {
    const start = direction > 0 ? first : Math.max(0, first - reach + 1);
    const count = direction > 0 ? reach : first - start + 1;
    const window = await windowOf(project, { rows, from: start, count }, signal);
    const vector = window.columns[column];
    const length = window.ids.length;
    if (!vector || length === 0) return { to: Math.max(0, Math.min(from, window.total - 1)) };
    const filled = (at: number) => valueAt(vector, at - start) !== null;
    const last = direction > 0 ? start + length - 1 : start;
    const end = direction > 0 ? window.total - 1 : 0;
    if (from === end) return { to: end };
    for (let at = first; direction > 0 ? at <= last : at >= last; at += direction) {
      if (at === from) continue;
      inRun ??= filled(from) && filled(at);
      if (inRun && !filled(at)) return { to: at - direction };
      if (!inRun && filled(at)) return { to: at };
    }
    if (last === end) return { to: end };
    first = last + direction;
  }
}

interface Look {
  readonly project: OrderProject;
  readonly places: RowPlaces;
  readonly column: string;
  readonly direction: 1 | -1;
  readonly signal: AbortSignal | undefined;
}

/** The position nearest to `first` on the way to `last` whose cell is empty, or filled. */
async function nearest(
  { project, places, column, direction, signal }: Look,
  first: number,
  last: number,
  is: 'IS NULL' | 'IS NOT NULL',
): Promise<number | null> {
  const rows = await places.slice(Math.min(first, last), Math.max(first, last), signal);
  const pick = trusted(direction > 0 ? 'min' : 'max');
  const [[key = null] = []] = await project.engine.rows(
    sql`SELECT ${pick}(_at) FROM ${rows} WHERE ${name(column)} ${trusted(is)}`,
    signal,
  );
  return key === null ? null : await places.positionOf(Number(key), signal);
}
