import type { Column } from '../../../shared/model/table.ts';
import { cellAtPoint, headOf } from '../agDom.ts';
import type { TableGrid } from '../tableGrid.ts';
import { wholeColumns } from '../wholeLines.ts';
import { columnsMeant, isWholeColumn } from './selectedColumns.ts';

/** The columns that a menu is about where it opens on a head, or on a column that is selected whole. Null: it is about cells. */
export function columnsAtMenu(
  grid: TableGrid,
  event: Pick<MouseEvent, 'target' | 'clientX' | 'clientY'>,
): Column[] | null {
  const head = event.target instanceof Element ? headOf(event.target) : null;
  if (head !== null) {
    const at = grid.columns.findIndex(({ id }) => id === head);
    if (at < 0) return null;
    if (!isWholeColumn(grid, head) && grid.store.getState().total > 0) {
      grid.select(wholeColumns(grid, at, at), { reveal: 'nothing' });
    }
    return columnsMeant(grid, head);
  }
  const cell = cellAtPoint(grid.host, event.clientX, event.clientY);
  // In a table of one row a cell is its whole column: then the menu is the cell's.
  if (!cell || grid.store.getState().total < 2 || !isWholeColumn(grid, cell.column)) return null;
  const meant = columnsMeant(grid, cell.column);
  return meant.length < grid.columns.length ? meant : null;
}
