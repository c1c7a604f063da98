import { Problem } from '../../../shared/contract/problem.ts';
import { findById } from '../../../shared/model/document.ts';
import type { Column } from '../../../shared/model/table.ts';
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
    const before = table.columns.map(({ id: column, type }) => ({ id: column, type }));
    const columns = rebuilt.columns.map((column) => kept(table.columns, column));
    await rows.createTable(id, columns, rebuilt.path, before);
    table.columns = columns;
    table.builtFrom.builtAt = sequence;
    if (rebuilt.notes.length > 0) table.builtFrom.notes = rebuilt.notes;
    else delete table.builtFrom.notes;
    return { label: `Build "${table.title}" again` };
  },
});

/** A column that was there before keeps what the user said of it; new ones, and those of another type, are as the recipe made them. */
function kept(before: readonly Column[], made: Column): Column {
  const known = before.find(({ id, type }) => id === made.id && type === made.type);
  return known ? { ...made, ...userSaid(known) } : made;
}

function userSaid({ label, role, nature, unit, format, labels }: Column): Partial<Column> {
  return {
    role,
    ...(label !== undefined && { label }),
    ...(nature !== undefined && { nature }),
    ...(unit !== undefined && { unit }),
    ...(format !== undefined && { format: { ...format } }),
    ...(labels !== undefined && { labels: { ...labels } }),
  };
}
