import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { sniffEncoding } from '../detection/sniffEncoding.ts';
import { alignedColumns } from './alignedColumns.ts';
import type { RawRow, Reader } from './reader.ts';

/** Columns by their places want the whole text; what is larger was not copied by hand. */
const LARGEST_BYTES = 2 ** 20;
const BATCH = 1024;

/** A block of text without marks between its cells, as PDF viewers copy tables: columns by runs of spaces, or figures behind a label. */
export const aligned: Reader = {
  format: 'aligned text',
  extensions: ['.txt', '.prn'],
  accepts: ({ head, bytes, extension }) => {
    if (bytes > LARGEST_BYTES || !/^\.(txt|prn|)$/.test(extension)) return false;
    const text = textOf(head);
    return text !== null && alignedColumns(text) !== null;
  },
  async open(path) {
    const found = alignedColumns(textOf(await readFile(path)) ?? '');
    return {
      format: 'aligned text',
      sheets: [],
      async *rows(_sheet, note, signal) {
        for (const line of found?.placed ?? [])
          note({
            code: 'import.placed',
            text: 'A line with more or fewer cells than the others: they stand in the columns that they are nearest to.',
            line,
          });
        const rows: RawRow[] = found?.rows ?? [];
        for (let from = 0; from < rows.length; from += BATCH) {
          signal.throwIfAborted();
          yield rows.slice(from, from + BATCH);
        }
      },
    };
  },
};

function textOf(bytes: Uint8Array): string | null {
  const encoding = sniffEncoding(bytes, true);
  return (
    encoding && iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding.name)
  );
}
