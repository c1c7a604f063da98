import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import iconv from 'iconv-lite';
import { sniffEncoding } from '../detection/sniffEncoding.ts';
import { binaryFile, tooLarge } from '../problems.ts';
import { type HtmlTable, htmlTables } from './htmlTables.ts';
import { htmlTags } from './htmlTags.ts';
import type { OpenedFile, RawRow, Reader, ReaderNote, SheetInfo } from './reader.ts';
import { hiddenRowNote, mergedNote } from './sheetNotes.ts';

/** A page is read whole. */
export const LARGEST_PAGE = 64 * 2 ** 20;
const BATCH = 1024;
/** What pages and copied blocks begin with. */
const FIRST: ReadonlySet<string> = new Set([
  'html',
  'head',
  'meta',
  'title',
  'link',
  'base',
  'body',
  'table',
  'div',
  'center',
  'span',
  'font',
  'b',
  'p',
  'h1',
  'h2',
  'h3',
]);

const LESS_THAN = 0x3c;

/** Web pages with tables, which many offices publish under the name .xls, and blocks copied from a page or a spreadsheet: one sheet for each table, its caption above it. */
export const html: Reader = {
  format: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  accepts: ({ head }) => {
    // Most texts hold no such letter, and need not be decoded to see that they are no page.
    if (!head.includes(LESS_THAN)) return false;
    const encoding = sniffEncoding(head, false);
    if (!encoding) return false;
    const start = decode(head, encoding.name);
    return startsAsPage(start) && /<table\b|<html\b|<!doctype\s+html/i.test(start);
  },
  async open(path, _head, bytes) {
    const file = basename(path);
    if (bytes > LARGEST_PAGE)
      throw tooLarge(
        file,
        `The page is larger than ${LARGEST_PAGE / 2 ** 20} MB.`,
        'Save its table as CSV, and import that.',
      );
    return openPages('html', file, [pageText(await readFile(path))]);
  },
};

/** The tables of all pages, each a sheet. Problems: import.too-large, import.binary where there is none. */
export function openPages(format: string, file: string, pages: readonly string[]): OpenedFile {
  const tables: HtmlTable[] = [];
  for (const page of pages) {
    const found = htmlTables(page);
    if (!found)
      throw tooLarge(
        file,
        'The page holds more cells than can be read.',
        'Save its table as CSV, and import that.',
      );
    tables.push(...found);
  }
  if (tables.length === 0) throw binaryFile(file, 'a web page without a table');
  const sheets = named(tables);
  return {
    format,
    sheets: tables.length === 1 ? [] : sheets.map(({ name, hidden }) => ({ name, hidden })),
    async *rows(name, note, signal) {
      const { table } = sheets.find((one) => one.name === name) ?? sheets[0] ?? {};
      if (!table) return;
      const lines = linesOf(table, note);
      for (let from = 0; from < lines.length; from += BATCH) {
        signal.throwIfAborted();
        yield lines.slice(from, from + BATCH);
      }
    },
  };
}

/** A page's bytes as text. */
export function pageText(bytes: Buffer): string {
  return decode(bytes, encodingOf(bytes));
}

function startsAsPage(page: string): boolean {
  for (const { text, name } of htmlTags(page)) {
    // A file may begin with its byte order mark.
    if (text.replace('\ufeff', '').trim() !== '') return false;
    if (name !== '') return FIRST.has(name);
  }
  return false;
}

function linesOf(
  { caption, rows, merged, hidden, brokenOff }: HtmlTable,
  note: (note: ReaderNote) => void,
): RawRow[] {
  const first = caption === '' ? 1 : 2;
  for (const one of merged)
    note(
      mergedNote(one.row + first, one.column, one.row + first + one.rows - 1, one.column + one.columns - 1),
    );
  for (const row of hidden) note(hiddenRowNote(row + first));
  const lines = rows.map((cells, i): RawRow => ({ line: i + first, cells }));
  if (brokenOff)
    note({
      code: 'import.broken-off',
      text: 'The page ends inside of this table: rows may be missing. Save it again.',
      line: lines.at(-1)?.line ?? 1,
    });
  return caption === '' ? lines : [{ line: 1, cells: [caption] }, ...lines];
}

/** The largest first: a page lays out its menus in tables too. */
function named(tables: readonly HtmlTable[]): (SheetInfo & { table: HtmlTable })[] {
  const taken = new Set<string>();
  return tables
    .map((table, i) => ({ table, at: i + 1, cells: table.rows.reduce((sum, row) => sum + row.length, 0) }))
    .toSorted((a, b) => b.cells - a.cells || a.at - b.at)
    .map(({ table, at }) => {
      const own = table.caption.slice(0, 80) || `Table ${at}`;
      const name = taken.has(own) ? `${own} (${at})` : own;
      taken.add(name);
      return { table, name, hidden: false };
    });
}

/** What the page says of itself, unless its first bytes say otherwise. */
function encodingOf(bytes: Buffer): string {
  const found = sniffEncoding(bytes.subarray(0, 1 << 20), bytes.length <= 1 << 20)?.name ?? 'utf-8';
  if (found.startsWith('utf-16')) return found;
  const said = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1];
  // ISO 8859-1 on the web means Windows 1252.
  const name = said && /^(iso-8859-1|latin1|us-ascii)$/i.test(said) ? 'windows-1252' : said;
  return name !== undefined && found !== 'utf-8' && iconv.encodingExists(name) ? name : found;
}

function decode(bytes: Uint8Array, name: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
}
