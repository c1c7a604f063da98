import { type Column, codeLabel, columnLabel } from '../../shared/model/table.ts';
import type { FilterRows } from './combination.ts';

/** With the column's label, and codes by the names that people read. */
export function shownFilter(filter: FilterRows, columns: readonly Column[]): FilterRows {
  const column = columns.find(({ id }) => id === filter.column);
  return column ? mapped(filter, columnLabel(column), (code) => codeLabel(column, code)) : filter;
}

/** The other way round: a text that is no name of a code is one itself. */
export function storedFilter(filter: FilterRows, columns: readonly Column[]): FilterRows {
  const column = columns.find((one) => columnLabel(one) === filter.column);
  if (!column) return filter;
  const codes = new Map(
    Object.entries(column.labels ?? {}).map(([code, name]) => [name.toLowerCase(), code] as const),
  );
  return mapped(filter, column.id, (text) =>
    column.labels?.[text] === undefined ? (codes.get(text.toLowerCase()) ?? text) : text,
  );
}

function mapped(filter: FilterRows, column: string, text: (one: string) => string): FilterRows {
  const { keep, drop, compare } = filter;
  return {
    ...filter,
    column,
    ...(keep && { keep: keep.map(text) }),
    ...(drop && { drop: drop.map(text) }),
    ...(compare && { compare: { ...compare, value: text(compare.value) } }),
  };
}
