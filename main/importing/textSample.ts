import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Dialect } from './detection/dialect.ts';
import type { Encoding } from './detection/sniffEncoding.ts';
import type { RawRow } from './readers/reader.ts';
import { Tokenizer } from './readers/tokenizer.ts';

/** How much of a text is looked at. Between its ends places are looked into, evenly spread: a file that is sorted shows little of itself at its ends. */
interface Extent {
  head: number;
  places: number;
  place: number;
  tail: number;
}
/** Some seven thousand rows of 50 letters. */
export const MUCH: Extent = { head: 128 * 1024, places: 48, place: 4 * 1024, tail: 32 * 1024 };
/** Some fifteen hundred. */
export const LITTLE: Extent = { head: 32 * 1024, places: 24, place: 2 * 1024, tail: 8 * 1024 };

/** Rows from here and there in a large text, read without reading it all. */
export interface TextSample {
  /** The first rows, with their lines. */
  head: RawRow[];
  /** Rows in between; their lines are estimates. */
  middle: RawRow[];
  /** The last rows, with lines counted from 1 at the first of them. */
  tail: RawRow[];
  width: number;
  /** All rows at hand are one line each, have as many cells as the first, and hold something. */
  even: boolean;
  /** How many lines the file has, by the length of those at hand. */
  lines: number;
}

export async function sampleText(
  path: string,
  bytes: number,
  encoding: Encoding,
  dialect: Dialect,
  extent: Extent,
): Promise<TextSample> {
  const handle = await open(path);
  // Letters of one byte, or that tell where they begin: a place in the middle can be read on its own.
  const apart = !/utf-?(16|32)/i.test(encoding.name);
  const read = async (from: number, length: number) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, bytes - from)));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
    return iconv.decode(buffer.subarray(0, bytesRead), encoding.name, { stripBOM: false });
  };
  try {
    const start = await read(encoding.mark, extent.head);
    const head = rowsOf(start, dialect);
    const breaks = start.split('\n').length - 1;
    const lines = Math.max(head.length, Math.round((breaks * bytes) / extent.head));
    const middle: RawRow[] = [];
    for (let place = 1; apart && place <= extent.places; place++) {
      const from = Math.floor((bytes / (extent.places + 1)) * place);
      if (from < extent.head || from > bytes - extent.tail - extent.place) continue;
      const rows = rowsOf(afterBreak(await read(from, extent.place)), dialect);
      const line = Math.round((lines / (extent.places + 1)) * place);
      middle.push(...rows.map((row, i) => ({ line: line + i, cells: row.cells })));
    }
    const tail = apart
      ? rowsOf(
          afterBreak(await read(Math.max(encoding.mark, bytes - extent.tail), extent.tail)),
          dialect,
          true,
        )
      : [];
    const width = head[0]?.cells.length ?? 1;
    const even = [head, middle, tail].every((rows) =>
      rows.every(({ cells }) => cells.length === width && cells.some((cell) => cell?.trim())),
    );
    return { head, middle, tail, width, even: even && oneLineEach(head) && oneLineEach(tail), lines };
  } finally {
    await handle.close();
  }
}

function rowsOf(text: string, dialect: Dialect, final = false): RawRow[] {
  return new Tokenizer(dialect, () => undefined).push(text, final);
}

/** What follows the first line end: before it stands the rest of a row that began elsewhere. */
function afterBreak(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}

function oneLineEach(rows: readonly RawRow[]): boolean {
  return rows.every(({ line }, i) => line === (rows[0]?.line ?? 1) + i);
}
