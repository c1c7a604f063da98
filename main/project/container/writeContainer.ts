import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { type FileEntry, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { COMMENT_BYTES, commentOf, fileHash } from './checksum.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import type { Container } from './readContainer.ts';
import { FileReader, FileWriter } from './zipFile.ts';

/** Where the bytes of a part come from: JSON, a file that is packed already (Parquet), or an entry that is copied as it is. */
export type PartSource = { json: unknown } | { file: string } | { from: Container };

// One date for every entry: a project saved twice without a change has the same bytes.
const DATE = new Date(2000, 0, 1);

/** Writes a container to an open, empty file, and flushes it. Answers the checksum that its comment carries. */
export async function writeContainer(
  path: string,
  manifest: Omit<Manifest, 'parts' | 'format'>,
  parts: ReadonlyMap<string, PartSource>,
): Promise<string> {
  const target = await open(path, 'wx+');
  try {
    const zip = new ZipWriter(new FileWriter(target), { lastModDate: DATE, extendedTimestamp: false });
    const named: Manifest['parts'] = {};
    for (const [name, source] of parts) named[name] = await addPart(zip, name, source);
    const full = { ...manifest, format: 'tijarat', parts: named };
    await zip.add(MANIFEST, new Uint8ArrayReader(jsonBytes(full)));
    await zip.close(new Uint8Array(COMMENT_BYTES)); // room for the checksum, which is known only now
    const checksum = await hashSoFar(target);
    await target.write(commentOf(checksum), 0, COMMENT_BYTES, (await target.stat()).size - COMMENT_BYTES);
    await target.sync();
    return checksum;
  } finally {
    await target.close();
  }
}

async function addPart(
  zip: ZipWriter<unknown>,
  name: string,
  source: PartSource,
): Promise<{ sha256: string; bytes: number }> {
  if ('json' in source) {
    const bytes = jsonBytes(source.json);
    await zip.add(name, new Uint8ArrayReader(bytes));
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  }
  if ('file' in source) {
    const file = await open(source.file, 'r');
    try {
      await zip.add(name, new FileReader(file), { level: 0 }); // Parquet is compressed inside
    } finally {
      await file.close();
    }
    return { sha256: await fileHash(source.file), bytes: (await stat(source.file)).size };
  }
  const entry = source.from.entries.get(name);
  const known = source.from.manifest.parts[name];
  if (!entry || !known) throw new Error(`${name} is to be copied from a container that does not hold it`);
  await copyEntry(zip, name, entry);
  return known;
}

/** The compressed bytes as they are. They pass through memory in chunks. */
async function copyEntry(zip: ZipWriter<unknown>, name: string, entry: FileEntry): Promise<void> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  await Promise.all([
    entry.getData(writable, { passThrough: true }),
    zip.add(name, readable, {
      passThrough: true,
      uncompressedSize: entry.uncompressedSize,
      compressionMethod: entry.compressionMethod,
      ...(entry.signature !== undefined && { signature: entry.signature }),
    }),
  ]);
}

function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}

async function hashSoFar(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const end = (await file.stat()).size - COMMENT_BYTES;
  const buffer = new Uint8Array(1 << 20);
  for (let at = 0; at < end; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, end - at), at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash.digest('hex');
}
