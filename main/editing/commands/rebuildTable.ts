import { Problem } from '../../../shared/contract/problem.ts';
import { findById } from '../../../shared/model/document.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';

/** Runs the recipe of a table that is built from others again, on their rows as they are now. */
export const rebuildTable = defineCommand({
  name: 'rebuildTable',
  rebuilds(document, { table: id }) {
    const table = findById(document.tables, id);
    if (table?.builtFrom) return table;
    throw new Problem({
      code: table ? 'table.not-built' : 'table.missing',
      message: table ? `"${table.title}" is not built from other tables.` : `There is no table ${id}.`,
    });
  },
  async apply({ document, rows, rebuilt, sequence }, { table: id }) {
    const table = findTable(document, id);
    if (rebuilt === null || !table.builtFrom) throw new Error('rebuildTable runs after the recipe has');
    await rows.createTable(id, table.columns, rebuilt, table.columns);
    table.builtFrom.builtAt = sequence;
    return { label: `Build "${table.title}" again` };
  },
});
