import { isNote, isRule, startsWith } from './asides.ts';
import { cellKind, isYear } from './cellKind.ts';
import { cellPattern, commonPattern } from './cellPattern.ts';
import { isSureUnit, isUnit } from './units.ts';
import { range, type Window } from './window.ts';

const LOOK = 60;
/** A header taller than this is none. */
const TALLEST = 40;

export interface FoundHeader {
  rows: number[];
  /** The row that holds the units of the columns. */
  units?: number;
  /** The first data row. */
  first: number;
}

/** Which of the first rows are header: those that carry words, years or periods where the rows below carry figures. */
export function findHeader(
  window: Window,
  top: number,
  bottom: number,
  width: number,
  comment?: string,
): FoundHeader {
  const remark = (row: number) =>
    isRule(window, row) || (comment !== undefined && startsWith(window.cells(row)[0], comment));
  const rows = sampleOf(window, top, bottom).filter((row) => !remark(row));
  const columns = profile(window, rows, width);
  if (columns.length === 0) return textHeader(window, rows, top, width);
  const first = firstDataRow(window, range(top, Math.min(bottom, top + TALLEST)), columns, remark);
  if (first === undefined) return { rows: [], first: top };
  return headerAbove(window, top, first, width, columns, remark);
}

/** The first rows, and others from all over the block. */
function sampleOf(window: Window, top: number, bottom: number): number[] {
  const head = range(top, Math.min(bottom, top + LOOK));
  const step = Math.max(1, Math.floor((bottom - top - LOOK) / LOOK));
  for (let row = top + LOOK + 1; row <= bottom; row += step) if (window.cells(row).length > 0) head.push(row);
  return head;
}

/** A column whose cells are mostly figures, or mostly periods. */
interface Profile {
  column: number;
  kind: 'number' | 'period';
  /** Most of its figures could be years. */
  years: boolean;
}

function profile(window: Window, rows: readonly number[], width: number): Profile[] {
  const body = rows.slice(Math.min(8, Math.max(rows.length > 1 ? 1 : 0, Math.floor(rows.length / 3))));
  const found: Profile[] = [];
  for (let column = 0; column < width; column++) {
    let numbers = 0;
    let periods = 0;
    let texts = 0;
    let years = 0;
    let missing = 0;
    for (const row of body) {
      const kind = window.kinds(row)[column] ?? 'empty';
      if (kind === 'number' || (kind === 'text' && isFlagged(window.text(row, column)))) numbers++;
      else if (kind === 'period') periods++;
      else if (kind === 'text') texts++;
      else if (kind === 'missing') missing++;
      if (kind === 'number' && isYear(window.text(row, column))) years++;
    }
    const filled = numbers + periods + texts + missing;
    const last = body.at(-1);
    const ends = body.length <= 4 && last !== undefined && window.kinds(last)[column] === 'number';
    if (numbers > 0 && (numbers + missing >= filled * 0.6 || ends))
      found.push({ column, kind: 'number', years: years * 2 >= numbers });
    else if (periods > 0 && periods + missing >= filled * 0.6)
      found.push({ column, kind: 'period', years: false });
    else if (numbers + periods >= filled * 0.6 && numbers + periods > 0)
      found.push({ column, kind: numbers >= periods ? 'number' : 'period', years: years * 2 >= numbers });
  }
  return found;
}

/** A figure with something to say about it: "123.4 p", "$ 12", "1,200 (R)". */
function isFlagged(text: string): boolean {
  return (
    text.length < 25 &&
    /^[^\p{L}\d]{0,3}\s?(us|rs)?[^\p{L}\d]{0,3}\d[\d., \u00a0]*\s?[(*†]?\p{L}{0,2}[)*†]?$/iu.test(text)
  );
}

type Look = 'data' | 'label' | 'bare' | 'numbering';

function firstDataRow(
  window: Window,
  rows: readonly number[],
  columns: readonly Profile[],
  remark: (row: number) => boolean,
): number | undefined {
  let words = false;
  for (const row of rows) {
    if (remark(row)) continue;
    const look = lookOf(window, row, columns, words);
    if (look === 'data') return row;
    if (look === 'label') words = true;
  }
  return undefined;
}

/** What a row may be, by what stands where the rows below have figures and periods. `below`: words stood there above it already. */
function lookOf(window: Window, row: number, columns: readonly Profile[], below: boolean): Look {
  const kinds = window.kinds(row);
  let data = 0;
  let labels = 0;
  let texts = 0;
  let missing = 0;
  const numbers: Profile[] = [];
  for (const column of columns) {
    const kind = kinds[column.column] ?? 'empty';
    const text = window.text(row, column.column);
    if (kind === 'missing') missing++;
    else if (kind === 'text') {
      if (column.kind === 'number' && isFlagged(text)) data++;
      else texts++;
    } else if (kind === 'period') {
      if (column.kind === 'period') data++;
      else labels++;
    } else if (kind === 'number') {
      if (column.kind === 'number') numbers.push(column);
      else labels++;
    }
  }
  if (numbers.length > 0) {
    const seen = numbers.map(({ column }) => window.text(row, column));
    if (
      seen.length > 1 &&
      seen.every((text, i) => text === `(${i + Number(seen[0]?.slice(1, -1))})`) &&
      /^\([0-4]\)$/.test(seen[0] ?? '')
    )
      return 'numbering';
    const asLabels = seen.every(isYear) && numbers.every(({ years }) => !years);
    const rising = seen.length > 2 && seen.every(isYear) && isRising(seen.map(Number));
    if ((asLabels || rising) && data === 0)
      return labelYears(window, row, seen.length, texts, kinds) ? 'label' : 'data';
    return 'data';
  }
  if (data > 0) return below || texts + labels < data ? 'data' : 'label';
  if (texts > 0 || labels > 0) return below && missing > texts + labels ? 'data' : 'label';
  return missing > 0 ? 'data' : 'bare';
}

/** Years head figures where there are several, or where nothing but words stands beside the one. */
function labelYears(
  window: Window,
  row: number,
  years: number,
  texts: number,
  kinds: readonly string[],
): boolean {
  if (years > 1 || texts > 0) return true;
  if (kinds.some((kind) => kind === 'period' || kind === 'missing')) return false;
  // One year alone over groups of words, or as the name of the only figures.
  return window.shape(row).filled <= 2 || kinds.every((kind) => kind !== 'number');
}

function isRising(years: readonly number[]): boolean {
  const step = (years[1] ?? 0) - (years[0] ?? 0);
  return Math.abs(step) === 1 && years.every((year, i) => i === 0 || year - (years[i - 1] ?? 0) === step);
}

/** The header among the rows above the first data row, from below: what does not go with it is a title. */
function headerAbove(
  window: Window,
  top: number,
  first: number,
  width: number,
  columns: readonly Profile[],
  remark: (row: number) => boolean,
): FoundHeader {
  const found: FoundHeader = { rows: [], first };
  const above = range(top, first - 1).filter((row) => !remark(row));
  // Names of sections, and rows without a figure, stand between the header and the first figures.
  let end = above.length;
  while (end > 1) {
    const row = above[end - 1] ?? 0;
    if (lookOf(window, row, columns, true) !== 'bare') break;
    if (!above.slice(0, end - 1).some((one) => lookOf(window, one, columns, false) === 'label')) break;
    if (isKeyName(window, row, above[end - 2] ?? 0)) break;
    end--;
    found.first = row;
  }
  for (let i = end - 1; i >= 0; i--) {
    const row = above[i] ?? 0;
    const look = lookOf(window, row, columns, false);
    if (look === 'numbering') continue;
    const lowest = found.rows.length === 0;
    if (lowest && found.units === undefined && i > 0 && isUnitsRow(window, row, above[i - 1] ?? 0, columns)) {
      found.units = row;
      continue;
    }
    const next = found.rows[0];
    const keyName = look === 'bare' && i > 0 && isKeyName(window, row, above[i - 1] ?? 0);
    if (
      next === undefined
        ? !keyName && !canHead(window, row, look, width)
        : !joins(window, row, next, width, columns)
    )
      break;
    found.rows.unshift(row);
  }
  if (found.rows.length === 0 && found.units !== undefined) {
    found.rows = [found.units];
    delete found.units;
  }
  return found;
}

/** The name of the key column on a line of its own, under a header that leaves that column free. */
function isKeyName(window: Window, row: number, header: number): boolean {
  return window.cells(row).every((cell, i) => !cell?.trim() || window.text(header, i) === '');
}

function canHead(window: Window, row: number, look: Look, width: number): boolean {
  if (isNote(window, row, width)) return startsAsName(window, row, width);
  const { filled } = window.shape(row);
  // Of two columns one is named: by a word, else it is a title.
  if (width === 2 && filled === 1 && window.text(row, 0) !== '')
    return window.shape(row).width === 2 && !/\s/.test(window.text(row, 0));
  if (width > 2 && filled <= 1) return look === 'label' && window.text(row, 0) === '';
  if (width > 4 && filled <= 2 && look === 'bare') return false;
  return filled > 0;
}

/** "#id,name,value": a mark before the first of many names. */
function startsAsName(window: Window, row: number, width: number): boolean {
  const { filled } = window.shape(row);
  return (
    filled === width &&
    width > 1 &&
    window.cells(row).every((cell) => !/^\s/.test(cell ?? '')) &&
    !/^\s*(sources?|notes?)\s*:/i.test(window.text(row, 0))
  );
}

/** Whether a row above the header belongs to it. */
function joins(
  window: Window,
  row: number,
  next: number,
  width: number,
  columns: readonly Profile[],
): boolean {
  const { filled, last } = window.shape(row);
  if (filled === 0 || isNote(window, row, width)) return false;
  const cells = window.cells(row).map((cell) => cell?.trim() ?? '');
  const firstAt = cells.findIndex((cell) => cell !== '');
  const text = cells[firstAt] ?? '';
  const overEmpty = cells.filter((cell, i) => cell !== '' && window.text(next, i) === '').length;
  if (filled === 1) {
    if (firstAt > 0) return isGroup(window, text, firstAt, next, columns);
    if (width <= 2) return false;
    // The name of the first column on the line of the groups, where the line below has none for it.
    return (
      overEmpty === 1 &&
      text.length <= 25 &&
      window.shape(row).width >= width &&
      window.shape(next).filled > 1
    );
  }
  if (filled === 2 && overEmpty === 0 && firstAt === 0 && width >= 3) {
    // "Indicator | Exports", or a title with the unit at its right end, over a header that names those columns.
    if (last <= 2 && width >= 4) return false;
    if (cells.some((cell) => isSureUnit(cell))) return false;
  }
  return true;
}

/** A single text over some of the figures is the name of their group; over all of them it is a title, unless it is their year. */
function isGroup(
  window: Window,
  text: string,
  at: number,
  next: number,
  columns: readonly Profile[],
): boolean {
  if (window.text(next, at) === '' || isSureUnit(text)) return false;
  if (isYear(text) || cellKind(text) === 'period') return true;
  const figures = columns.filter(({ kind }) => kind === 'number').map(({ column }) => column);
  if (at <= (figures[0] ?? 0)) return false;
  return !figures.every((column) => {
    const name = window.text(next, column);
    return isYear(name) || cellKind(name) === 'period';
  });
}

/** A row of units under the header, which names the same columns otherwise. */
function isUnitsRow(window: Window, row: number, above: number, columns: readonly Profile[]): boolean {
  const over = columns.filter(({ kind }) => kind === 'number').map(({ column }) => window.text(row, column));
  const filled = over.filter((text) => text !== '');
  if (filled.length === 0) return false;
  const bracketed =
    filled.length > 1 && filled.every((text) => /^[([].{0,20}[)\]]$/.test(text) && cellKind(text) === 'text');
  if (!bracketed && (filled.some((text) => !isUnit(text)) || !filled.some(isSureUnit))) return false;
  const named = columns.filter(({ column }) => window.text(above, column) !== '').length;
  if (named === 0 || window.shape(above).filled < 2) return false;
  const cells = window.cells(row);
  return cells.every((cell, i) => {
    const text = cell?.trim() ?? '';
    return text === '' || bracketed || isUnit(text) || columns.every(({ column }) => column !== i);
  });
}

/** A table of texts alone: its first row is a header where it differs from what its columns have in common, and its words do not come again below. */
function textHeader(window: Window, rows: readonly number[], top: number, width: number): FoundHeader {
  let at = 0;
  while (at < rows.length - 1 && width > 1 && isAbove(window, rows[at] ?? top, width)) at++;
  const head = rows[at] ?? top;
  const none: FoundHeader = { rows: [], first: head };
  const body = rows.slice(at + 1);
  const cells = window.cells(head);
  if (window.kinds(head).some((kind) => kind === 'number' || kind === 'period')) return none;
  let alike = 0;
  let other = 0;
  for (let column = 0; column < width; column++) {
    const text = window.text(head, column);
    if (text === '') continue;
    const below = body.flatMap((row) => window.text(row, column) || []);
    if (below.includes(text)) return none;
    const shapes = new Set(below.map(codePattern));
    const [shape = ''] = shapes;
    const common = commonPattern(below);
    // One or two cells have a pattern by chance, but for addresses.
    if (common !== undefined && below.length >= (/[@/]/.test(common) ? 2 : 3)) {
      if (cellPattern(text) === common) alike++;
      else other++;
    } else if (below.length >= 3 && shapes.size === 1 && /^A+$/.test(shape)) {
      if (codePattern(text) === shape) alike++;
      else other++;
    }
  }
  if (alike > other) return none;
  if (body.length === 0 && cells.every((cell) => !cell?.trim())) return none;
  return { rows: [head], first: body[0] ?? head + 1 };
}

/** A line above the names: of a single text, or with cells for hardly half of the columns. */
function isAbove(window: Window, row: number, width: number): boolean {
  const { filled, width: cells } = window.shape(row);
  return filled <= 1 || (width > 3 && (filled * 2 < width || cells < width - 1));
}

/** Capitals by number, so that codes of one making look the same: PAK and IND are AAA. */
function codePattern(text: string): string {
  return text.replace(/\p{Lu}/gu, 'A');
}
