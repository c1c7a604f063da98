import { activeCell } from '../cellRange.ts';
import type { TableGrid } from '../tableGrid.ts';
import { CodeEditor } from './CodeEditor.ts';

/** Alt and the arrow down: the codes of the active cell, where its column has any. */
export function openCodes(grid: TableGrid): void {
  const { range } = grid.store.getState();
  const cell = range && activeCell(range);
  const column = cell && grid.column(cell.column);
  if (!cell || column?.type !== 'category') return;
  grid.api.startEditingCell({ rowIndex: cell.row, colKey: column.id });
  const [editor] = grid.api.getCellEditorInstances();
  if (editor instanceof CodeEditor) editor.open('');
}

/** Ctrl and the semicolon: this month in a column of periods. */
export function typeThisMonth(grid: TableGrid): void {
  const { range } = grid.store.getState();
  const cell = range && activeCell(range);
  const column = cell && grid.column(cell.column);
  if (!cell || column?.type !== 'period' || column.derived || grid.actions.readOnly) return;
  void grid.edit(cell, grid.actions.thisMonth(column));
}
