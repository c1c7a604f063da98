import { current } from 'immer';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { mustBeFreeId, mustBeFreeLabel } from '../mustBeFreeColumn.ts';
import { placeColumn } from '../placeColumn.ts';

/** A column with the cells of another one, which can be typed over though the other be worked out. */
export const duplicateColumn = defineCommand({
  name: 'duplicateColumn',
  async apply({ document, rows }, { table: id, column: columnId, as, label }) {
    const table = findTable(document, id);
    const found = findColumn(table, columnId);
    mustBeFreeId(table, as);
    mustBeFreeLabel(table, label);
    await rows.copyColumn(id, { id: as, type: found.type }, columnId);
    const { derived: _, formula: ___, label: __, ...kept } = current(found);
    placeColumn(table, { ...kept, id: as, name: label, own: true }, { column: columnId, side: 'after' });
    return { label: `Duplicate column "${found.label ?? found.name}"` };
  },
});
