import { cellKind, isYear } from './cellKind.ts';
import type { CellsOf } from './window.ts';

/** Letters of a name; Excel's own limit for the names of a table is 255. What is longer is a document that stands in the header. */
export const LONGEST_NAME = 1000;

/**
 * One name a column: the header rows from above, joined by a space. The name of a group reaches over the empty cells to its right;
 * where the names below it come again in each group (Q1 to Q4 under each year), the groups end where they do, wherever in its group a name stands.
 */
export function namesOf(header: readonly number[], width: number, cellsOf: CellsOf): string[] {
  const rows = header
    .map(cellsOf)
    .map((cells) => Array.from({ length: width }, (_, i) => plain(cells[i] ?? '')));
  const names = Array.from({ length: width }, () => '');
  for (const [i, row] of rows.entries()) {
    const below = rows.slice(i + 1);
    const shown = below.length > 0 ? spread(row, below) : row;
    for (const [column, text] of shown.entries())
      if (text !== '' && names[column] !== text)
        names[column] = names[column] ? `${names[column]} ${text}`.slice(0, LONGEST_NAME) : text;
  }
  return names;
}

function plain(text: string): string {
  return text.slice(0, LONGEST_NAME).replace(/\s+/g, ' ').trim();
}

function spread(row: readonly string[], below: readonly (readonly string[])[]): string[] {
  const hasUnder = (column: number) => below.some((cells) => (cells[column] ?? '') !== '');
  const groups = range(row.length).filter((column) => row[column] !== '' && hasUnder(column));
  const under = below.at(-1) ?? [];
  const chunk = chunkOf(groups, under);
  if (chunk) {
    return row.map((text, column) => {
      const at = Math.floor((column - chunk.start) / chunk.length);
      const group = column >= chunk.start ? groups[at] : undefined;
      return group === undefined ? text : (row[group] ?? '');
    });
  }
  let group = '';
  return row.map((text, column) => {
    // What has nothing below it names its own column alone.
    if (text !== '') group = hasUnder(column) ? text : '';
    return text !== '' ? text : hasUnder(column) ? group : '';
  });
}

/** Groups of one length whose columns have the same names in each, with one group name in each; of a single group, the periods around its name. */
function chunkOf(
  groups: readonly number[],
  under: readonly string[],
): { start: number; length: number } | null {
  const [first] = groups;
  if (first === undefined) return null;
  if (groups.length === 1) {
    if (!isLabel(under[first])) return null;
    let start = first;
    while (start > 0 && isLabel(under[start - 1])) start--;
    let end = first;
    while (end + 1 < under.length && isLabel(under[end + 1])) end++;
    return start < first ? { start, length: end - start + 1 } : null;
  }
  for (let length = Math.floor(under.length / groups.length); length >= 2; length--) {
    for (let start = Math.max(0, first - length + 1); start <= first; start++) {
      const end = start + length * groups.length;
      if (end > under.length) break;
      const each = groups.every((group, i) => Math.floor((group - start) / length) === i);
      if (
        each &&
        range(end - start).every(
          (i) => (under[start + i] ?? '') !== '' && under[start + i] === under[start + (i % length)],
        )
      )
        return { start, length };
    }
  }
  return null;
}

function isLabel(text: string | undefined): boolean {
  return text !== undefined && (isYear(text) || cellKind(text) === 'period' || isMonth(text));
}

function isMonth(text: string): boolean {
  return /^((jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|q[1-4]|h[12])$/i.test(text);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
