import type { Column, ColumnRole, Table } from '../../../shared/model/table.ts';

/** A column of the union, and the column of each table that fills it; undefined where a table has none. */
export interface UnionColumn {
  from: (Column | undefined)[];
  /** The tables do not name it alike: it was found by what it is for. */
  byRole: boolean;
}

/** Roles by which columns of other names are known to be the same: a table has one of each. */
const SINGLE: readonly ColumnRole[] = ['time', 'vintage', 'source', 'definition', 'unit', 'status'];

/** Columns matched by name, whatever the case and spaces; then those of one role (time, source ...) that every table has once at most. In the order of the first table, then of the others. */
export function unionColumns(tables: readonly Table[]): UnionColumn[] {
  const found: UnionColumn[] = [];
  tables.forEach((table, at) => {
    for (const column of table.columns) {
      const same = found.find(
        (one) => one.from[at] === undefined && one.from.some((of) => of && sameName(of, column)),
      );
      if (same) same.from[at] = column;
      else found.push({ from: tables.map((_, i) => (i === at ? column : undefined)), byRole: false });
    }
  });
  for (const role of SINGLE) {
    if (tables.some(({ columns }) => columns.filter((column) => column.role === role).length > 1)) continue;
    const [first, ...others] = found.filter(({ from }) => from.some((column) => column?.role === role));
    for (const other of others) {
      if (!first || !alike(first, other)) continue;
      other.from.forEach((column, i) => {
        if (column) first.from[i] = column;
      });
      first.byRole = true;
      found.splice(found.indexOf(other), 1);
    }
  }
  return found;
}

function sameName(a: Column, b: Column): boolean {
  return plainName(a.name) === plainName(b.name);
}

function plainName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** No table fills both, and what they hold is of one type. */
function alike(a: UnionColumn, b: UnionColumn): boolean {
  const type = (one: UnionColumn) => one.from.find((column) => column)?.type;
  return type(a) === type(b) && a.from.every((column, i) => !column || !b.from[i]);
}
