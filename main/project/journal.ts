import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Problem } from '../../shared/contract/problem.ts';
import type { JournalRecord } from './journalRecord.ts';

const MAGIC = new TextEncoder().encode('TIJARAT-JOURNAL-1\n');
const HEAD = 8; // length and CRC-32 of the JSON that follows, little-endian
const MOST_BYTES = 2 ** 30;

/** Writes bytes at a place of a file, flushed when it resolves. Passed in so that a test can have a disk that fails. */
export type WriteFlushed = (file: FileHandle, bytes: Uint8Array, at: number) => Promise<void>;

const writeFlushed: WriteFlushed = async (file, bytes, at) => {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  }
  await file.datasync();
};

/** The file to which every change goes before it is acknowledged. One writer; records are never rewritten. */
export class Journal {
  readonly #file: FileHandle;
  readonly #write: WriteFlushed;
  #end: number;

  private constructor(file: FileHandle, end: number, write: WriteFlushed) {
    this.#file = file;
    this.#end = end;
    this.#write = write;
  }

  static async create(path: string, first: JournalRecord, write = writeFlushed): Promise<Journal> {
    const journal = new Journal(await open(path, 'wx+'), 0, write);
    await write(journal.#file, MAGIC, 0);
    journal.#end = MAGIC.length;
    await journal.append(first);
    return journal;
  }

  /** Goes on after the last whole record; what stands behind it (a torn tail) is cut off. */
  static async continue(path: string, end: number, write = writeFlushed): Promise<Journal> {
    const file = await open(path, 'r+');
    await file.truncate(end);
    await file.datasync();
    return new Journal(file, end, write);
  }

  get end(): number {
    return this.#end;
  }

  /** Resolves when the record is on the disk. Problem `journal.not-written` otherwise; then nothing of it is left. */
  async append(record: JournalRecord): Promise<void> {
    const json = new TextEncoder().encode(JSON.stringify(record));
    const bytes = new Uint8Array(HEAD + json.length);
    const head = new DataView(bytes.buffer);
    head.setUint32(0, json.length, true);
    head.setUint32(4, crc32(json), true);
    bytes.set(json, HEAD);
    try {
      await this.#write(this.#file, bytes, this.#end);
    } catch (cause) {
      await this.cutTo(this.#end).catch(() => undefined); // a torn record at the end is dropped when it is read, too
      throw new Problem(
        {
          code: 'journal.not-written',
          message: `The change could not be written to the disk${cause instanceof Error ? ` (${cause.message})` : ''}.`,
          remedy: 'Nothing was changed. Make room on the disk that holds your home folder, then do it again.',
        },
        { cause },
      );
    }
    this.#end += bytes.length;
  }

  /** Takes back what was appended after `end`. */
  async cutTo(end: number): Promise<void> {
    this.#end = end;
    await this.#file.truncate(end);
    await this.#file.datasync();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

export interface JournalContent {
  records: JournalRecord[];
  /** Where each record ends in the file. */
  ends: number[];
  /** Where the last whole record ends. */
  end: number;
  /** none: all was read. torn: the last record is incomplete, so it was never acknowledged. corrupt: bytes changed; what follows them is lost. */
  damage: 'none' | 'torn' | 'corrupt';
}

/** Reads as much of a journal as is whole. */
export async function readJournal(path: string): Promise<JournalContent> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(1 << 24, size - at), at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return parseJournal(bytes);
  } finally {
    await file.close();
  }
}

function parseJournal(bytes: Uint8Array): JournalContent {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) {
    return { records: [], ends: [], end: 0, damage: bytes.length < MAGIC.length ? 'torn' : 'corrupt' };
  }
  const view = new DataView(bytes.buffer);
  const records: JournalRecord[] = [];
  const ends: number[] = [];
  let at = MAGIC.length;
  while (at < bytes.length) {
    if (at + HEAD > bytes.length) return { records, ends, end: at, damage: 'torn' };
    const length = view.getUint32(at, true);
    const next = at + HEAD + length;
    // A length that leads past the end is a torn record, unless it could never have been written.
    if (length > MOST_BYTES) return { records, ends, end: at, damage: 'corrupt' };
    if (next > bytes.length) return { records, ends, end: at, damage: 'torn' };
    const json = bytes.subarray(at + HEAD, next);
    // A last record of the right length may still be torn: blocks of a file need not reach the disk in order.
    if (crc32(json) !== view.getUint32(at + 4, true)) {
      return { records, ends, end: at, damage: next === bytes.length ? 'torn' : 'corrupt' };
    }
    records.push(JSON.parse(new TextDecoder().decode(json)) as JournalRecord); // our own words: the CRC has been checked
    at = next;
    ends.push(at);
  }
  return { records, ends, end: at, damage: 'none' };
}
