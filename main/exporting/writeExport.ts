import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';

/** Puts a finished export at `path`: a temporary file beside it, flushed, renamed over it. A failure leaves what was there. */
export async function writeExport(
  path: string,
  content: Uint8Array | string | AsyncIterable<string> | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    signal?.throwIfAborted();
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    signal?.throwIfAborted();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw asProblem(error, path);
  }
}

const WORDS: Readonly<Record<string, { code: string; message: string; remedy: string }>> = {
  ENOSPC: {
    code: 'export.disk-full',
    message: 'The disk is full; the file was not written.',
    remedy: 'Make room, or choose another place.',
  },
  ENOENT: {
    code: 'export.no-folder',
    message: 'The folder does not exist.',
    remedy: 'Choose a folder that exists.',
  },
  EISDIR: {
    code: 'export.is-folder',
    message: 'There is a folder of that name.',
    remedy: 'Choose another name.',
  },
};
const READ_ONLY = {
  code: 'export.unwritable',
  message: 'The file cannot be written there.',
  remedy: 'Choose a folder in which you may write, or close the file where it is open.',
};

function asProblem(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words =
    code === 'EDQUOT' ? WORDS.ENOSPC : (WORDS[code] ?? (DENIED.has(code) ? READ_ONLY : undefined));
  return words ? new Problem({ ...words, place: { file: path } }, { cause: error }) : error;
}

const DENIED = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOTDIR', 'ENAMETOOLONG', 'EIO']);
