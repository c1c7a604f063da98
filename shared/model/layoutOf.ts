import type { Source } from './source.ts';
import type { Table } from './table.ts';

/** The names of the columns that a source's recipe makes of its file. */
export function columnsOfRecipe(table: Table, source: Source): string[] {
  return (
    source.columns ??
    table.columns.flatMap(({ name, derived, own }) => (derived === undefined && !own ? [name] : []))
  );
}

/** Whether a file that would give these columns is of the layout that the table was read from: the same names, in whatever order. */
export function hasLayoutOf(names: readonly string[], table: Table, source: Source): boolean {
  const known = new Set(columnsOfRecipe(table, source));
  return known.size > 1 && new Set(names).size === known.size && names.every((name) => known.has(name));
}
