import { columnLabel } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findColumn, findTable } from '../find.ts';

export const formatColumns = defineCommand({
  name: 'formatColumns',
  apply({ document }, { table: id, columns, format }) {
    const table = findTable(document, id);
    const found = columns.map((column) => findColumn(table, column));
    for (const column of found) {
      if (format) column.format = format;
      else delete column.format;
    }
    const [first] = found;
    return {
      label:
        found.length === 1 && first ? `Format "${columnLabel(first)}"` : `Format ${found.length} columns`,
    };
  },
});
