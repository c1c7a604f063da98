import { Problem } from '../contract/problem.ts';
import type { Column, ColumnRole, Table } from '../model/table.ts';

/** A column by id; a Problem where the table has none of that id, so that no other name ever reaches the engine. */
export function columnOf(table: Table, id: string): Column {
  const found = table.columns.find((column) => column.id === id);
  if (found) return found;
  const removed = table.removed?.[id];
  throw new Problem({
    code: 'query.unknown-column',
    message:
      removed === undefined
        ? `"${table.title}" has no column "${id}".`
        : `The column "${removed}" was removed from "${table.title}".`,
    remedy:
      removed === undefined
        ? 'Choose another column; it may have been renamed or removed when the table was read again.'
        : 'Choose another column, or undo the removal.',
    place: { table: table.title, column: id },
  });
}

export function columnsOfRole(table: Table, ...roles: ColumnRole[]): Column[] {
  return table.columns.filter((column) => roles.includes(column.role));
}

export function columnOfRole(table: Table, role: ColumnRole): Column | undefined {
  return table.columns.find((column) => column.role === role);
}

/** The time column that holds periods, if any. */
export function timeColumn(table: Table): Column | undefined {
  return table.columns.find(({ role, type }) => role === 'time' && type === 'period');
}
