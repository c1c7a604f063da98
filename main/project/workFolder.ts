import { createHash } from 'node:crypto';
import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type JournalContent, readJournal } from './journal.ts';
import type { BaseRecord } from './journalRecord.ts';
import { acquire, isHeld } from './ownership.ts';

/** The private folder of one open project: its journal, the container it builds on, blobs of large changes, and the engine's cache. */
export interface WorkFolder {
  readonly id: string;
  readonly path: string;
  readonly journal: string;
  readonly base: string;
  readonly parts: string;
  readonly owner: string;
}

export async function makeWorkFolder(userFolder: string, id: string): Promise<WorkFolder> {
  await mkdir(join(userFolder, 'work', id, 'blobs'), { recursive: true });
  await mkdir(join(userFolder, 'work', id, 'parts'), { recursive: true });
  const folder = workFolder(await realpath(userFolder), id);
  await acquire(folder.owner);
  return folder;
}

export function workFolder(userFolder: string, id: string): WorkFolder {
  const path = join(userFolder, 'work', id);
  return {
    id,
    path,
    journal: join(path, 'journal'),
    base: join(path, 'base.tijarat'),
    parts: join(path, 'parts'),
    owner: join(path, 'owner.json'),
  };
}

/** The lock of a project's file, in the user's folder: the file's own folder may not be writable. `path` must be real. */
export function fileLock(userFolder: string, path: string): string {
  return join(userFolder, 'locks', `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.json`);
}

export interface Abandoned {
  id: string;
  title: string;
  path?: string;
  /** Changes that no save has taken. */
  changes: number;
  /** When the last of them was made, ISO 8601. */
  at: string;
}

/** Work folders whose process is gone, with what their journals hold. Those without a readable journal are removed: they never acknowledged anything. */
export async function abandonedWork(userFolder: string): Promise<Abandoned[]> {
  const ids = await readdir(join(userFolder, 'work')).catch(() => []);
  const found: Abandoned[] = [];
  for (const id of ids.sort()) {
    const folder = workFolder(userFolder, id);
    if (await isHeld(folder.owner)) continue;
    const content = await readJournal(folder.journal).catch(() => null);
    const base = content && lastBase(content);
    if (!content || !base) {
      await rm(folder.path, { recursive: true, force: true });
      continue;
    }
    const { record, index } = base;
    const later = content.records.slice(index + 1);
    found.push({
      id,
      title: record.title,
      ...(record.path !== undefined && { path: record.path }),
      changes: later.length,
      at: later.at(-1)?.time ?? record.time,
    });
  }
  return found;
}

/** The newest statement of what was saved. */
export function lastBase(content: JournalContent): { record: BaseRecord; index: number } | null {
  for (let index = content.records.length - 1; index >= 0; index--) {
    const record = content.records[index];
    if (record?.kind === 'base') return { record, index };
  }
  return null;
}
