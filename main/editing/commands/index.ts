import type { Command } from '../command.ts';
import type { AnyCommandName } from '../commandNames.ts';
import { addColumn } from './addColumn.ts';
import { addComputedColumn } from './addComputedColumn.ts';
import { addDeck } from './addDeck.ts';
import { addPage } from './addPage.ts';
import { addSlide } from './addSlide.ts';
import { addTable } from './addTable.ts';
import { addTables } from './addTables.ts';
import { addTarget } from './addTarget.ts';
import { addView } from './addView.ts';
import { changeColumnType } from './changeColumnType.ts';
import { changeFormula } from './changeFormula.ts';
import { clearCells } from './clearCells.ts';
import { deleteRows } from './deleteRows.ts';
import { duplicateColumn } from './duplicateColumn.ts';
import { duplicateRows } from './duplicateRows.ts';
import { fill } from './fill.ts';
import { formatColumns } from './formatColumns.ts';
import { insertRows } from './insertRows.ts';
import { layOutColumns } from './layOutColumns.ts';
import { moveColumns } from './moveColumns.ts';
import { moveSlide } from './moveSlide.ts';
import { noteCell } from './noteCell.ts';
import { paste } from './paste.ts';
import { rebuildTable } from './rebuildTable.ts';
import { refreshTable } from './refreshTable.ts';
import { removeColumns } from './removeColumns.ts';
import { removeDeck } from './removeDeck.ts';
import { removePage } from './removePage.ts';
import { removeSlide } from './removeSlide.ts';
import { removeTable } from './removeTable.ts';
import { removeTarget } from './removeTarget.ts';
import { removeView } from './removeView.ts';
import { renameColumn } from './renameColumn.ts';
import { renameTable } from './renameTable.ts';
import { replaceInCells } from './replaceInCells.ts';
import { revertCells } from './revertCells.ts';
import { select } from './select.ts';
import { setCells } from './setCells.ts';
import { updateColumn } from './updateColumn.ts';
import { updateDeck } from './updateDeck.ts';
import { updatePage } from './updatePage.ts';
import { updateProject } from './updateProject.ts';
import { updateSlide } from './updateSlide.ts';
import { updateTarget } from './updateTarget.ts';
import { updateView } from './updateView.ts';

/** Every command, by name; the compiler names what is missing. */
export const commands: { [N in AnyCommandName]: Command<N> } = {
  formatColumns,
  changeColumnType,
  changeFormula,
  layOutColumns,
  moveColumns,
  noteCell,
  revertCells,
  removeColumns,
  renameColumn,
  duplicateColumn,
  duplicateRows,
  addColumn,
  addComputedColumn,
  addDeck,
  addPage,
  addSlide,
  addTable,
  addTables,
  addTarget,
  addView,
  clearCells,
  deleteRows,
  fill,
  insertRows,
  moveSlide,
  paste,
  rebuildTable,
  refreshTable,
  removeDeck,
  removePage,
  removeSlide,
  removeTable,
  removeTarget,
  removeView,
  replaceInCells,
  renameTable,
  select,
  setCells,
  updateColumn,
  updateDeck,
  updatePage,
  updateProject,
  updateSlide,
  updateTarget,
  updateView,
};
