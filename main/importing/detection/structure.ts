import { bottomOf, commentMark, isNote, isProse, isRule } from './asides.ts';
import { type Block, blocksOf } from './blocks.ts';
import { cellPattern, commonPattern } from './cellPattern.ts';
import { namesOf } from './headerNames.ts';
import { findHeader } from './headerRows.ts';
import { sideBySide } from './sideBySide.ts';
import { widthOf } from './tableWidth.ts';
import { type CellsOf, type RowShape, range, Window } from './window.ts';

export { namesOf } from './headerNames.ts';
export type { CellsOf, RowShape } from './window.ts';

/** A table as found in a file. Indexes count rows and columns from 0. */
export interface FoundTable {
  /** Rows of the header, in order; none where the data has none. */
  header: number[];
  first: number;
  /** The last data row; above `first` where there is a header alone. */
  last: number;
  /** Its first column, 0 unless told. */
  left?: number;
  width: number;
  /** True where other tables stand beside it. */
  beside?: boolean;
  names: string[];
  /** True where the names do not stand above their columns: the first column has none. */
  shifted?: boolean;
  /** What the lines above say, cell by cell: titles, and with them often the unit: "Exports (Million US$)". */
  title: string[];
  /** The unit of each column, from a row of units under the header; absent where there is none. */
  units?: string[];
  /** The row that holds the units. */
  unitsRow?: number;
  /** True where rows say the header again. */
  repeated?: boolean;
  /** The mark with which remarks among the rows begin. */
  comment?: string;
  /** Rows above and below that are not part of it: titles, notes, comments. */
  before: number[];
  after: number[];
}

const CONTINUED = /\b(continued|cont'?d|contd|page \d+|suite|fortsetzung|continuación)\b/i;
/** Pairs of words above a table are said of it, up to so many. */
const MOST_PAIRS = 15;

/** The tables of a file, in order. `cellsOf` is asked for few rows only where there are many: the first ones and the last. `isText`: rows have as many cells as they say. */
export function findTables(shapes: readonly RowShape[], cellsOf: CellsOf, isText = false): FoundTable[] {
  const whole = new Window(shapes, cellsOf);
  const windows = sideBySide(whole, 0, whole.rows - 1);
  const tables = windows.flatMap((window) => tablesIn(window, isText));
  const beside = windows.length > 1;
  for (const table of tables) {
    if (beside) table.beside = true;
    table.title = table.before.flatMap((row) =>
      (isRule(whole, row) ? [] : cellsOf(row)).flatMap((cell) => (cell?.trim() ? cell.trim() : [])),
    );
  }
  return tables.length > 1
    ? tables.toSorted((a, b) => topOf(a) - topOf(b) || (a.left ?? 0) - (b.left ?? 0))
    : tables;
}

function topOf({ header, first }: FoundTable): number {
  return header[0] ?? first;
}

function tablesIn(window: Window, isText: boolean): FoundTable[] {
  const blocks = blocksOf(window);
  // A list of single values is a table only where there is no other: else it is a title or a note.
  const anyWide = blocks.some(({ from, to }) => widthOf(window, from, to) > 1);
  const tables: FoundTable[] = [];
  let waiting: number[] = [];
  let pairs: FoundTable | undefined;
  for (const block of blocks) {
    const parts = sideBySide(window, block.from, block.to);
    if (parts.length > 1) {
      const found = parts.flatMap((part) => tableIn(part, block, isText, false) ?? []);
      for (const table of found) table.beside = true;
      found[0]?.before.unshift(...waiting);
      if (found.length > 0) waiting = [];
      tables.push(...found);
      continue;
    }
    const previous = tables.at(-1);
    const table = tableIn(window, block, isText, previous === undefined && !anyWide);
    if (!table || (previous && isRemark(window, block, previous))) {
      const rows = range(block.from, block.to).filter((row) => window.shape(row).filled > 0);
      if (previous) previous.after.push(...rows);
      else waiting.push(...rows);
      continue;
    }
    if (previous && !startsAnew(previous, table, window)) {
      // The blank line stood inside one table.
      previous.last = table.last;
      previous.after = table.after;
      if (table.header.length > 0 && sameNames(previous, table)) previous.repeated = true;
      continue;
    }
    if (!previous && table.header.length === 0 && adoptHeader(window, table, waiting)) waiting = [];
    if (previous) takeTitle(previous, table, window);
    if (pairs && previous === pairs && table.width > 2 && !isPairs(table, window)) {
      // Words in pairs above the first table are said of it: "Indicator | Exports", "Unit | US$".
      tables.pop();
      table.before.unshift(...pairs.before, ...range(topOf(pairs), pairs.last), ...pairs.after);
    }
    table.before.unshift(...waiting);
    waiting = [];
    tables.push(table);
    pairs = tables.length === 1 && isPairs(table, window) ? table : undefined;
  }
  if (tables.length === 0) return headerAlone(window, blocks);
  tables[0]?.before.unshift(...waiting);
  const kept = withoutLoneRows(tables);
  for (const table of kept) complete(window, table);
  return kept;
}

/** A single row without a header is no table where there are others: it is said of the one below it, or of the one above. */
function withoutLoneRows(tables: readonly FoundTable[]): FoundTable[] {
  const isLone = ({ header, first, last }: FoundTable) => header.length === 0 && first === last;
  const kept: FoundTable[] = [];
  let waiting: number[] = [];
  if (tables.every(isLone)) return [...tables];
  for (const table of tables) {
    const previous = kept.at(-1);
    const rows = [...table.before, table.first, ...table.after];
    if (!isLone(table)) {
      table.before.unshift(...waiting);
      waiting = [];
      kept.push(table);
    } else if (previous) previous.after.push(...rows);
    else waiting.push(...rows);
  }
  return kept;
}

/** What is known only once the table has all its rows. */
function complete(window: Window, table: FoundTable): void {
  const { first, last, width } = table;
  const head = table.header.at(-1);
  const names = head === undefined ? '' : spelt(window, head);
  if (names !== '') {
    for (let row = first; row <= last && !table.repeated; row++)
      if (window.shape(row).numbers === window.shape(head ?? row).numbers && spelt(window, row) === names)
        table.repeated = true;
  }
  const comment = commentMark(window, first, last, width);
  if (comment !== undefined) table.comment = comment;
}

function spelt(window: Window, row: number): string {
  return window
    .cells(row)
    .map((cell) => cell?.trim() ?? '')
    .join('\t')
    .trimEnd();
}

/** A block under a table that is prose, or begins as notes do. */
function isRemark(window: Window, { from, to }: Block, { width }: FoundTable): boolean {
  let notes = 0;
  let figures = 0;
  for (let row = from; row <= to; row++) {
    const { filled, numbers } = window.shape(row);
    if (filled <= 1 || isProse(window, row) || isNote(window, row, width)) notes++;
    else if (numbers > 0) figures++;
  }
  return isNote(window, from, width) ? notes > figures : notes === to - from + 1 && figures === 0;
}

/** Two columns of words and no figures: what is said of the table that follows. */
function isPairs(table: FoundTable, window: Window): boolean {
  if (table.width !== 2 || table.last - topOf(table) >= MOST_PAIRS) return false;
  const rows = range(topOf(table), table.last).filter((row) => window.shape(row).filled > 0);
  if (!rows.every((row) => window.kinds(row)[0] === 'text')) return false;
  if (table.header.length === 0 || rows.every((row) => window.shape(row).numbers === 0)) return true;
  // A column of figures has no words between them, nor comes a name of it twice.
  const words = rows.filter((row) => window.kinds(row)[1] === 'text' || window.kinds(row)[1] === 'period');
  const below = words.filter((row) => row > table.first - 1 || table.header.length > 1);
  return words.length >= rows.length * 0.4 && (below.length > 0 || rows.length < 3);
}

/** A single line between two tables is the title of the second. */
function takeTitle(previous: FoundTable, table: FoundTable, window: Window): void {
  if (table.before.length > 0 || previous.after.length === 0) return;
  const title = previous.after.at(-1);
  if (title === undefined || previous.last >= topOf(table) || isNote(window, title, previous.width)) return;
  // One that follows the rows of the first without a blank line is a note to them.
  if (title === previous.last + 1 && window.shape(title + 1).filled === 0 && title !== previous.after[0])
    return;
  previous.after.pop();
  table.before.push(title);
}

/** The header that a blank line parts from its rows. */
function adoptHeader(window: Window, table: FoundTable, waiting: readonly number[]): boolean {
  const head = waiting.at(-1);
  if (head === undefined || table.first - head > 3) return false;
  const { filled, numbers, last } = window.shape(head);
  if (numbers > 0 || filled < Math.max(2, table.width * 0.6) || last > table.width) return false;
  table.header = [head];
  table.names = namesOf([head], table.width, cellsIn(window));
  table.before = waiting.slice(0, -1);
  return true;
}

/** A file of names without a row. */
function headerAlone(window: Window, blocks: readonly Block[]): FoundTable[] {
  const last = blocks.at(-1);
  if (!last || last.from !== last.to) return [];
  const { filled, last: width } = window.shape(last.from);
  if (filled < 2 || window.kinds(last.from).some((kind) => kind !== 'text' && kind !== 'empty')) return [];
  const names = namesOf([last.from], width, cellsIn(window));
  const before = blocks.slice(0, -1).flatMap(({ from, to }) => range(from, to));
  return [
    { ...empty(window), header: [last.from], first: last.from + 1, last: last.from, width, names, before },
  ];
}

function cellsIn(window: Window, shifted = false): CellsOf {
  return (row) => (shifted ? ['', ...window.cells(row)] : window.cells(row));
}

function empty({ left }: Window): Pick<FoundTable, 'left' | 'title' | 'before' | 'after'> {
  return { left, title: [], before: [], after: [] };
}

function sameNames(previous: FoundTable, table: FoundTable): boolean {
  return table.names.join('\t') === previous.names.join('\t');
}

/** A block that follows another is a table of its own where its width or its header says so; else it goes on. */
function startsAnew(previous: FoundTable, table: FoundTable, window: Window): boolean {
  if (table.header.length > 0) {
    const between = [...previous.after, ...table.before].map((row) => window.cells(row).join(' '));
    if (sameNames(previous, table)) return !between.some((text) => CONTINUED.test(text));
    return window.shape(table.first).numbers > 0 || table.width !== previous.width;
  }
  if (previous.after.length > 0) return table.last > table.first;
  return table.last - table.first >= 2 && table.width !== previous.width;
}

function tableIn(window: Window, { from, to }: Block, isText: boolean, only: boolean): FoundTable | null {
  let width = widthOf(window, from, to);
  if (width === 1) return oneColumn(window, from, to, only);
  const bottom = bottomOf(window, from, to, width);
  if (window.shape(bottom).filled <= 1 && bottom === from) return null;
  const comment = commentMark(window, from, to, width);
  const header = findHeader(window, underPairs(window, from, bottom, width), bottom, width, comment);
  const { first } = header;
  if (first > bottom) return null;
  if (header.rows.length === 0 && range(first, bottom).every((row) => window.shape(row).filled <= 1))
    return null;
  const head = header.rows.at(-1);
  const shifted =
    isText && head !== undefined && header.rows.length === 1 && isShifted(window, head, first, bottom, width);
  width = Math.max(width, ...header.rows.map((row) => window.shape(row).last));
  const { units } = header;
  const used = new Set([...header.rows, ...(units === undefined ? [] : [units])]);
  return {
    ...empty(window),
    header: header.rows,
    first,
    last: bottom,
    width,
    names: namesOf(header.rows, width, cellsIn(window, shifted)),
    ...(shifted && { shifted }),
    ...(units !== undefined && {
      units: Array.from({ length: width }, (_, i) => window.text(units, i)),
      unitsRow: units,
    }),
    before: range(from, first - 1).filter((row) => !used.has(row)),
    after: range(bottom + 1, to),
  };
}

/** Where the names stand under lines of one or two cells, in rows that are all wider: those lines are said of the table. */
function underPairs(window: Window, from: number, to: number, width: number): number {
  let row = from;
  for (; row <= Math.min(to, from + MOST_PAIRS * 2); row++) {
    const { width: cells, filled } = window.shape(row);
    if (cells >= width || filled > 2 || window.kinds(row)[0] !== 'text') break;
  }
  const { width: cells, filled, numbers } = window.shape(row);
  const figures = [row + 1, row + 2].some((below) => window.shape(below).numbers > 0 && below <= to);
  return row > from && cells === width && numbers === 0 && filled >= Math.max(3, width - 1) && figures
    ? row
    : from;
}

/** R writes no name for the column of row names: the header has one cell less than each row. */
function isShifted(window: Window, head: number, first: number, last: number, width: number): boolean {
  const { width: cells, filled } = window.shape(head);
  if (cells !== width - 1 || filled !== cells) return false;
  const rows = range(first, Math.min(last, first + 100));
  const keys = rows.map((row) => window.text(row, 0));
  return (
    rows.every((row) => window.shape(row).width === width && window.text(row, width - 1) !== '') &&
    keys.every((key) => key !== '') &&
    new Set(keys).size === keys.length
  );
}

/** A list: one value a line. Its first line is a header where it is a word, and not of one making with all below. */
function oneColumn(window: Window, from: number, to: number, only: boolean): FoundTable | null {
  if (!only) return null;
  const below = range(from + 1, to).flatMap((row) => window.text(row, 0) || []);
  const common = commonPattern(below);
  const header =
    window.kinds(from)[0] === 'text' &&
    to > from &&
    (below.length < 2 || common === undefined || cellPattern(window.text(from, 0)) !== common);
  return {
    ...empty(window),
    header: header ? [from] : [],
    first: from + (header ? 1 : 0),
    last: to,
    width: 1,
    names: namesOf(header ? [from] : [], 1, cellsIn(window)),
  };
}
