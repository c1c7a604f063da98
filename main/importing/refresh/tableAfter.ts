import { Problem } from '../../../shared/contract/problem.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { columnOfRole } from '../../../shared/views/columns.ts';
import { columnId } from '../columnIds.ts';

export interface TableAfter {
  table: Table;
  /** It has no vintage column before. */
  gainsVintage: boolean;
  /** Columns that only the newer file has. */
  added: Column[];
}

/** The table as it would be: its own columns as they were, those that are taken anew, and one that tells the releases apart. */
export function tableAfter(table: Table, newer: readonly Column[], taken: readonly string[]): TableAfter {
  const ids = new Set(table.columns.map(({ id }) => id));
  const added = newer.filter(({ id, name }) => !ids.has(id) && taken.includes(name)).map(besideTheKey);
  const columns = [...table.columns.map((column) => withNewCodes(column, newer)), ...added];
  const gainsVintage = columnOfRole({ ...table, columns }, 'vintage') === undefined;
  if (gainsVintage) {
    const id = columnId('vintage', new Set(columns.map((column) => column.id)));
    columns.push({ id, name: 'vintage', label: 'Released', type: 'category', role: 'vintage' });
  }
  return { table: { ...table, columns }, gainsVintage, added };
}

/** The rows that are there lack it: as a part of the key it would make another figure of each of the file's, and sums would hold both. */
function besideTheKey(column: Column): Column {
  return column.role === 'dimension' ? { ...column, role: 'note' } : column;
}

/** What people said of a column stands; codes that are new get the names that the reader knows. Problem `refresh.other-type`. */
function withNewCodes(column: Column, newer: readonly Column[]): Column {
  const now = newer.find(({ id }) => id === column.id);
  if (!now) return column;
  if (now.type !== column.type) {
    throw new Problem({
      code: 'refresh.other-type',
      message: `"${column.label ?? column.name}" holds ${now.type}s in the newer file, and ${column.type}s in the table.`,
      remedy: 'Import the file as a table of its own.',
      place: { column: column.name },
    });
  }
  return {
    ...column,
    ...(now.labels && { labels: { ...now.labels, ...column.labels } }),
    ...(now.written && { written: { ...now.written, ...column.written } }),
    ...(now.parents && { parents: { ...now.parents, ...column.parents } }),
    ...(now.order && {
      order: [...(column.order ?? []), ...now.order.filter((code) => !column.order?.includes(code))],
    }),
  };
}
