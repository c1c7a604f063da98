import type { CellPosition } from '../cellRange.ts';
import type { TableGrid } from '../tableGrid.ts';
import { toggleGroup } from './groupState.ts';

/** Right opens a closed group and left closes an open one, from its name; elsewhere arrows move. */
export function groupByArrow(grid: TableGrid, cell: CellPosition, across: number): boolean {
  const worked = grid.cache.row(cell.row)?.worked;
  if (across === 0 || cell.column !== 0 || worked?.kind !== 'group' || worked.isOpen === across > 0)
    return false;
  toggleGroup(grid.actions.table, worked.path);
  return true;
}
