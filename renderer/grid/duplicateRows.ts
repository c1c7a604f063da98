import { run } from '../app/projectStore.ts';
import { activeCell } from './cellRange.ts';
import { selectedRows } from './rangeCells.ts';
import type { TableGrid } from './tableGrid.ts';

/** The selected rows once more, at the end, where the first of the new ones is gone to. */
export async function duplicateRows(grid: TableGrid): Promise<void> {
  const { range } = grid.store.getState();
  const rows = await selectedRows(grid);
  if (!range || rows.length === 0) return;
  const added = await run('duplicateRows', { table: grid.actions.table, rows });
  await grid.reload();
  const first = grid.store.getState().total - added.length;
  await grid.goTo({ row: first, column: activeCell(range).column });
}
