import type { Column } from '../../../shared/model/table.ts';
import { boundsOf, isInside } from '../cellRange.ts';
import { allRanges } from '../severalRanges.ts';
import type { TableGrid } from '../tableGrid.ts';

/** The columns that the selection touches, in the order shown. */
export function selectedColumns(grid: TableGrid): Column[] {
  const ranges = allRanges(grid.store.getState()).map(boundsOf);
  return grid.columns.filter((_, at) => ranges.some(({ left, right }) => at >= left && at <= right));
}

/** Whether a column is selected from its first row to its last. */
export function isWholeColumn(grid: TableGrid, column: string): boolean {
  const { total, columns } = grid.store.getState();
  const at = columns.indexOf(column);
  if (at < 0 || total === 0) return false;
  return allRanges(grid.store.getState())
    .map(boundsOf)
    .some(
      (bounds) =>
        isInside({ row: 0, column: at }, bounds) && isInside({ row: total - 1, column: at }, bounds),
    );
}

/** What a menu or a drag on a column's head is about: all columns that are selected whole, where it is one of them. */
export function columnsMeant(grid: TableGrid, column: string): Column[] {
  if (isWholeColumn(grid, column)) return grid.columns.filter(({ id }) => isWholeColumn(grid, id));
  return grid.columns.filter(({ id }) => id === column);
}
