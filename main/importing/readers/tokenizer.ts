import type { Dialect } from '../detection/dialect.ts';
import { type Delimiter, delimiterOf } from './delimiter.ts';
import { type LineEnd, lineEnd } from './lineEnd.ts';
import { quotedCell } from './quotedCell.ts';
import type { RawRow, ReaderNote } from './reader.ts';

/**
 * Text -> rows, exactly as written. A cell is quoted only where it begins with the quote, blanks before it aside; inside, a doubled (or
 * escaped) quote is one quote. Where a quote is not closed as it should be, `quotedCell` says what is made of it, and it is told.
 * Line ends may be LF, CR LF or CR, mixed. Time grows with the text's length, whatever it holds.
 */
export class Tokenizer {
  readonly #dialect: Dialect;
  readonly #delimiter: Delimiter;
  readonly #note: (note: ReaderNote) => void;
  #text = '';
  /** The next LF that was found in the text, -1 where none is left: a text whose lines end in CR is not searched to its end for each of them. */
  #lf = 0;
  #line = 1;
  #retryAt = 0;
  #toldBlanks = false;

  constructor(dialect: Dialect, note: (note: ReaderNote) => void) {
    this.#dialect = dialect;
    this.#delimiter = delimiterOf(dialect.delimiter);
    this.#note = note;
  }

  /** The rows that are complete after `text`; the last call says `final`. */
  push(text: string, final: boolean): RawRow[] {
    this.#text += text;
    // An unfinished record is read again from its start: only when there is twice as much of it, so that a long one costs linear time.
    if (!final && this.#text.length < this.#retryAt) return [];
    const rows: RawRow[] = [];
    let at = 0;
    this.#lf = this.#text.indexOf('\n');
    while (at < this.#text.length) {
      const record = this.#record(at, final);
      if (!record) break;
      for (const note of record.notes) this.#note(note);
      rows.push({ line: this.#line, cells: record.cells });
      this.#line += record.lines;
      at = record.next;
    }
    this.#text = this.#text.slice(at);
    this.#retryAt = this.#text.length * 2;
    return rows;
  }

  #lineEnd(from: number, final: boolean): LineEnd | null {
    if (this.#lf >= 0 && this.#lf < from) this.#lf = this.#text.indexOf('\n', from);
    return lineEnd(this.#text, from, final, this.#lf);
  }

  #record(start: number, final: boolean): Found | null {
    const { quote, escape: escapeMark } = this.#dialect;
    const end = this.#lineEnd(start, final);
    if (!end) return final || quote === '' ? null : this.#marked(start, null, final);
    const line = this.#text.slice(start, end.at);
    const plain =
      (quote === '' || !line.includes(quote)) && (escapeMark === '' || !line.includes(escapeMark));
    if (plain) return { cells: this.#delimiter.split(line), next: end.next, lines: 1, notes: NO_NOTES };
    return this.#marked(start, end, final);
  }

  /** A record that may hold quotes or escapes; null where the text ends before it does. */
  #marked(start: number, firstEnd: LineEnd | null, final: boolean): Found | null {
    const text = this.#text;
    const { quote } = this.#dialect;
    const delimiter = this.#delimiter;
    const cells: string[] = [];
    const notes: ReaderNote[] = [];
    let end = firstEnd;
    let at = delimiter.first(text, start);
    let lines = 1;
    for (;;) {
      const opening = quote === '' ? -1 : this.#opening(at);
      if (opening >= 0) {
        const cell = quotedCell(text, opening, at, this.#dialect, delimiter, final);
        if (cell === 'more') return null;
        if (cell) {
          if (cell.inner && notes.length < MOST_NOTES) notes.push(this.#odd('import.inner-quote', lines));
          if (cell.blanks || opening > at) this.#tellBlanks(lines);
          cells.push(cell.value);
          lines += cell.lines;
          at = cell.next;
          if (!end || end.at < at) end = this.#lineEnd(at, final);
          if (!end) return null;
          const length = delimiter.length(text, at);
          if (length > 0 && !this.#endsAt(at + length, end)) {
            at += length;
            continue;
          }
          return { cells, next: end.next, lines, notes };
        }
        // In running text a quote may well follow a comma and a blank.
        if (opening === at && notes.length < MOST_NOTES) notes.push(this.#odd('import.stray-quote', lines));
      }
      if (!end || end.at < at) end = this.#lineEnd(at, final);
      if (!end) return null;
      const bare = this.#bareCell(at, end);
      cells.push(bare.value);
      if (bare.next < 0 || this.#endsAt(bare.next, end)) return { cells, next: end.next, lines, notes };
      at = bare.next;
    }
  }

  /** Blanks at the end of a line part no cell where blanks are the delimiter. */
  #endsAt(at: number, end: LineEnd): boolean {
    return this.#delimiter.isBlank && this.#dialect.delimiter.length > 1 && at >= end.at;
  }

  /** Where the quote stands that opens the cell at `at`; -1 where none does. */
  #opening(at: number): number {
    const text = this.#text;
    let look = at;
    if (!this.#delimiter.isBlank) while (text.charCodeAt(look) === 32) look++;
    return text.startsWith(this.#dialect.quote, look) ? look : -1;
  }

  /** A cell without quotes, and where the next one begins; -1 after the last. */
  #bareCell(at: number, end: LineEnd): { value: string; next: number } {
    const text = this.#text;
    const { escape: mark, quote } = this.#dialect;
    let value = '';
    let from = at;
    let look = at;
    let next = this.#delimiter.next(text, at, end.at);
    for (;;) {
      // Sought again only behind an escape that hid it: a long cell may be full of escapes.
      if (next >= 0 && next < look) next = this.#delimiter.next(text, look, end.at);
      const stop = next < 0 ? end.at : next;
      const escaped = mark === '' ? -1 : text.slice(look, stop).indexOf(mark);
      if (escaped < 0)
        return {
          value: value + text.slice(from, stop),
          next: next < 0 ? -1 : next + this.#delimiter.length(text, next),
        };
      const after = look + escaped + mark.length;
      const length = this.#delimiter.length(text, after) || (isOne(text, after, mark, quote) ? 1 : 0);
      if (length > 0) {
        value += text.slice(from, after - mark.length) + text.slice(after, after + length);
        from = after + length;
      }
      look = after + length;
    }
  }

  #odd(code: keyof typeof ODD, lines: number): ReaderNote {
    return { code, text: ODD[code], line: this.#line + lines - 1 };
  }

  /** Once a file: where one cell has blanks around its quotes, all may. */
  #tellBlanks(lines: number): void {
    if (this.#toldBlanks) return;
    this.#toldBlanks = true;
    this.#note(this.#odd('import.blanks-around-quotes', lines));
  }
}

interface Found {
  cells: string[];
  next: number;
  lines: number;
  notes: readonly ReaderNote[];
}

/** Of one record: a line that is nothing but quotes is told often enough. */
const MOST_NOTES = 100;
const NO_NOTES: readonly ReaderNote[] = [];
const ODD = {
  'import.stray-quote': 'A quote is not closed: the cell is kept as written.',
  'import.inner-quote': 'A quote inside a quoted cell is not doubled: it is taken for a part of the text.',
  'import.blanks-around-quotes': 'Blanks stand outside of quotes: they are left out.',
};

function isOne(text: string, at: number, mark: string, quote: string): boolean {
  return text.startsWith(mark, at) || (quote !== '' && text.startsWith(quote, at));
}
