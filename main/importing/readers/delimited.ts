import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import iconv from 'iconv-lite';
import type { Problem } from '../../../shared/contract/problem.ts';
import { LARGE_BYTES } from '../csvReader.ts';
import type { Dialect } from '../detection/dialect.ts';
import { sniffDialect } from '../detection/sniffDialect.ts';
import { type Encoding, sniffEncoding } from '../detection/sniffEncoding.ts';
import { binaryFile, emptyFile, LONGEST_CELL, longCell, longLine } from '../problems.ts';
import type { RawRow, Reader, ReaderNote } from './reader.ts';
import { Tokenizer } from './tokenizer.ts';
import { UpperLines } from './upperLines.ts';

/** A line, or a cell with line ends in it: as much as the reader of large files takes. */
const LONGEST_LINE = 8 << 20;
/** Bytes that are looked at in the middle and at the end of a long file. */
const PIECE_BYTES = 24_000;
/** Stretches of a large file in which a letter beyond ASCII is sought, which decides the encoding: a first preview may not wait for more. */
const STRETCHES = 64;
const STRETCH_BYTES = 16_384;

/** CSV, TSV and their kin: encoding and dialect are found from the head, the middle and the end, rows come from our own tokenizer. */
export const delimited: Reader = {
  format: 'text',
  extensions: ['.csv', '.tsv', '.txt', '.tab', '.psv'],
  accepts: () => true,
  async open(path, head, bytes) {
    const file = basename(path);
    if (bytes === 0) throw emptyFile(file);
    const whole = head.length >= bytes;
    const handle = await open(path);
    try {
      const { encoding, isPlain } = await encodingOf(handle, head, bytes);
      if (!encoding) throw binaryFile(file);
      const sample = decode(head.subarray(encoding.mark), encoding);
      if (sample.trim() === '') throw emptyFile(file);
      const dialect = sniffDialect(sample, whole, whole ? [] : await pieces(handle, bytes, encoding));
      return {
        format: 'text',
        sheets: [],
        encoding: encoding.name,
        isPlain,
        dialect,
        rows: (_sheet, note, signal) => rowsOfText(path, encoding, dialect, note, signal),
      };
    } finally {
      await handle.close();
    }
  },
};

/** That of the head; where the head is plain ASCII, which fits nearly all, that of the lines that are not. `isPlain`: none were met in a file too large to be looked through. */
async function encodingOf(
  handle: FileHandle,
  head: Uint8Array,
  bytes: number,
): Promise<{ encoding: Encoding | null; isPlain: boolean }> {
  const encoding = sniffEncoding(head, head.length >= bytes);
  if (encoding?.name !== 'utf-8' || encoding.mark > 0 || !isAscii(head)) return { encoding, isPlain: false };
  const isLarge = bytes >= LARGE_BYTES;
  const lines = new UpperLines();
  if (isLarge) {
    for (let i = 1; i <= STRETCHES; i++)
      lines.look(
        await readAt(handle, Math.floor(((bytes - STRETCH_BYTES) / STRETCHES) * i), STRETCH_BYTES),
        false,
      );
  } else {
    lines.look(Buffer.from(head.buffer, head.byteOffset, head.length), true);
    if (bytes > head.length) lines.look(await readAt(handle, head.length, bytes - head.length), true);
  }
  lines.end();
  const { text } = lines;
  return text
    ? { encoding: sniffEncoding(text, false) ?? encoding, isPlain: false }
    : { encoding, isPlain: isLarge };
}

async function pieces(handle: FileHandle, bytes: number, encoding: Encoding): Promise<string[]> {
  const size = Math.min(PIECE_BYTES, bytes);
  // UTF-16 and UTF-32 are read from where a letter begins.
  const places = [bytes >> 1, bytes - size].map((at) => at - ((at - encoding.mark) % 4));
  return await Promise.all(places.map(async (at) => decode(await readAt(handle, at, size), encoding)));
}

async function readAt(handle: FileHandle, at: number, size: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, at);
  return buffer.subarray(0, bytesRead);
}

function decode(bytes: Uint8Array, { name }: Encoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
    stripBOM: false,
  });
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
  let unended = 0;
  let all = 0;
  const stream = createReadStream(path, { start: encoding.mark, highWaterMark: 1 << 20, signal });
  let damaged = false;
  const told = (text: string, final: boolean) => {
    // Half of a letter of UTF-16 becomes that mark where it is stored.
    damaged ||= text.includes('\ufffd') || !text.isWellFormed();
    const rows = tokenizer.push(text, final);
    if (damaged && rows.length > 0) {
      tellDamaged(rows, note);
      // A row that is not complete yet may hold it.
      damaged = !final && text.lastIndexOf('\ufffd') > text.lastIndexOf('\n');
    }
    return rows;
  };
  for await (const bytes of stream) {
    signal.throwIfAborted();
    all += bytes.length;
    const rows = told(decoder.write(bytes), false);
    unended = rows.length > 0 ? 0 : unended + bytes.length;
    if (unended > LONGEST_LINE) throw tooLong(basename(path), tokenizer.push('', true));
    if (rows.length > 0) yield rows;
  }
  const rows = told(decoder.end() ?? '', true);
  // Letters have two bytes each: half of the last one is missing, and perhaps more.
  if (/utf-?16/i.test(encoding.name) && all % 2 === 1)
    note({
      code: 'import.broken-off',
      text: 'The file ends in the middle of a letter: more may be missing. Download it again.',
      line: rows.at(-1)?.line ?? 1,
    });
  if (rows.length > 0) yield rows;
}

/** What is wrong with a line that does not end: one endless cell, or endlessly many. */
function tooLong(file: string, rows: readonly RawRow[]): Problem {
  for (const { line, cells } of rows) {
    const long = cells.findIndex((cell) => cell !== null && cell.length > LONGEST_CELL);
    if (long >= 0) return longCell(file, line, long + 1);
  }
  return longLine(file, rows.at(-1)?.line ?? 1, LONGEST_LINE >> 20);
}

/** Bytes that are no letter of the encoding come as U+FFFD: the line is told, for the figure or name in it is not what it was. */
function tellDamaged(rows: readonly RawRow[], note: (note: ReaderNote) => void): void {
  for (const { line, cells } of rows) {
    if (cells.some((cell) => cell?.includes('\ufffd') || cell?.isWellFormed() === false))
      note({
        code: 'import.undecodable',
        text: 'Bytes that are no letter of this encoding are shown as \ufffd. Another encoding may be right.',
        line,
      });
  }
}
