import { columnLabel } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';
import { mustBeFreeId, mustBeFreeLabel } from '../mustBeFreeColumn.ts';
import { placeColumn } from '../placeColumn.ts';
import { readTyped } from '../readTyped.ts';

/** A new column, empty or with one value in every row. */
export const addColumn = defineCommand({
  name: 'addColumn',
  async apply({ document, rows }, { table: id, column, value = null, beside }) {
    const table = findTable(document, id);
    const label = columnLabel(column);
    mustBeFreeId(table, column.id);
    mustBeFreeLabel(table, label);
    const place = { table: table.title, column: label };
    await rows.addColumn(id, column, readTyped(value, column, document.fiscalYearStart, place));
    placeColumn(table, { ...column, own: true }, beside);
    return { label: `Add column "${label}"` };
  },
});
