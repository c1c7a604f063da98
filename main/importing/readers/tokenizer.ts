import type { Dialect } from '../detection/dialect.ts';
import type { RawRow, ReaderNote } from './reader.ts';

/** A quote left open for longer than this is taken for a stray one, so that one slip does not swallow a file. */
const LONGEST_CELL = 32_000_000;

/**
 * Text -> rows, exactly as written. A cell is quoted only where it begins with the quote; inside, a doubled (or escaped) quote is one quote.
 * A quote that is neither doubled nor followed by a delimiter or a line end is part of the text where its cell is closed later on the same line;
 * where it is not, the cell stands as written, quotes included. Line ends may be LF, CR LF or CR, mixed.
 */
export class Tokenizer {
  readonly #dialect: Dialect;
  readonly #note: (note: ReaderNote) => void;
  #text = '';
  #line = 1;
  #retryAt = 0;

  constructor(dialect: Dialect, note: (note: ReaderNote) => void) {
    this.#dialect = dialect;
    this.#note = note;
  }

  /** The rows that are complete after `text`; the last call says `final`. */
  push(text: string, final: boolean): RawRow[] {
    this.#text += text;
    // An unfinished record is read again from its start: only when there is twice as much of it, so that a long one costs linear time.
    if (!final && this.#text.length < this.#retryAt) return [];
    const rows: RawRow[] = [];
    let at = 0;
    while (at < this.#text.length) {
      const record = this.#record(at, final);
      if (!record) break;
      rows.push({ line: this.#line, cells: record.cells });
      this.#line += record.lines;
      at = record.next;
    }
    this.#text = this.#text.slice(at);
    this.#retryAt = this.#text.length * 2;
    return rows;
  }

  #record(start: number, final: boolean): Found | null {
    const { quote, delimiter } = this.#dialect;
    const end = lineEnd(this.#text, start, final);
    if (end) {
      const line = this.#text.slice(start, end.at);
      if (quote === '' || !line.includes(quote)) {
        return { cells: delimiter === '' ? [line] : line.split(delimiter), next: end.next, lines: 1 };
      }
    } else if (!final) {
      return null;
    }
    return this.#quoted(start, final);
  }

  #quoted(start: number, final: boolean): Found | null {
    const text = this.#text;
    const { quote, delimiter } = this.#dialect;
    const cells: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      if (text.startsWith(quote, at)) {
        const cell = this.#quotedCell(at, final);
        if (cell === 'more') return null;
        if (cell) {
          cells.push(cell.value);
          lines += cell.lines;
          at = cell.next;
          if (delimiter !== '' && text.startsWith(delimiter, at)) {
            at += delimiter.length;
            continue;
          }
          const end = lineEnd(text, at, final);
          if (!end) return null;
          return { cells, next: end.next, lines };
        }
        this.#note({
          code: 'import.stray-quote',
          text: 'A quote is not closed: the cell is kept as written.',
          line: this.#line + lines - 1,
        });
      }
      const end = lineEnd(text, at, final);
      if (!end) return null;
      const next = delimiter === '' ? -1 : text.indexOf(delimiter, at);
      if (next >= 0 && next < end.at) {
        cells.push(text.slice(at, next));
        at = next + delimiter.length;
        continue;
      }
      cells.push(text.slice(at, end.at));
      return { cells, next: end.next, lines };
    }
  }

  /** The cell whose opening quote stands at `at`; null where the quote is no opening one. */
  #quotedCell(at: number, final: boolean): { value: string; next: number; lines: number } | 'more' | null {
    const text = this.#text;
    const { quote, escape: escapeMark, delimiter } = this.#dialect;
    let value = '';
    let from = at + quote.length;
    let look = from;
    for (;;) {
      const mark = nextMark(text, look, quote, escapeMark);
      if (mark < 0) {
        if (!final && text.length - at < LONGEST_CELL) return 'more';
        return null;
      }
      if (escapeMark !== '' && text.startsWith(escapeMark, mark) && escapeMark !== quote) {
        const escaped = text.charAt(mark + escapeMark.length);
        if (escaped === '' && !final) return 'more';
        if (escaped === quote || escaped === escapeMark) {
          value += text.slice(from, mark) + escaped;
          from = mark + escapeMark.length + 1;
          look = from;
        } else {
          look = mark + escapeMark.length;
        }
        continue;
      }
      const after = mark + quote.length;
      if (after + Math.max(delimiter.length, quote.length, 1) > text.length && !final) return 'more';
      // Where the escape is another character, two quotes are still one: files mix both habits.
      if (text.startsWith(quote, after)) {
        value += text.slice(from, mark) + quote;
        from = after + quote.length;
        look = from;
        continue;
      }
      if (closes(text, after, delimiter)) {
        value += text.slice(from, mark);
        return { value, next: after, lines: countLineEnds(text, at, after) };
      }
      const end = lineEnd(text, after, final);
      if (!end) return 'more';
      if (!closedBefore(text, after, end.at, quote, delimiter)) return null;
      look = after;
    }
  }
}

interface Found {
  cells: string[];
  next: number;
  lines: number;
}

/** The end of the line that holds `from`; null where the text ends before it is known. */
function lineEnd(text: string, from: number, final: boolean): { at: number; next: number } | null {
  const lf = text.indexOf('\n', from);
  const cr = carriageReturn(text, from, lf);
  if (cr >= 0) {
    if (cr + 1 === text.length && !final) return null;
    return { at: cr, next: text.charAt(cr + 1) === '\n' ? cr + 2 : cr + 1 };
  }
  if (lf >= 0) return { at: lf, next: lf + 1 };
  return final ? { at: text.length, next: text.length } : null;
}

function carriageReturn(text: string, from: number, lf: number): number {
  if (lf < 0) return text.indexOf('\r', from);
  // Only this line is searched: a file without CR would otherwise be searched to its end for each line.
  const inLine = text.slice(from, lf).indexOf('\r');
  return inLine < 0 ? -1 : from + inLine;
}

function nextMark(text: string, from: number, quote: string, escapeMark: string): number {
  const atQuote = text.indexOf(quote, from);
  if (escapeMark === '' || escapeMark === quote) return atQuote;
  const atEscape = text.slice(from, atQuote < 0 ? undefined : atQuote).indexOf(escapeMark);
  return atEscape < 0 ? atQuote : from + atEscape;
}

function closes(text: string, at: number, delimiter: string): boolean {
  if (at >= text.length) return true;
  const next = text.charAt(at);
  return next === '\n' || next === '\r' || (delimiter !== '' && text.startsWith(delimiter, at));
}

function closedBefore(text: string, from: number, end: number, quote: string, delimiter: string): boolean {
  for (let at = text.indexOf(quote, from); at >= 0 && at < end; at = text.indexOf(quote, at + 1)) {
    if (closes(text, at + quote.length, delimiter)) return true;
  }
  return false;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}
