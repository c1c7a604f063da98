import { candidateDelimiters, statedDelimiter } from './candidateDelimiters.ts';
import { CellForms } from './cellForms.ts';
import { descriptionLength } from './descriptionLength.ts';
import { type Dialect, delimiterWords } from './dialect.ts';

const QUOTES = ['"', "'", '`'];
/** Letters that are looked at: of the head, and of each other piece. */
const HEAD = 30_000;
const PIECE = 8_000;
/** Letters of the head by which the candidates are thinned out. */
const FIRST = 4_000;
/** A dialect that comes so near is worked out to its end, for how sure the best one is. */
const SLACK = 72;

/**
 * The dialect of a text, by evidence: each candidate reads the sample, and the one under which the cells can be written down shortest wins
 * (minimum description length). Rows of one width cost nothing, and cells that look like those above them little: what a wrong dialect
 * leaves together, cuts in two or joins across lines has to be spelled out. No kind of table is preferred but by that.
 *
 * `whole` says that `head` is the whole text. `others` are pieces of the rest, each of which may begin and end inside a line.
 */
export function sniffDialect(head: string, whole: boolean, others: readonly string[] = []): Dialect {
  const pieces = samplesOf(head, whole, others);
  const text = pieces.join('\n');
  const stated = statedDelimiter(text);
  const delimiters = stated === undefined ? candidateDelimiters(text) : [stated];
  const forms = new CellForms(text);
  const dialects = delimiters.flatMap((delimiter) =>
    quotesOf(text, delimiter).flatMap((quote) =>
      escapesOf(text, delimiter, quote).map((escapeMark) => ({ delimiter, quote, escape: escapeMark })),
    ),
  );
  let best: Dialect = { delimiter: '', quote: '', escape: '' };
  let least = Number.POSITIVE_INFINITY;
  const tried = new Map<string, number>();
  for (const dialect of text.length > 2 * FIRST ? promising(pieces, dialects, forms) : dialects) {
    const bits = descriptionLength(pieces, dialect, forms, least + SLACK);
    if (bits < least - 0.001) [best, least] = [dialect, bits];
    tried.set(dialect.delimiter, Math.min(bits, tried.get(dialect.delimiter) ?? bits));
  }
  // A quote may first turn up beyond the sample: where none that opens a cell speaks against it, double quotes are expected.
  const found =
    best.quote === '' && !quotesOf(text, best.delimiter).includes('"') ? { ...best, quote: '"' } : best;
  tried.delete(best.delimiter);
  const [rival] = [...tried].toSorted((a, b) => a[1] - b[1]);
  if (rival && Number.isFinite(rival[1]))
    margins.set(found, { bits: rival[1] - least, rival: delimiterWords(rival[0]) });
  return found;
}

/** By how much the best reading beat the next, kept beside the dialect: a recipe takes the dialect as it is. */
const margins = new WeakMap<Dialect, Margin>();

export interface Margin {
  bits: number;
  /** The delimiter that came next, in words. */
  rival: string;
}

/** Undefined where no other delimiter came near. */
export function marginOf(dialect: Dialect): Margin | undefined {
  return margins.get(dialect);
}

/** Those that do well on the first lines, the best first: most candidates are plainly wrong, and all of the sample need not be read for that. */
function promising(
  pieces: readonly string[],
  dialects: readonly Dialect[],
  forms: CellForms,
): readonly Dialect[] {
  const first = pieces.map((piece, i) => wholeLines(piece.slice(0, i === 0 ? FIRST : FIRST / 4)));
  let least = Number.POSITIVE_INFINITY;
  const tried = dialects.map((dialect) => {
    const bits = descriptionLength(first, dialect, forms, least * 1.3);
    least = Math.min(least, bits);
    return { dialect, bits };
  });
  return tried
    .filter(({ bits }) => bits <= least * 1.2)
    .toSorted((a, b) => a.bits - b.bits)
    .map(({ dialect }) => dialect);
}

/** Whole lines from the head and from the pieces. */
function samplesOf(head: string, whole: boolean, others: readonly string[]): string[] {
  const samples = [head.length > HEAD || !whole ? wholeLines(head.slice(0, HEAD)) : head];
  const rest =
    others.length > 0
      ? others
      : head.length > HEAD + 2 * PIECE
        ? [head.slice(head.length >> 1), head.slice(-PIECE)]
        : [];
  for (const piece of rest) {
    const lines = piece.slice(0, PIECE);
    const from = lines.search(/[\r\n]/);
    if (from >= 0) samples.push(wholeLines(lines.slice(from + 1)).replace(/^\n/, ''));
  }
  return samples.filter((sample) => sample !== '');
}

function wholeLines(text: string): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return end < 0 ? text : text.slice(0, end + 1);
}

/** Quotes that open a cell somewhere, and none at all. */
function quotesOf(text: string, delimiter: string): string[] {
  const found = QUOTES.filter((quote) => {
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      let before = at;
      while (text.charCodeAt(before - 1) === 32) before--;
      if (before === 0 || /[\r\n\t]/.test(text.charAt(before - 1))) return true;
      if (
        delimiter === ''
          ? false
          : delimiter.startsWith('\\s')
            ? before < at
            : endsWith(text, before, at, delimiter)
      )
        return true;
    }
    return false;
  });
  return [...found, ''];
}

function endsWith(text: string, before: number, at: number, delimiter: string): boolean {
  return (
    text.endsWith(delimiter, at) || text.slice(Math.max(0, before - delimiter.length), before) === delimiter
  );
}

function escapesOf(text: string, delimiter: string, quote: string): string[] {
  const marks =
    text.includes('\\') &&
    ((quote !== '' && text.includes(`\\${quote}`)) || (delimiter !== '' && text.includes(`\\${delimiter}`)));
  return marks ? ['', '\\'] : [''];
}
