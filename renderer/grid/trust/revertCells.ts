import { cellKey } from '../../../shared/model/cellKey.ts';
import type { Table } from '../../../shared/model/table.ts';
import { run } from '../../app/projectStore.ts';
import { boundsOf } from '../cellRange.ts';
import { rangeRows } from '../rangeCells.ts';
import { allRanges } from '../severalRanges.ts';
import type { TableGrid } from '../tableGrid.ts';

/** The selected cells say again what their file says; those that do already are passed over. */
export async function revertSelected(grid: TableGrid, table: Table): Promise<void> {
  const edits = table.handEdits ?? {};
  const cells: { row: number; column: string }[] = [];
  for (const bounds of allRanges(grid.store.getState()).map(boundsOf)) {
    const columns = grid.columns.slice(bounds.left, bounds.right + 1);
    for (const row of await rangeRows(grid, bounds)) {
      for (const { id } of columns) {
        if (Object.hasOwn(edits, cellKey(row.id, id))) cells.push({ row: row.id, column: id });
      }
    }
  }
  if (cells.length > 0) await run('revertCells', { table: table.id, cells });
}
