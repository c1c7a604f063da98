import { cellAtPoint, gridViewport, headerHeight } from './agDom.ts';
import { activeCell, boundsOf, type CellPosition, type CellRange, isInside } from './cellRange.ts';
import type { TableGrid } from './tableGrid.ts';

// Whole rows, whole columns and the whole table. The view stays where it is: the active cell is one that is on the screen.

export function selectAll(grid: TableGrid): void {
  const last = lastCell(grid);
  const { range } = grid.store.getState();
  const active = range ? activeCell(range) : undefined;
  grid.select({ anchor: { row: 0, column: 0 }, head: last, active }, { reveal: 'nothing' });
}

/** The columns of the active range, whole. */
export function selectColumns(grid: TableGrid): void {
  const { range } = grid.store.getState();
  if (!range) return;
  const { left, right } = boundsOf(range);
  const last = lastCell(grid);
  const whole = { anchor: { row: 0, column: left }, head: { row: last.row, column: right } };
  select(grid, whole, activeCell(range));
}

/** The rows of the active range, whole. */
export function selectRows(grid: TableGrid): void {
  const { range } = grid.store.getState();
  if (!range) return;
  const { top, bottom } = boundsOf(range);
  const whole = { anchor: { row: top, column: 0 }, head: { row: bottom, column: lastCell(grid).column } };
  select(grid, whole, activeCell(range));
}

/** Columns from one to another as a click or a drag on their heads selects them; the first row on the screen gets the keyboard. */
export function wholeColumns(grid: TableGrid, from: number, to: number): CellRange {
  const { row } = lastCell(grid);
  const first = Math.min(row, firstSeenRow(grid));
  return {
    anchor: { row: 0, column: from },
    head: { row, column: to },
    active: { row: first, column: from },
  };
}

export function wholeRows(grid: TableGrid, from: number, to: number): CellRange {
  return { anchor: { row: from, column: 0 }, head: { row: to, column: lastCell(grid).column } };
}

function select(grid: TableGrid, whole: CellRange, active: CellPosition | undefined): void {
  const { others } = grid.store.getState();
  const kept = active && isInside(active, boundsOf(whole)) ? { ...whole, active } : whole;
  grid.select(kept, { others, reveal: 'nothing' });
}

function lastCell(grid: TableGrid): CellPosition {
  const { total, columns } = grid.store.getState();
  return { row: Math.max(0, total - 1), column: Math.max(0, columns.length - 1) };
}

function firstSeenRow({ host, api, rowHeight }: TableGrid): number {
  const { left, top } = gridViewport(host).getBoundingClientRect();
  const hit = cellAtPoint(host, left + 4, top + headerHeight(host) + rowHeight / 2);
  return Math.max(0, hit?.row ?? api.getFirstDisplayedRowIndex());
}
