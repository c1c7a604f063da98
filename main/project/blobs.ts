import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { fileHash } from './container/checksum.ts';
import { flushFolder } from './replaceFile.ts';
import type { Blob } from './rowEffects.ts';

const FOLDER = 'blobs';

/** Large effects of commands: flushed Parquet files in the work folder, named after their hash. They live as long as the journal that names them. */
export function blobPath(folder: string, blob: Pick<Blob, 'sha256'>): string {
  return join(folder, FOLDER, `${blob.sha256}.parquet`);
}

/** Takes a finished file of the work folder in as a blob: flushed, then renamed. */
export async function adoptBlob(folder: string, path: string): Promise<Blob> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  const blob = { sha256: await fileHash(path) };
  await rename(path, blobPath(folder, blob));
  await flushFolder(join(folder, FOLDER));
  return blob;
}

/** Throws the Problem `recovery.blob-damaged` where the file is not what its name says. */
export async function checkBlob(folder: string, blob: Blob): Promise<void> {
  const actual = await fileHash(blobPath(folder, blob)).catch(() => null);
  if (actual === blob.sha256) return;
  throw new Problem({
    code: 'recovery.blob-damaged',
    message: 'Rows that belong to the recovered changes are damaged or gone.',
    remedy: 'What came before that change was recovered.',
  });
}
