import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { expandPaths } from '../importing/manyFiles/expandPaths.ts';

/** What tells that a folder's files of data are no longer the same: their names, sizes and times, without reading them. */
export async function folderMark(folder: string, signal: AbortSignal): Promise<string> {
  const { files } = await expandPaths([{ path: folder }], signal);
  const hash = createHash('sha256');
  for (const { path } of files) {
    signal.throwIfAborted();
    const { size, mtimeMs } = await stat(path);
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
