import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

interface Owner {
  pid: number;
  /** When the process began, in the system's own counting: a number that was given again is not taken for the old process. */
  began: string;
}

/** Takes a lock file for this process. False where a living process holds it; one of a dead process is taken over. */
export async function acquire(path: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = await open(path, 'wx');
      const owner: Owner = { pid: process.pid, began: beginning(process.pid) };
      await file.writeFile(JSON.stringify(owner));
      await file.close();
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (await isHeld(path)) return false;
      await rm(path, { force: true });
    }
  }
  return false;
}

export async function release(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** Whether a living process holds the lock file. */
export async function isHeld(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return false;
  try {
    const { pid, began } = JSON.parse(text) as Owner; // written above
    process.kill(pid, 0);
    return began === beginning(pid);
  } catch (error) {
    // EPERM: it lives, and belongs to someone else. Anything else: it is gone, or the lock was never finished.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat on Linux; empty on other systems, where the number alone must do. */
function beginning(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
