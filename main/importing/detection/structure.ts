import { cellKind, isYear } from './cellKind.ts';

/** A row in short: enough to find tables without its cells. */
export interface RowShape {
  line: number;
  /** Cells, and the last filled one. */
  width: number;
  last: number;
  filled: number;
  numbers: number;
}

/** A table as found in a file. Indexes count rows from 0. */
export interface FoundTable {
  /** Rows of the header, in order; none where the data has none. */
  header: number[];
  first: number;
  /** The last data row. */
  last: number;
  width: number;
  names: string[];
  /** What the lines above say, cell by cell: titles, and with them often the unit: "Exports (Million US$)". */
  title: string[];
  /** The unit of each column, from a row of units under the header; absent where there is none. */
  units?: string[];
  /** Rows above and below that are not part of it: titles, notes, comments. */
  before: number[];
  after: number[];
}

export type CellsOf = (row: number) => readonly (string | null)[];

const LOOK = 60;
const NOTE_START =
  /^\s*(source|sources|note|notes|\*|†|‡|#|\(\w\)|\d\)|disclaimer|footnote|last updated|http)/i;

/** The tables of a file, in order. `cellsOf` is asked for few rows only: the first ones of each block and the last. */
export function findTables(shapes: readonly RowShape[], cellsOf: CellsOf): FoundTable[] {
  const blocks = blocksOf(shapes, cellsOf);
  // A list of single values is a table only where there is no other: else it is a title or a note.
  const anyWide = blocks.some(({ from, to }) => usualWidth(shapes, from, to) > 1);
  const tables: FoundTable[] = [];
  let waiting: number[] = [];
  for (const { from, to } of blocks) {
    const previous = tables.at(-1);
    const table = tableIn(shapes, cellsOf, from, to, previous === undefined && !anyWide);
    if (!table) {
      const rows = range(from, to).filter((row) => (shapes[row]?.filled ?? 0) > 0);
      if (previous) previous.after.push(...rows);
      else waiting.push(...rows);
      continue;
    }
    if (previous && !startsAnew(previous, table, shapes, cellsOf)) {
      // The blank line stood inside one table.
      previous.last = table.last;
      previous.after = table.after;
      continue;
    }
    if (previous && table.before.length === 0 && previous.after.length === 1 && previous.last < from) {
      // A single line between two tables is the title of the second.
      const title = previous.after[0];
      const shape = title === undefined ? undefined : shapes[title];
      if (title !== undefined && shape && !NOTE_START.test(cellsOf(title)[0] ?? '')) {
        previous.after = [];
        table.before.push(title);
      }
    }
    table.before.unshift(...waiting);
    waiting = [];
    tables.push(table);
  }
  const only = tables[0];
  if (only) only.before.unshift(...waiting);
  for (const table of tables)
    table.title = table.before.flatMap((row) =>
      cellsOf(row).flatMap((cell) => (cell?.trim() ? cell.trim() : [])),
    );
  return tables;
}

/** Stretches without blank lines, cut again where a long run of one width meets a long run of another under a header of its own. */
function blocksOf(shapes: readonly RowShape[], cellsOf: CellsOf): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  let from = -1;
  for (let row = 0; row <= shapes.length; row++) {
    const filled = row < shapes.length && (shapes[row]?.filled ?? 0) > 0;
    if (filled && from < 0) from = row;
    if (!filled && from >= 0) {
      blocks.push(...cut(shapes, cellsOf, from, row - 1));
      from = -1;
    }
  }
  return blocks;
}

function cut(
  shapes: readonly RowShape[],
  cellsOf: CellsOf,
  from: number,
  to: number,
): { from: number; to: number }[] {
  const runs: { from: number; to: number; width: number }[] = [];
  for (let row = from; row <= to; row++) {
    const width = shapes[row]?.width ?? 0;
    const run = runs.at(-1);
    if (run && run.width === width) run.to = row;
    else runs.push({ from: row, to: row, width });
  }
  const cuts: number[] = [];
  for (let i = 1; i < runs.length; i++) {
    const [before, run] = [runs[i - 1], runs[i]];
    if (!before || !run || before.width < 2 || run.width < 2) continue;
    if (run.to - run.from < 2 || before.to - before.from < 2) continue;
    const head = shapes[run.from];
    const next = shapes[run.from + 1];
    if (head?.numbers === 0 && (next?.numbers ?? 0) > 0 && cellsOf(run.from).every((cell) => cell !== null))
      cuts.push(run.from);
  }
  const starts = [from, ...cuts];
  return starts.map((start, i) => ({ from: start, to: (starts[i + 1] ?? to + 1) - 1 }));
}

/** A block that follows another is a table of its own where its width or its header says so; else it goes on. */
function startsAnew(
  previous: FoundTable,
  table: FoundTable,
  shapes: readonly RowShape[],
  cellsOf: CellsOf,
): boolean {
  const rows = table.last - table.first + 1;
  const [header] = table.header;
  if (header !== undefined) {
    const texts = cellsOf(header).map((cell) => cell?.trim() ?? '');
    const body = shapes[table.first];
    return (
      (body?.numbers ?? 0) > 0 || texts.join() === previous.names.join() || table.width !== previous.width
    );
  }
  return rows > 2 && table.width !== previous.width;
}

function tableIn(
  shapes: readonly RowShape[],
  cellsOf: CellsOf,
  from: number,
  to: number,
  only: boolean,
): FoundTable | null {
  const width = usualWidth(shapes, from, to);
  if (width === 1) return oneColumn(shapes, cellsOf, from, to, only);
  let top = from;
  // Titles above: few filled cells where the table has many.
  while (top < to && isAside(shapes[top], width)) top++;
  let bottom = to;
  while (bottom > top && isFoot(shapes[bottom], width, cellsOf, bottom)) bottom--;
  if (isAside(shapes[top], width)) return null;
  const header = headerRows(shapes, cellsOf, top, bottom);
  const first = top + header;
  if (first > bottom && !only) return null;
  return {
    header: range(top, top + header - 1),
    first,
    last: bottom,
    width,
    names: namesOf(range(top, top + header - 1), width, cellsOf),
    title: [],
    before: range(from, top - 1),
    after: range(bottom + 1, to),
  };
}

/** The width of most rows; of a header wider than that, its own. */
function usualWidth(shapes: readonly RowShape[], from: number, to: number): number {
  const counts = new Map<number, number>();
  for (let row = from; row <= to; row++) {
    const shape = shapes[row];
    if (!shape) continue;
    counts.set(shape.width, (counts.get(shape.width) ?? 0) + 1);
  }
  let best = 1;
  let most = 0;
  for (const [width, count] of counts) {
    // Of two as frequent the wider: a title and a header are one line each.
    const weight = count * (width === 1 ? 0.5 : 1);
    if (weight > most || (weight === most && width > best)) [best, most] = [width, weight];
  }
  // Sheets and exports pad every row to the widest: what no row fills is no column.
  let last = 1;
  for (let row = from; row <= to; row++) {
    const shape = shapes[row];
    if (shape && shape.width === best) last = Math.max(last, shape.last);
  }
  return Math.max(1, Math.min(best, Math.max(last, headWidth(shapes, from, to, best))));
}

function headWidth(shapes: readonly RowShape[], from: number, to: number, best: number): number {
  for (let row = from; row <= Math.min(to, from + LOOK); row++) {
    const shape = shapes[row];
    if (shape && shape.width === best && shape.filled > 1) return shape.last;
  }
  return 1;
}

function isAside(shape: RowShape | undefined, width: number): boolean {
  if (!shape) return true;
  return shape.filled <= 1 && (width > 2 || shape.width === 1);
}

function isFoot(shape: RowShape | undefined, width: number, cellsOf: CellsOf, row: number): boolean {
  if (!shape || shape.filled === 0) return true;
  if (shape.numbers > 0 && shape.filled > 1) return false;
  const cells = cellsOf(row);
  if (shape.filled === 1 && shape.last === 1)
    return (
      (shape.width < width && shape.width === 1) ||
      NOTE_START.test(cells[0] ?? '') ||
      (width > 2 && (cells[0] ?? '').length > 25)
    );
  return shape.width !== width && NOTE_START.test(cells[0] ?? '');
}

/** A list: one value a line. Its first line is a header where all below are numbers or it is the odd one out. */
function oneColumn(
  shapes: readonly RowShape[],
  cellsOf: CellsOf,
  from: number,
  to: number,
  only: boolean,
): FoundTable | null {
  if (!only) return null;
  const kinds = range(from, Math.min(to, from + LOOK)).map((row) => cellKind(cellsOf(row)[0] ?? null));
  const header = kinds[0] === 'text' && to > from ? 1 : 0;
  return {
    header: header ? [from] : [],
    first: from + header,
    last: shapes.length > 0 ? to : from,
    width: 1,
    names: namesOf(header ? [from] : [], 1, cellsOf),
    title: [],
    before: [],
    after: [],
  };
}

/** How many of the first rows are header: those that carry text where the columns below carry figures. */
function headerRows(shapes: readonly RowShape[], cellsOf: CellsOf, top: number, bottom: number): number {
  if (top === bottom) return (shapes[top]?.numbers ?? 0) === 0 ? 1 : 0;
  const sample = range(top, Math.min(bottom, top + LOOK)).map((row) => cellsOf(row).map(cellKind));
  const width = Math.max(...sample.map((row) => row.length));
  const figures: number[] = [];
  for (let column = 0; column < width; column++) {
    const below = sample
      .slice(Math.min(3, Math.max(1, sample.length - 2)))
      .map((row) => row[column] ?? 'empty');
    const filled = below.filter((kind) => kind !== 'empty');
    const numeric = filled.filter((kind) => kind !== 'text').length;
    if (
      filled.length > 0 &&
      filled.some((kind) => kind === 'number' || kind === 'period') &&
      numeric >= filled.length * 0.6
    )
      figures.push(column);
  }
  const first = cellsOf(top);
  if (figures.length === 0) return textHeader(sample.map((_, i) => cellsOf(top + i))) ? 1 : 0;
  let rows = 0;
  while (rows < Math.min(8, sample.length - 1)) {
    const kinds = sample[rows] ?? [];
    const cells = cellsOf(top + rows);
    const over = figures.map((column) => kinds[column] ?? 'empty');
    const texts = over.filter((kind) => kind === 'text').length;
    const numbers = over.filter((kind) => kind === 'number').length;
    const periods = over.filter((kind) => kind === 'period').length;
    const years = figures.filter((column) => isYear(cells[column] ?? null)).length;
    // A row of years heads figures that are not all years themselves.
    const yearsAsNames = years > 1 && years === numbers && !sameYears(figures, cellsOf, top + rows + 1);
    const periodsAsNames =
      periods > 1 && numbers === 0 && !figuresArePeriods(figures, sample[rows + 1] ?? []);
    if (numbers > 0 && !yearsAsNames) break;
    if (texts === 0 && !yearsAsNames && !periodsAsNames) {
      // Nothing stands over the figures: a row of the key alone, or a gap, unless a wider group header ends here.
      if (rows === 0 && over.every((kind) => kind === 'empty') && (shapes[top]?.filled ?? 0) > 0) {
        rows++;
        continue;
      }
      break;
    }
    rows++;
  }
  return rows === 0 && first.every((cell) => cell !== null && cellKind(cell) === 'text') ? 1 : rows;
}

function figuresArePeriods(figures: readonly number[], below: readonly string[]): boolean {
  return figures.every((column) => below[column] === 'period');
}

function sameYears(figures: readonly number[], cellsOf: CellsOf, row: number): boolean {
  const cells = cellsOf(row);
  return figures.filter((column) => isYear(cells[column] ?? null)).length > figures.length / 2;
}

/** A table of texts alone: its first row is a header where its words do not come again below, and are short. */
function textHeader(rows: readonly (readonly (string | null)[])[]): boolean {
  const [head, ...body] = rows;
  if (!head) return false;
  if (head.some((cell) => cellKind(cell) === 'number')) return false;
  return !head.some(
    (cell, column) => cell !== null && cell.trim() !== '' && body.some((row) => row[column] === cell),
  );
}

/** One name a column: the header rows from above, joined by a space; a group's name reaches over the empty cells to its right. */
export function namesOf(header: readonly number[], width: number, cellsOf: CellsOf): string[] {
  const names = Array.from({ length: width }, () => '');
  for (const [i, row] of header.entries()) {
    const cells = cellsOf(row);
    const last = i === header.length - 1;
    let group = '';
    for (let column = 0; column < width; column++) {
      const text = (cells[column] ?? '').replace(/\s+/g, ' ').trim();
      const under = header.slice(i + 1).some((next) => (cellsOf(next)[column] ?? '').trim() !== '');
      if (text !== '') group = text;
      const shown = text !== '' ? text : !last && under ? group : '';
      if (shown !== '') names[column] = names[column] ? `${names[column]} ${shown}` : shown;
    }
  }
  return names;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
