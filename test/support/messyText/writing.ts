import type { Random } from './random.ts';

/** The habits by which a file is written. */
export interface Writing {
  delimiter: string;
  quote: string;
  /** '' = doubled. */
  escape: string;
  quoting: 'needed' | 'all' | 'texts' | 'never';
  lineEnd: string;
  /** Blanks before and after quoted cells. */
  airy: boolean;
  /** The first line names the delimiter, as Excel reads it. */
  sep: boolean;
  /** Columns stand under each other: cells are padded with blanks. */
  aligned: boolean;
  /** The text that such a file can hold in place of this one. */
  allowed(text: string): string;
}

const DELIMITERS: readonly (readonly [string, number])[] = [
  [',', 36],
  [';', 22],
  ['\t', 14],
  ['|', 9],
  [':', 1],
  [' ', 1.5],
  ['^', 1],
  ['~', 1],
  ['*', 0.5],
  ['#', 0.5],
  ['\u0001', 0.7],
  ['§', 0.4],
  ['¦', 0.4],
  ['||', 1],
  ['::', 0.7],
  [';;', 0.7],
  ['|~|', 0.6],
  ['~|~', 0.5],
  [', ', 2],
  ['; ', 1],
  [' | ', 1.2],
  ['blanks', 2.5],
  ['gaps', 1.5],
];

export function writingOf(random: Random): Writing {
  const chosen = random.weighted(DELIMITERS);
  const aligned = chosen === 'blanks' || chosen === 'gaps';
  const delimiter = chosen === 'blanks' ? ' ' : chosen === 'gaps' ? '  ' : chosen;
  const quoting = aligned
    ? 'never'
    : random.weighted([
        ['needed', 52],
        ['all', 15],
        ['texts', 13],
        ['never', 20],
      ] as const);
  const quote =
    quoting === 'never'
      ? ''
      : random.weighted([
          ['"', 86],
          ["'", 10],
          ['`', 4],
        ]);
  const escapeMark = quote !== '' && random.chance(0.2) ? '\\' : '';
  const airy = quote !== '' && delimiter.length === 1 && delimiter !== ' ' && random.chance(0.05);
  return {
    delimiter,
    quote,
    escape: escapeMark,
    quoting,
    lineEnd: random.weighted([
      ['\n', 55],
      ['\r\n', 38],
      ['\r', 4],
      ['mixed', 3],
    ]),
    airy,
    sep: random.chance(0.03),
    aligned,
    allowed(text) {
      let shown = delimiter === '\t' ? text : text.replaceAll('\t', ' ');
      // A backslash would have to be marked too; programs differ in whether they do.
      if (escapeMark !== '') shown = shown.replaceAll('\\', '/');
      if (quoting !== 'never') return shown;
      shown = shown.replace(/[\r\n]+/g, ' ').replace(/^["'`]+/, '');
      if (chosen === 'blanks') return shown.replace(/[ \u00a0]+/g, '_') || '-';
      if (chosen === 'gaps') return shown.replace(/ {2,}/g, ' ').trim() || '-';
      return shown
        .replaceAll(`${delimiter} `, ' ')
        .replaceAll(delimiter, delimiter === ' ' ? '_' : ' ')
        .replaceAll(delimiter.charAt(0), delimiter.length > 1 ? ' ' : '_');
    },
  };
}

const NUMBER = /^-?[\d.,\u00a0 ]+$/;

export function writeRow(
  row: readonly string[],
  writing: Writing,
  random: Random,
  isHeader: boolean,
  widths: readonly number[],
): { text: string; quoted: boolean; escaped: boolean } {
  const { delimiter, quote, escape: escapeMark, quoting, airy, aligned } = writing;
  let quoted = false;
  let escaped = false;
  const cells = row.map((cell, i) => {
    if (aligned) return cell.padEnd(widths[i] ?? 0);
    const wanted = quoting === 'all' || (quoting === 'texts' && (isHeader || !NUMBER.test(cell)));
    if (!wanted && !needsQuotes(cell, writing)) return cell;
    quoted = true;
    if (cell.includes(quote)) escaped = true;
    const inner = cell.replaceAll(quote, escapeMark === '' ? quote + quote : escapeMark + quote);
    const [before, after] = airy ? [' '.repeat(random.int(0, 1)), ' '.repeat(random.int(0, 1))] : ['', ''];
    return before + quote + inner + quote + after;
  });
  return { text: aligned ? cells.join(delimiter).trimEnd() : cells.join(delimiter), quoted, escaped };
}

function needsQuotes(cell: string, { delimiter, quote, quoting }: Writing): boolean {
  if (quoting === 'never') return false;
  // Blanks at the ends of bare cells are read in two ways.
  return (
    cell.includes(delimiter) || cell.includes(quote) || /[\r\n]|^\s|\s$/.test(cell) || /^["'`]/.test(cell)
  );
}
