import { Tokenizer } from '../readers/tokenizer.ts';
import { cellKind } from './cellKind.ts';
import type { Dialect } from './dialect.ts';

const USUAL = [',', ';', '\t', '|'];
const QUOTES = ['"', "'", '`'];
const SAMPLE_LINES = 400;

/**
 * The dialect of a text, by evidence: every candidate reads the sample, and the one whose rows are most alike and whose cells are most
 * often of a known kind wins (van den Burg et al., "Wrangling messy CSV files by detecting row and type patterns", 2019).
 * `final` says that the sample is the whole text.
 */
export function sniffDialect(sample: string, final: boolean): Dialect {
  const text = firstLines(sample, final);
  let best: { dialect: Dialect; score: number } = {
    dialect: { delimiter: '', quote: quotesOf(text, '').at(0) ?? '', escape: '' },
    score: 0,
  };
  best.score = score(text, best.dialect);
  for (const delimiter of delimitersOf(text)) {
    for (const quote of [...quotesOf(text, delimiter), '']) {
      const dialect = { delimiter, quote, escape: quote !== '' && text.includes(`\\${quote}`) ? '\\' : '' };
      const found = score(text, dialect);
      if (found > best.score * 1.0001) best = { dialect, score: found };
    }
  }
  const { quote } = best.dialect;
  const delimiter = doubled(text, best.dialect.delimiter);
  // A quote may first turn up beyond the sample: where nothing speaks against it, double quotes are expected.
  return { delimiter, quote: quote === '' && !text.includes('"') ? '"' : quote, escape: best.dialect.escape };
}

/** A mark that stands only in pairs is a delimiter of two letters, not one with an empty cell between each two. */
function doubled(text: string, delimiter: string): string {
  if (delimiter.length !== 1 || delimiter === ' ' || !text.includes(delimiter + delimiter)) return delimiter;
  return text.replaceAll(delimiter + delimiter, '').includes(delimiter) ? delimiter : delimiter + delimiter;
}

function firstLines(sample: string, final: boolean): string {
  let at = 0;
  for (let i = 0; i < SAMPLE_LINES; i++) {
    const next = sample.slice(at).search(/\r\n|\n|\r/);
    if (next < 0) return final || at === 0 ? sample : sample.slice(0, at);
    at += next + 1;
  }
  return sample.slice(0, at);
}

/** Usual ones first: of equals the first wins. Then whatever else stands about as often in most lines. */
function delimitersOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const found = USUAL.filter((delimiter) => text.includes(delimiter));
  const marks = new Set(text.slice(0, 20_000).match(/[^\p{L}\p{N}"'`\r\n.,;\t|_()/%-]/gu) ?? []);
  for (const mark of marks) {
    const holding = lines.filter((line) => line.includes(mark)).length;
    if (holding * 2 >= lines.length) found.push(mark);
  }
  const pairs = new Set(text.slice(0, 20_000).match(/([,;|:\t^~#*&$@!=+-])\1+|[,;|] |: :/g) ?? []);
  for (const pair of pairs) {
    const holding = lines.filter((line) => line.includes(pair)).length;
    if (holding * 2 >= lines.length) found.push(pair);
  }
  return found.slice(0, 24);
}

/** Quotes that open or close a cell somewhere. */
function quotesOf(text: string, delimiter: string): string[] {
  return QUOTES.filter((quote) => {
    if (!text.includes(quote)) return false;
    if (delimiter === '') return text.startsWith(quote) || text.includes(`\n${quote}`);
    return (
      text.startsWith(quote) ||
      text.includes(`\n${quote}`) ||
      text.includes(`\r${quote}`) ||
      text.includes(delimiter + quote)
    );
  });
}

function score(text: string, dialect: Dialect): number {
  let strays = 0;
  const rows = new Tokenizer(dialect, () => strays++).push(text, true);
  const patterns = new Map<number, number>();
  let cells = 0;
  let known = 0;
  for (const row of rows) {
    if (row.cells.length === 1 && row.cells[0]?.trim() === '') continue;
    patterns.set(row.cells.length, (patterns.get(row.cells.length) ?? 0) + 1);
    for (const cell of row.cells) {
      cells++;
      known += typeScore(cell ?? '');
    }
  }
  if (cells === 0) return 0;
  let pattern = 0;
  let total = 0;
  for (const [length, count] of patterns) {
    pattern += count * (Math.max(0.001, length - 1) / length);
    total += count;
  }
  // Few odd rows (a preamble, a ragged row) must not outweigh the many that agree: kinds of rows count by their share.
  let kinds = 0;
  for (const count of patterns.values()) kinds += (count / total) ** 2;
  return pattern * kinds * (known / cells) * (1 - Math.min(0.9, strays / Math.max(1, rows.length)));
}

/** 1 for what a cell usually holds, less for text with marks in it that look like cells not yet parted. */
function typeScore(cell: string): number {
  const kind = cellKind(cell);
  if (kind !== 'text') return 1;
  if (/^["'`]|["'`]$/.test(cell.trim())) return 0.1;
  if (/[;\t|]/.test(cell)) return 0.2;
  if (/^[\p{L}\p{N}_. -]+$/u.test(cell)) return cell === cell.trim() ? 1 : 0.9;
  return 0.6;
}
