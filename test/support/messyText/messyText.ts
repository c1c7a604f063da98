import iconv from 'iconv-lite';
import { type Locale, messyColumns } from './columns.ts';
import { Random } from './random.ts';
import { type Writing, writeRow, writingOf } from './writing.ts';

/** A text file as people and programs write them, and what stands in it. */
export interface MessyText {
  bytes: Buffer;
  /** The table's rows as they should be read, its header first where it has one. */
  rows: string[][];
  writing: Writing;
  encoding: string;
  /** Whether any cell stands in quotes, and whether any quote in a cell is marked. */
  quoted: boolean;
  escaped: boolean;
  /** What makes the file hard, for counting: "preamble", "ragged" ... */
  traits: string[];
}

const ENCODINGS: readonly (readonly [string, number])[] = [
  ['utf-8', 70],
  ['utf-8 bom', 9],
  ['utf-16le bom', 5],
  ['utf-16be bom', 2],
  ['utf-16le', 2],
  ['utf-16be', 1],
  ['windows-1252', 8],
  ['windows-1256', 3],
];

/** The file that belongs to a seed: a random table in a random dialect, with what people write around it. */
export function messyText(seed: number): MessyText {
  const random = new Random(seed * 7919 + 13);
  const encoding = random.weighted(ENCODINGS);
  const locale: Locale =
    encoding === 'windows-1256'
      ? 'ur'
      : random.weighted([
          ['en', 55],
          ['de', 20],
          ['fr', 10],
          ['in', 10],
          ['ur', 5],
        ]);
  const writing = writingOf(random);
  const traits: string[] = [];
  const width = random.int(2, 12);
  const columns = messyColumns(random, width, locale);
  const height = Math.round(3 * 60 ** random.next());
  const letters = (text: string) => representable(text, encoding);
  const body = Array.from({ length: height }, () =>
    columns.map((column) => letters(writing.allowed(column.cell(random)))),
  );
  const header = random.chance(0.88) ? [columns.map(({ name }) => letters(writing.allowed(name)))] : [];
  const rows = [...header, ...body];
  if (random.chance(0.06)) {
    traits.push('ragged');
    for (let i = header.length; i < rows.length; i++) {
      if (!random.chance(0.1)) continue;
      if (random.chance(0.5)) rows[i] = (rows[i] ?? []).slice(0, -1);
      else rows[i]?.push(writing.allowed(random.pick(['see note', '1', 'x'])));
    }
  }
  const lines: string[] = [];
  if (writing.sep && writing.delimiter.length === 1) {
    traits.push('sep');
    lines.push(`sep=${writing.delimiter}`);
  }
  const before = around(random, writing, width, ['preamble', 0.17], ['comments', 0.06], traits);
  lines.push(...before.map(letters));
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  let quoted = false;
  let escaped = false;
  const trail = random.chance(0.05);
  if (trail) traits.push('trailing');
  const blanks = random.chance(0.03);
  if (blanks) traits.push('blank lines');
  const last = rows.length - 1;
  rows.forEach((row, i) => {
    const written = writeRow(row, writing, random, i < header.length, widths);
    quoted ||= written.quoted;
    escaped ||= written.escaped;
    lines.push(written.text + (trail ? writing.delimiter : ''));
    if (blanks && i < last && random.chance(0.1)) lines.push('');
  });
  lines.push(...around(random, writing, width, ['footer', 0.12], null, traits).map(letters));
  if (
    random.chance(0.02) &&
    writing.quote === '"' &&
    quoted &&
    strayQuote(rows, lines, random, header.length, writing)
  )
    traits.push('stray quote');
  return {
    bytes: encoded(joined(lines, writing, random), encoding),
    rows,
    writing,
    encoding,
    quoted,
    escaped,
    traits,
  };
}

/** Lines that people put above or under a table. */
function around(
  random: Random,
  { delimiter }: Writing,
  width: number,
  [name, share]: [string, number],
  comments: [string, number] | null,
  traits: string[],
): string[] {
  if (comments && random.chance(comments[1])) {
    traits.push(comments[0]);
    return Array.from({ length: random.int(1, 6) }, () =>
      random.pick([
        '# Source: State Bank, table 4',
        '# status: final; unit: US$ million',
        '# don\'t edit, "generated" file',
        '#',
      ]),
    );
  }
  if (!random.chance(share)) return [];
  traits.push(name);
  const pad = random.chance(0.3) ? delimiter.repeat(width - 1) : '';
  const texts =
    name === 'footer'
      ? [
          'Source: State Bank of Pakistan; own calculations',
          'Note: figures are provisional, see page 4',
          '* revised',
          '(1) excludes "other" items',
          'Total rows: 12',
        ]
      : [
          'Exports of services by item',
          'Generated: 2025-03-01 10:22, by user',
          'Table 4.1: Trade, in US$ million; monthly',
          "Bank's own data",
          'Report "IT"',
        ];
  const lines = Array.from({ length: random.int(1, 4) }, () => random.pick(texts) + pad);
  if (random.chance(0.5)) {
    if (name === 'footer') lines.unshift(pad);
    else lines.push(pad);
  }
  return lines;
}

/** One quote too many at the start of a bare cell, as a slip of the hand puts it: it is part of the cell. */
function strayQuote(
  rows: string[][],
  lines: string[],
  random: Random,
  from: number,
  { delimiter }: Writing,
): boolean {
  const row = random.int(from, rows.length - 1);
  const cells = rows[row];
  const written = cells?.join(delimiter);
  const line = written === undefined ? -1 : lines.indexOf(written);
  if (!cells || !written || line < 0 || cells.some((cell) => cell.includes('"'))) return false;
  const at = random.int(0, cells.length - 1);
  if (cells[at] === '') return false;
  cells[at] = `"${cells[at]}`;
  lines[line] = cells.join(delimiter);
  return true;
}

function joined(lines: readonly string[], { lineEnd }: Writing, random: Random): string {
  const ends = lineEnd === 'mixed' ? ['\n', '\r\n', '\r'] : [lineEnd];
  const text = lines.map((line) => line + random.pick(ends)).join('');
  return random.chance(0.2) ? text.replace(/[\r\n]+$/, '') : text;
}

function representable(text: string, encoding: string): string {
  if (!encoding.startsWith('windows')) return text;
  return iconv.decode(iconv.encode(text, encoding), encoding).replaceAll('?', '');
}

function encoded(text: string, encoding: string): Buffer {
  const [name = '', bom] = encoding.split(' ');
  return iconv.encode(text, name, { addBOM: bom === 'bom' });
}
