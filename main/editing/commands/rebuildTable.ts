import { current } from 'immer';
import { Problem } from '../../../shared/contract/problem.ts';
import { findById } from '../../../shared/model/document.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { defineCommand } from '../command.ts';
import { findTable } from '../find.ts';

/** Runs the recipe of a table that is built from others again, on their rows as they are now; another recipe where one is given. */
export const rebuildTable = defineCommand({
  name: 'rebuildTable',
  rebuilds(document, { table: id, otherwise }) {
    const table = findById(document.tables, id);
    if (otherwise) refuseCircle(document.tables, id, otherwise.tables);
    if (table?.builtFrom) return { ...table, builtFrom: { ...table.builtFrom, ...otherwise } };
    throw new Problem({
      code: table ? 'table.not-built' : 'table.missing',
      message: table ? `"${table.title}" is not built from other tables.` : `There is no table ${id}.`,
    });
  },
  async apply({ document, rows, rebuilt, sequence }, { table: id, otherwise }) {
    const table = findTable(document, id);
    if (rebuilt === null || !table.builtFrom) throw new Error('rebuildTable runs after the recipe has');
    const before = table.columns.map(({ id: column, type }) => ({ id: column, type }));
    const columns = rebuilt.columns.map((column) => kept(table.columns, column));
    const computed = table.columns
      .filter((column) => column.formula !== undefined && !columns.some((made) => made.id === column.id))
      .map((column) => current(column));
    await rows.createTable(id, columns, rebuilt.path, before);
    for (const column of computed) await rows.addColumn(id, column, null);
    table.columns = [...columns, ...computed];
    Object.assign(table.builtFrom, otherwise);
    table.builtFrom.builtAt = sequence;
    if (rebuilt.notes.length > 0) table.builtFrom.notes = rebuilt.notes;
    else delete table.builtFrom.notes;
    return { label: otherwise ? `Change how "${table.title}" is made` : `Build "${table.title}" again` };
  },
});

/** A table that is built on itself, however far away, could never be built. */
function refuseCircle(tables: readonly Table[], id: string, from: readonly string[]): void {
  const seen = new Set<string>();
  const ask = [...from];
  for (let one = ask.pop(); one !== undefined; one = ask.pop()) {
    if (one === id)
      throw new Problem({
        code: 'table.circle',
        message: 'The table would be made of itself.',
        remedy: 'Choose tables that are not made of it.',
      });
    if (!seen.has(one)) ask.push(...(findById(tables, one)?.builtFrom?.tables ?? []));
    seen.add(one);
  }
}

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
