import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';
import { readTyped } from '../readTyped.ts';

/** New rows at the end; what is not given is missing. */
export const insertRows = defineCommand({
  name: 'insertRows',
  async apply({ document, rows }, { table: id, rows: typed }) {
    const table = findTable(document, id);
    const read = typed.map((cells, i) =>
      Object.fromEntries(
        Object.entries(cells).map(([columnId, value]) => {
          const column = findColumn(table, columnId);
          const place = { table: table.title, column: column.label ?? column.name, row: i + 1 };
          return [columnId, readTyped(value, column, document.fiscalYearStart, place)];
        }),
      ),
    );
    const ids = await rows.insertRows(id, table.columns, read);
    return { label: typed.length === 1 ? 'Add a row' : `Add ${typed.length} rows`, rows: ids };
  },
});
