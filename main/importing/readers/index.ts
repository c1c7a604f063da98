import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { binaryFile, emptyFile, encryptedFile, fileMissing, unsupportedFile } from '../problems.ts';
import { delimited } from './delimited.ts';
import type { OpenedFile, Reader } from './reader.ts';
import { xlsx } from './xlsx.ts';

/** First match reads the file; text comes last, because it accepts all. */
const readers: readonly Reader[] = [xlsx, delimited];

const HEAD_BYTES = 1 << 20;

/** Files that a name may hide, by their first bytes. */
const STRANGERS: readonly [string, string][] = [
  ['25504446', 'a PDF document'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['7f454c46', 'a program'],
  ['4d5a9000', 'a program'],
];

export async function openFile(path: string): Promise<{ file: OpenedFile; bytes: number }> {
  const name = basename(path);
  const { head, bytes } = await readHead(path, name);
  if (bytes === 0) throw emptyFile(name);
  const magic = Buffer.from(head.subarray(0, 8)).toString('hex');
  for (const [start, what] of STRANGERS) if (magic.startsWith(start)) throw binaryFile(name, what);
  if (magic === 'd0cf11e0a1b11ae1') {
    // An old .xls and an encrypted .xlsx share one container; the second names its stream.
    if (Buffer.from(head).includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw encryptedFile(name);
    throw unsupportedFile(name, 'The old Excel format (.xls)');
  }
  if (magic.startsWith('1f8b')) throw unsupportedFile(name, 'A gzip archive');
  if (magic.startsWith('50415231')) throw unsupportedFile(name, 'A Parquet file');
  const reader = readers.find((one) => one.accepts(head, extname(path).toLowerCase())) ?? delimited;
  return { file: await reader.open(path, head, bytes), bytes };
}

async function readHead(path: string, name: string): Promise<{ head: Uint8Array; bytes: number }> {
  try {
    const { size } = await stat(path);
    const handle = await open(path);
    try {
      const head = new Uint8Array(Math.min(size, HEAD_BYTES));
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      return { head: head.subarray(0, bytesRead), bytes: size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileMissing(name, error);
  }
}
