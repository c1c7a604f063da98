import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import iconv from 'iconv-lite';
import type { Dialect } from '../detection/dialect.ts';
import { sniffDialect } from '../detection/sniffDialect.ts';
import { type Encoding, sniffEncoding } from '../detection/sniffEncoding.ts';
import { binaryFile, emptyFile } from '../problems.ts';
import type { RawRow, Reader, ReaderNote } from './reader.ts';
import { Tokenizer } from './tokenizer.ts';

/** CSV, TSV and their kin: encoding and dialect are found from the first bytes, rows come from our own tokenizer. */
export const delimited: Reader = {
  format: 'text',
  extensions: ['.csv', '.tsv', '.txt', '.tab', '.psv'],
  accepts: () => true,
  async open(path, head, bytes) {
    const file = basename(path);
    if (bytes === 0) throw emptyFile(file);
    const whole = head.length >= bytes;
    const encoding = sniffEncoding(head, whole);
    if (!encoding) throw binaryFile(file);
    const sample = decode(head, encoding);
    if (sample.trim() === '') throw emptyFile(file);
    const dialect = sniffDialect(sample, whole);
    return {
      format: 'text',
      sheets: [],
      encoding: encoding.name,
      dialect,
      rows: (_sheet, note, signal) => rowsOfText(path, encoding, dialect, note, signal),
    };
  },
};

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(encoding.mark),
    encoding.name,
    {
      stripBOM: false,
    },
  );
}

/** The rows of a text under an encoding and dialect of the user's choice. */
export async function* rowsOfText(
  path: string,
  encoding: Encoding,
  dialect: Dialect,
  note: (note: ReaderNote) => void,
  signal: AbortSignal,
): AsyncGenerator<RawRow[]> {
  const decoder = iconv.getDecoder(encoding.name, { stripBOM: false });
  const tokenizer = new Tokenizer(dialect, note);
  const stream = createReadStream(path, { start: encoding.mark, highWaterMark: 1 << 20, signal });
  for await (const bytes of stream) {
    signal.throwIfAborted();
    const rows = tokenizer.push(decoder.write(bytes), false);
    if (rows.length > 0) yield rows;
  }
  const rows = tokenizer.push(decoder.end() ?? '', true);
  if (rows.length > 0) yield rows;
}
