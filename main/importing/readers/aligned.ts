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
    const text = textOf(await readFile(path)) ?? '';
    const found = alignedColumns(text);
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
        const rows = withBlankLines(found?.rows ?? [], text);
        for (let from = 0; from < rows.length; from += BATCH) {
          signal.throwIfAborted();
          yield rows.slice(from, from + BATCH);
        }
      },
    };
  },
};

/** Blank lines part tables, and are told as all others are. */
function withBlankLines(found: readonly RawRow[], text: string): RawRow[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const byLine = new Map(found.map((row) => [row.line, row]));
  return lines.map((_, i) => byLine.get(i + 1) ?? { line: i + 1, cells: [''] });
}

function textOf(bytes: Uint8Array): string | null {
  const encoding = sniffEncoding(bytes, true);
  return (
    encoding && iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding.name)
  );
}
