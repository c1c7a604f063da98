import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import { binaryFile, damagedFile, tooLarge } from '../problems.ts';
import { cellOfJson, flatCells, isRecord, type Json, parseJson } from './jsonCells.ts';
import type { RawRow, Reader } from './reader.ts';

/** JSON is read whole, and takes many times its size once parsed. */
const LARGEST_BYTES = 64 * 2 ** 20;
/** Each keeps its spelling, at some 150 bytes. */
const MOST_VALUES = 3_000_000;
const DEEPEST = 3;
const BATCH = 1024;

/**
 * Arrays of records or of rows, at the top or up to three names down ("data.items"); several are offered like sheets.
 * Keys are row 1, numbers stand as written. Arrays of arrays are rows as they are.
 */
export const json: Reader = {
  format: 'json',
  extensions: ['.json'],
  accepts: ({ head, extension }) => {
    const start = new TextDecoder().decode(head.subarray(0, 4096)).trimStart();
    return extension === '.json' ? /^[[{]/.test(start) : /^(\{\s*"|\[\s*[[{])/.test(start);
  },
  async open(path, _head, bytes) {
    const file = basename(path);
    const tables = tablesIn(await parseJsonFile(path, file, bytes), '', 0);
    if (tables.length === 0) throw binaryFile(file, 'JSON without a list of records');
    const tableOf = (sheet: string | undefined) => tables.find(({ name }) => name === sheet) ?? tables[0];
    return {
      format: 'json',
      sheets: tables.length === 1 ? [] : tables.map(({ name }) => ({ name, hidden: false })),
      isHeaded: (sheet) => tableOf(sheet)?.items.some(isRecord) ?? false,
      async *rows(sheet, note, signal) {
        const rows = rowsOf(tableOf(sheet)?.items ?? []);
        for (const [i, cells] of rows.entries())
          if (cells.some((cell) => cell?.isWellFormed() === false))
            note({
              code: 'import.lone-surrogate',
              text: 'A text holds half of a letter, which is shown as \ufffd.',
              line: i + 1,
            });
        for (let from = 0; from < rows.length; from += BATCH) {
          signal.throwIfAborted();
          yield rows.slice(from, from + BATCH).map((cells, i): RawRow => ({ line: from + i + 1, cells }));
        }
      },
    };
  },
};

/** A JSON file whole, its numbers as spelt. Problems: import.too-large, import.damaged. */
export async function parseJsonFile(path: string, file: string, bytes: number): Promise<Json> {
  if (bytes > LARGEST_BYTES)
    throw tooLarge(
      file,
      `The JSON is larger than ${LARGEST_BYTES / 2 ** 20} MB.`,
      'Save it as NDJSON, one record a line, or as CSV, and import that.',
    );
  const text = utf8(await readFile(path), file);
  if (valuesIn(text) > MOST_VALUES)
    throw tooLarge(
      file,
      `The JSON holds more than ${MOST_VALUES / 1e6} million values.`,
      'Save it as NDJSON, one record a line, or as CSV, and import that.',
    );
  try {
    return parseJson(text);
  } catch (error) {
    // V8 walks down by calling itself.
    if (error instanceof RangeError) throw damagedFile(file, 'its lists stand too deep in each other', error);
    if (!(error instanceof SyntaxError)) throw error;
    // V8 tells the place of most slips, not of all.
    const line = /line (\d+)/.exec(error.message)?.[1];
    throw new Problem(
      {
        code: 'import.damaged',
        message: `The JSON is broken${line ? ` in line ${line}` : ''}.`,
        remedy: 'Download it again, or correct that line.',
        place: { file, ...(line && { line: Number(line) }) },
      },
      { cause: error },
    );
  }
}

function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw damagedFile(file, 'it is not UTF-8, as JSON must be', error);
  }
}

/** At least as many values as the text holds, up to the most that can be read: commas in texts count as well. */
function valuesIn(text: string): number {
  let count = 1;
  for (let at = text.indexOf(','); at >= 0 && count <= MOST_VALUES; at = text.indexOf(',', at + 1)) count++;
  return count;
}

interface Found {
  name: string;
  items: Json[];
}

function tablesIn(value: Json, name: string, depth: number): Found[] {
  const inside = (key: string) => (name === '' ? key : `${name}.${key}`);
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isRecord)) return [{ name, items: value }];
    // Rows of plain values are a table; a list of lists of records (paging, then data) is not.
    if (value.length > 0 && value.every((row) => Array.isArray(row) && !row.some(isRecord)))
      return [{ name, items: value }];
    return depth >= DEEPEST
      ? []
      : value.flatMap((item, i) => tablesIn(item, inside(String(i + 1)), depth + 1));
  }
  if (!isRecord(value) || depth >= DEEPEST) return [];
  return Object.entries(value).flatMap(([key, item]) => tablesIn(item, inside(key), depth + 1));
}

function rowsOf(items: readonly Json[]): (string | null)[][] {
  if (!items.some(isRecord)) return items.map((row) => (Array.isArray(row) ? row.map(cellOfJson) : []));
  const records = items.map((item) => (isRecord(item) ? flatCells(item) : new Map<string, string | null>()));
  const names = [...new Set(records.flatMap((record) => [...record.keys()]))];
  return [names, ...records.map((record) => names.map((name) => record.get(name) ?? null))];
}
