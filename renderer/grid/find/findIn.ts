import type { CallArgs, CallResult } from '../../../shared/contract/index.ts';
import { client } from '../../app/client.ts';
import { activeCell, type CellPosition, type RangeBounds } from '../cellRange.ts';
import { rowOrder, rowsOf } from '../rowOrder.ts';
import type { TableGrid } from '../tableGrid.ts';
import { useFind } from './findState.ts';

const MOST = 10_000;

type Asked = Pick<CallArgs<'tables.find'>, 'within' | 'from' | 'limit'>;

/** Cells that match, of the columns that are shown, or of those of `bounds`. */
export async function find(
  grid: TableGrid,
  asked: Asked & { bounds?: RangeBounds | null },
  signal?: AbortSignal,
): Promise<CallResult<'tables.find'>> {
  const { text, regex, caseSensitive, whole } = useFind.getState();
  const { table } = grid.actions;
  const { bounds, ...rest } = asked;
  const columns = bounds ? grid.columns.slice(bounds.left, bounds.right + 1) : grid.columns;
  const within = bounds ? { top: bounds.top, bottom: bounds.bottom, ...rest.within } : rest.within;
  return await client().call(
    'tables.find',
    {
      rows: rowsOf(table, rowOrder(table)),
      columns: columns.map(({ id }) => id),
      text,
      regex,
      caseSensitive,
      whole,
      ...rest,
      ...(within && { within }),
    },
    signal ? { signal } : {},
  );
}

/** The hit after the active cell, or before it; past the last one the first follows. Null where there is none. */
export async function nextHit(
  grid: TableGrid,
  by: 1 | -1,
  bounds: RangeBounds | null,
): Promise<CellPosition | null> {
  if (useFind.getState().text === '') return null;
  const { range, total } = grid.store.getState();
  const top = bounds?.top ?? 0;
  const bottom = bounds?.bottom ?? total - 1;
  const here = range ? activeCell(range) : { row: top, column: -1 };
  const place = ({ position, column }: { position: number; column: string }): CellPosition => ({
    row: position,
    column: grid.columns.findIndex(({ id }) => id === column),
  });
  const isAfter = (cell: CellPosition) =>
    cell.row > here.row || (cell.row === here.row && cell.column > here.column);
  const isBefore = (cell: CellPosition) =>
    cell.row < here.row || (cell.row === here.row && cell.column < here.column);
  if (by > 0) {
    const width = grid.columns.length;
    const from = Math.max(top, Math.min(here.row, bottom));
    const { hits } = await find(grid, { from, limit: width + 1, bounds });
    const next = hits.map(place).find(isAfter);
    if (next) return next;
    const first = (await find(grid, { from: top, limit: 1, bounds })).hits[0];
    return first ? place(first) : null;
  }
  const before = await lastHits(grid, top, Math.min(here.row, bottom), bounds);
  const last = before.map(place).findLast(isBefore);
  if (last) return last;
  const earlier = await lastHits(grid, top, Math.min(here.row - 1, bottom), bounds);
  const found = earlier.at(-1) ?? (await lastHits(grid, top, bottom, bounds)).at(-1);
  return found ? place(found) : null;
}

/** The last hits of rows: a part that has none is passed over by halves, each asked for its count alone. */
async function lastHits(
  grid: TableGrid,
  top: number,
  bottom: number,
  bounds: RangeBounds | null,
): Promise<CallResult<'tables.find'>['hits']> {
  if (bottom < top) return [];
  const { hits, total } = await find(grid, { from: top, limit: MOST, within: { top, bottom }, bounds });
  if (total <= MOST || top === bottom) return hits;
  const middle = Math.floor((top + bottom) / 2);
  const later = await lastHits(grid, middle + 1, bottom, bounds);
  return later.length > 0 ? later : await lastHits(grid, top, middle, bounds);
}

/** Which hit a cell is, counted from 1; null where it is none. */
export async function rankOf(
  grid: TableGrid,
  cell: CellPosition,
  bounds: RangeBounds | null,
): Promise<number | null> {
  const top = bounds?.top ?? 0;
  const bottom = bounds?.bottom ?? grid.store.getState().total - 1;
  if (cell.row < top || cell.row > bottom) return null;
  const row = { top: cell.row, bottom: cell.row };
  const { hits } = await find(grid, { from: cell.row, within: row, bounds });
  const own = hits.findIndex(({ column }) => column === grid.column(cell.column)?.id);
  if (own < 0) return null;
  if (cell.row === top) return own + 1;
  const before = await find(grid, { from: 0, limit: 0, within: { top, bottom: cell.row - 1 }, bounds });
  return before.total + own + 1;
}

/** F3 and shift+F3, whether or not the panel is open. */
export async function goToHit(grid: TableGrid, by: 1 | -1, bounds: RangeBounds | null = null): Promise<void> {
  const hit = await nextHit(grid, by, bounds);
  if (hit) await grid.goTo(hit);
}
