import { copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Puts a finished, flushed file in the place of another; the one before is kept at `backup`. The folder is flushed, too. */
export async function replaceFile(temporary: string, target: string, backup?: string): Promise<void> {
  const before = await stat(target).catch(() => null);
  if (before && backup) {
    const fresh = `${backup}.new`;
    await rm(fresh, { force: true });
    // A second name for the old bytes where the file system has that; else a copy.
    await link(target, fresh).catch(() => copyFile(target, fresh));
    await persistently(() => rename(fresh, backup));
  }
  await persistently(() => rename(temporary, target));
  await flushFolder(dirname(target));
}

export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows cannot open a folder to flush it
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** On Windows a virus scanner or an indexer holds a fresh file for a moment. */
async function persistently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const busy =
        error instanceof Error && 'code' in error && /^(EPERM|EACCES|EBUSY)$/.test(String(error.code));
      if (process.platform !== 'win32' || !busy || attempt === 10) throw error;
      await setTimeout(attempt * 50);
    }
  }
}
