import { Problem } from '../../../shared/contract/problem.ts';
import { cellKey } from '../../../shared/model/cellKey.ts';
import { periodOfText } from '../../../shared/periods/periodText.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import type { ChangedCell } from '../rememberEdits.ts';
import { writeCells } from '../writeCells.ts';

/** Cells that were changed by hand say again what their file says; cells that were not are passed over. */
export const revertCells = defineCommand({
  name: 'revertCells',
  async apply({ document, rows }, { table: id, cells }) {
    const table = findTable(document, id);
    const edits = table.handEdits ?? {};
    const there = await rows.existing(id, [...new Set(cells.map(({ row }) => row))]);
    const changed = cells.flatMap(({ row, column: columnId }): ChangedCell[] => {
      const key = cellKey(row, columnId);
      if (!Object.hasOwn(edits, key) || !there.has(row)) return [];
      const column = findColumn(table, columnId);
      const was = edits[key] ?? null;
      const value = column.type === 'period' && typeof was === 'string' ? periodOfText(was) : was;
      return [{ row, column: { id: column.id, type: column.type }, value }];
    });
    if (changed.length === 0) {
      throw new Problem({
        code: 'cell.not-changed',
        message: 'These cells say what their file says.',
        place: { table: table.title },
      });
    }
    await writeCells(rows, table, changed);
    return { label: changed.length === 1 ? 'Revert a cell' : `Revert ${changed.length} cells` };
  },
});
