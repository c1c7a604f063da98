import type { RawRow } from './readers/reader.ts';

/** The raw rows of a small file, as JavaScript has them from its reader: over a few hundred rows a query is planned for longer than it runs. */
export interface HeldRows {
  /** In the order of their lines. */
  rows: readonly RawRow[];
}

/** What the columns of `raw` ("c1", "c2" ...) hold in a row; null where it has no such cell, or the column is no plain one. */
export function cellsIn({ cells }: RawRow, columns: readonly string[]): (string | null)[] {
  return columns.map((column) => {
    const [, number] = /^c(\d+)$/.exec(column) ?? [];
    return number === undefined ? null : (cells[Number(number) - 1] ?? null);
  });
}

/** As `concat_ws(' | ', ...)` puts cells together. */
export function joined(cells: readonly (string | null)[]): string {
  return cells.filter((cell) => cell !== null).join(' | ');
}

/** The same of what is more than blanks, without those around it, as `nullif(trim(...), '')` leaves it. */
export function joinedTrimmed(cells: readonly (string | null)[]): string {
  return cells.flatMap((cell) => (cell === null ? [] : trimmed(cell) || [])).join(' | ');
}

/** `trim` of the engine: spaces alone. */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) === 32) from++;
  while (to > from && text.charCodeAt(to - 1) === 32) to--;
  return text.slice(from, to);
}

/** None of the cells holds more than white space. */
export function areEmpty(cells: readonly (string | null)[]): boolean {
  return cells.every((cell) => cell === null || cell.trim() === '');
}
