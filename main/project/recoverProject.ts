import { constants, copyFile, mkdir, realpath, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { applyPatches } from 'immer';
import { Problem } from '../../shared/contract/problem.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Engine } from '../engine/engine.ts';
import { applyEffect } from './applyEffect.ts';
import { checkBlob } from './blobs.ts';
import { computeColumns } from './computed/computeColumns.ts';
import { touchedBy } from './computed/touched.ts';
import { actualChecksum, statedChecksum } from './container/checksum.ts';
import { History } from './history.ts';
import { Journal, type JournalContent, readJournal } from './journal.ts';
import type { BaseRecord, JournalRecord } from './journalRecord.ts';
import { loadBase, readOnlyReason } from './loadProject.ts';
import { OpenProject, type ProjectEnvironment, walk } from './openProject.ts';
import { acquire, release } from './ownership.ts';
import { type SavedFile, savedFile } from './saveProject.ts';
import { fileLock, type WorkFolder, workFolder } from './workFolder.ts';

/**
 * Brings back a project whose process ended badly: the container that the journal builds on, then every change after it, with the undo list.
 * What cannot be brought back is told in the status (`recoveryNote`); what stands before it is.
 * Problems: recovery.in-use, recovery.no-journal, recovery.base-missing.
 */
export async function recoverProject(environment: ProjectEnvironment, id: string): Promise<OpenProject> {
  const user = await realpath(environment.userFolder);
  const work = workFolder(user, id);
  if (!(await acquire(work.owner))) {
    throw new Problem({ code: 'recovery.in-use', message: 'That project is open in another window.' });
  }
  try {
    return await bringBack(environment, user, work);
  } catch (error) {
    await release(work.owner);
    throw error;
  }
}

async function bringBack(
  environment: ProjectEnvironment,
  user: string,
  work: WorkFolder,
): Promise<OpenProject> {
  const content = await readJournal(work.journal).catch((cause) => {
    throw new Problem(
      { code: 'recovery.no-journal', message: 'Nothing is left of that project.' },
      { cause },
    );
  });
  const { record: saved, index } = await findBase(work, content);
  const name = basename(saved.path ?? work.base);
  await mkdir(work.parts, { recursive: true });
  const loaded = await loadBase(work, name);
  const path = saved.path;
  const lock = path === undefined ? null : fileLock(user, path);
  const held = lock !== null && (await acquire(lock));
  try {
    const history = new History();
    for (const record of content.records.slice(0, index)) remember(history, record);
    let { document } = loaded;
    let sequence = saved.sequence;
    let done = index + 1;
    let note = damageNote(content);
    for (const record of content.records.slice(index + 1)) {
      try {
        document = await replay(loaded.engine, work.path, history, document, record);
      } catch (error) {
        environment.log(
          `Recovery stopped at record ${done}: ${error instanceof Error ? error.stack : error}`,
        );
        note = `Of ${content.records.length - index - 1} changes, ${done - index - 1} came back; the next one is damaged.`;
        break;
      }
      if (record.kind !== 'base') sequence = record.sequence;
      done++;
    }
    const recovered = content.records.slice(index + 1, done).filter(({ kind }) => kind !== 'base').length;
    // What cannot be read is put aside for whoever wants to look, not overwritten.
    if (note !== null) await copyFile(work.journal, `${work.journal}.damaged`);
    const journal = await Journal.continue(work.journal, content.ends[done - 1] ?? content.end);
    return new OpenProject(environment, {
      ...loaded,
      document,
      work,
      journal,
      history,
      sequence,
      savedAt: saved.at,
      file: path === undefined ? null : await fileAsSaved(path, saved),
      lock: held ? lock : null,
      readOnly: readOnlyReason(loaded.base, path !== undefined && !held),
      recovered,
      recoveryNote: note,
    });
  } catch (error) {
    loaded.engine.close();
    await loaded.base.close();
    if (held && lock) await release(lock);
    throw error;
  }
}

/** The newest statement of a saved state whose container is still there, in the work folder or where it was saved. */
async function findBase(
  work: WorkFolder,
  content: JournalContent,
): Promise<{ record: BaseRecord; index: number }> {
  for (let index = content.records.length - 1; index >= 0; index--) {
    const record = content.records[index];
    if (record?.kind !== 'base') continue;
    const places = [work.base, ...(record.path === undefined ? [] : [record.path, `${record.path}.bak`])];
    for (const place of places) {
      if ((await statedChecksum(place).catch(() => null)) !== record.checksum) continue;
      if ((await actualChecksum(place)) !== record.checksum) continue;
      if (place !== work.base) {
        await copyFile(place, `${work.base}.new`, constants.COPYFILE_FICLONE);
        await rename(`${work.base}.new`, work.base);
      }
      return { record, index };
    }
  }
  throw new Problem({
    code: 'recovery.base-missing',
    message: 'The file that the unsaved changes build on is gone or damaged.',
    remedy: 'Put the project back where it was, then recover again.',
  });
}

/** Rebuilds the undo list without doing anything. */
function remember(history: History, record: JournalRecord): void {
  if (record.kind === 'base') return;
  if (record.kind === 'move') {
    history.moveTo(record.to);
    return;
  }
  const { kind: _, ...step } = record;
  history.add({ ...step, passing: false });
}

async function replay(
  engine: Engine,
  folder: string,
  history: History,
  document: Document,
  record: JournalRecord,
): Promise<Document> {
  // A save whose file did not survive changes nothing here.
  if (record.kind === 'base') return document;
  if (record.kind === 'move') {
    const steps = history.path(history.at, record.to);
    const moved = await engine.transaction((run) => walk(run, folder, document, steps, record.sequence));
    history.moveTo(record.to);
    return moved.document;
  }
  const next = applyPatches(document, record.patches as Parameters<typeof applyPatches>[1]);
  await engine.transaction(async (run) => {
    for (const effect of record.effects) {
      if ('blob' in effect) await checkBlob(folder, effect.blob);
      await applyEffect(run, folder, effect);
    }
    await computeColumns(run, next, touchedBy(record.effects));
  });
  remember(history, record);
  return next;
}

function damageNote({ damage, ends }: JournalContent): string | null {
  if (damage !== 'corrupt') return null; // a torn last record was never acknowledged
  return `The journal is damaged after ${ends.length - 1} changes; what came after them is lost.`;
}

/** The file as the journal knows it, so that a save notices what another program did to it meanwhile. */
async function fileAsSaved(path: string, saved: BaseRecord): Promise<SavedFile> {
  const now = await savedFile(path, saved.checksum).catch(() => null);
  const same = now && (await statedChecksum(path)) === saved.checksum;
  return same ? now : { path, bytes: -1, changedAt: -1, checksum: saved.checksum };
}
