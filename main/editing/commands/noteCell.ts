import { Problem } from '../../../shared/contract/problem.ts';
import { cellKey } from '../../../shared/model/cellKey.ts';
import { columnLabel } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';

export const noteCell = defineCommand({
  name: 'noteCell',
  async apply({ document, rows, time }, { table: id, row, column: columnId, text, link }) {
    const table = findTable(document, id);
    const label = columnLabel(findColumn(table, columnId));
    const there = await rows.existing(id, [row]);
    if (!there.has(row)) {
      throw new Problem({
        code: 'row.missing',
        message: `There is no row ${row} in "${table.title}".`,
        remedy: 'It may have been deleted meanwhile.',
        place: { table: table.title },
      });
    }
    const key = cellKey(row, columnId);
    const notes = table.cellNotes ?? {};
    const isNew = !Object.hasOwn(notes, key);
    if (text === '') delete notes[key];
    else notes[key] = { text, ...(link && { link }), at: time };
    if (Object.keys(notes).length > 0) table.cellNotes = notes;
    else delete table.cellNotes;
    return {
      label: text === '' ? `Remove a note on ${label}` : `${isNew ? 'Add' : 'Change'} a note on ${label}`,
    };
  },
});
