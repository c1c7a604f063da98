import { columnLabel } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { mustBeFreeLabel } from '../mustBeFreeColumn.ts';
import { renameReferences } from '../renameReferences.ts';

export const renameColumn = defineCommand({
  name: 'renameColumn',
  apply({ document }, { table: id, column: columnId, label, name }) {
    const table = findTable(document, id);
    const column = findColumn(table, columnId);
    mustBeFreeLabel(table, label, columnId);
    const before = columnLabel(column);
    renameReferences(document, { table: id, column: columnId }, label);
    // A column that no file has is called by one name alone.
    column.name = name ?? (column.own ? label : column.name);
    if (label === column.name) delete column.label;
    else column.label = label;
    return { label: `Rename column "${before}" to "${label}"` };
  },
});
