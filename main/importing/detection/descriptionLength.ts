import { Tokenizer } from '../readers/tokenizer.ts';
import type { CellForms } from './cellForms.ts';
import { ColumnCode } from './columnCode.ts';
import { BLANKS, type Dialect, GAPS } from './dialect.ts';
import { isRuleLine } from './ruleLine.ts';

/** Rows between two looks whether a candidate has lost already. */
const STRIDE = 16;
/** A quote that is not closed is a mistake of the writer: dear, for they are few. One inside a cell that is not doubled may be a habit. */
const STRAY = 24;
const INNER = 8;
const MOST_ROWS = 600;
/** A row that begins or ends with the mark, but without its blank: the mark alone is the delimiter. */
const FRAMED = 8;
const EVEN = 0.6;
/** A space between two words is mostly one of a name or a sentence. */
const BETWEEN_WORDS = 3;

/** Bits that it takes to write the pieces down as a table of that dialect; more than `limit` is not worked out. */
export function descriptionLength(
  pieces: readonly string[],
  dialect: Dialect,
  forms: CellForms,
  limit: number,
): number {
  const columns: ColumnCode[] = [];
  const widths = new Map<number, number>();
  const boundary = boundaryBits(dialect.delimiter);
  const bare = /^\s.|.\s$/.test(dialect.delimiter) ? dialect.delimiter.trim() : '';
  const isBlank = dialect.delimiter === ' ' || dialect.delimiter === BLANKS;
  let rows = 0;
  let previous = -1;
  let mistakes = 0;
  // Sentences and names have now three words, now five: the same number in every line is seldom chance.
  const evenness = (count: number) =>
    widths.size === 1 && previous >= (isBlank ? 3 : 4)
      ? Math.min(EVEN, boundary / 2) * (previous - 1) * count
      : 0;
  let bits = rareBits(dialect.delimiter);
  for (const piece of pieces) {
    const tokenizer = new Tokenizer(dialect, ({ code }) => {
      if (code === 'import.stray-quote') mistakes += STRAY;
      else if (code === 'import.inner-quote') mistakes += INNER;
    });
    let left = MOST_ROWS;
    for (const { cells } of tokenizer.push(piece, true)) {
      if ((cells.length === 1 && cells[0]?.trim() === '') || isRuleLine(cells)) continue;
      if (left-- === 0) break;
      bits += widthBits(widths, cells.length, previous, rows) + boundary * (cells.length - 1);
      if (isBlank) bits += BETWEEN_WORDS * wordCuts(cells);
      if (bare !== '' && (cells[0]?.startsWith(bare) || cells.at(-1)?.endsWith(bare))) bits += FRAMED;
      if (cells.length === 1) bits++;
      previous = cells.length;
      for (const [i, cell] of cells.entries()) {
        columns[i] ??= new ColumnCode(forms);
        bits += columns[i].bits(cell ?? '');
      }
      rows++;
      if (rows % STRIDE === 0 && bits + mistakes - evenness(rows) > limit) return Number.POSITIVE_INFINITY;
    }
  }
  return bits + mistakes - (rows >= 5 ? evenness(rows) : 0);
}

/** A row as wide as the one above it is expected; where it is not, its width has to be told and none of its cuts was foreseen. */
function widthBits(widths: Map<number, number>, width: number, previous: number, rows: number): number {
  const count = widths.get(width) ?? 0;
  widths.set(width, count + 1);
  if (width === previous) return 0.1;
  if (count > 0) return 6 + width + Math.log2((rows + 1) / count);
  return 8 + width;
}

/** Cuts that have a letter on either side. */
function wordCuts(cells: readonly (string | null)[]): number {
  let cuts = 0;
  for (let i = 1; i < cells.length; i++)
    if (LETTER_LAST.test(cells[i - 1] ?? '') && LETTER_FIRST.test(cells[i] ?? '')) cuts++;
  return cuts;
}

const LETTER_LAST = /\p{L}[.,]?$/u;
const LETTER_FIRST = /^\p{L}/u;

/** How rare such files are. */
function rareBits(delimiter: string): number {
  if (delimiter === '') return 10;
  return delimiter === ' ' || delimiter === BLANKS || delimiter === GAPS || /[:=+&?@$]/.test(delimiter)
    ? 20
    : 0;
}

/** What speaks against each cut of a delimiter before the text is looked at: some marks part words, times and figures more often than cells. */
function boundaryBits(delimiter: string): number {
  if (delimiter === '' || /[,;\t|\p{Cc}]/u.test(delimiter)) return 0;
  if (delimiter === GAPS) return 1.5;
  if (delimiter === BLANKS) return 0.8;
  if (delimiter === ' ') return 1.8;
  if (delimiter.startsWith(':')) return 3;
  // They part the names and hosts of addresses.
  if (/^[&?@]$/.test(delimiter)) return 8;
  return /^[=+&?@$]/.test(delimiter) ? 5 : 1.5;
}
