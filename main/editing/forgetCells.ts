import type { Draft } from 'immer';
import { cellOfKey } from '../../shared/model/cellKey.ts';
import type { Table } from '../../shared/model/table.ts';

/** Takes away what a table keeps of cells that are no more: an id may be given again, and nothing of the old row may stick to it. */
export function forgetCells(
  table: Draft<Table>,
  isGone: (cell: { row: number; column: string }) => boolean,
): void {
  for (const kept of [table.handEdits, table.handEditedAt, table.cellNotes]) {
    if (!kept) continue;
    for (const key of Object.keys(kept)) if (isGone(cellOfKey(key))) delete kept[key];
  }
}
