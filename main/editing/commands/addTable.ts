import { defineCommand } from '../command.ts';
import { mustBeNew } from '../find.ts';

/** A table with its source and its rows, from an import or a recipe. */
export const addTable = defineCommand({
  name: 'addTable',
  async apply({ document, rows, sequence }, { table, source, rows: path }) {
    mustBeNew(document.tables, 'table', table.id);
    if (source) {
      mustBeNew(document.sources, 'source', source.id);
      document.sources.push(source);
    }
    document.tables.push(
      table.builtFrom ? { ...table, builtFrom: { ...table.builtFrom, builtAt: sequence } } : table,
    );
    await rows.createTable(table.id, table.columns, path);
    return { label: `Add table "${table.title}"` };
  },
});
