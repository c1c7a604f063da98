import { access, constants, copyFile, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { FORMAT_VERSION, OLDEST_READER } from '../../shared/model/document.ts';
import { identifier } from '../engine/engine.ts';
import { statedChecksum } from './container/checksum.ts';
import { MANIFEST, tablePart } from './container/manifest.ts';
import { readContainer } from './container/readContainer.ts';
import { type PartSource, writeContainer } from './container/writeContainer.ts';
import type { ProjectEnvironment, ProjectState } from './openProject.ts';
import { acquire, release } from './ownership.ts';
import { writeParquet } from './parquet.ts';
import { flushFolder, replaceFile } from './replaceFile.ts';
import { storeDocument } from './storedDocument.ts';
import { verify } from './verify.ts';
import { fileLock } from './workFolder.ts';

/** The file as it was when this program last read or wrote it. */
export interface SavedFile {
  path: string;
  bytes: number;
  changedAt: number;
  checksum: string;
}

export async function savedFile(path: string, checksum: string): Promise<SavedFile> {
  const { size, mtimeMs } = await stat(path);
  return { path, bytes: size, changedAt: mtimeMs, checksum };
}

/** Writes the whole project to a temporary file beside the target, reads that back, and only then puts it in the target's place. */
export async function saveProject(
  environment: ProjectEnvironment,
  state: ProjectState,
  { path, overwrite = false }: { path?: string; overwrite?: boolean },
): Promise<void> {
  const target = await realTarget(path ?? state.file?.path);
  const own = state.file?.path === target;
  if (own && state.readOnly !== null) throw readOnly(target, state.readOnly);
  if (own && !overwrite) await mustBeUnchanged(state, target);
  await mustBeWritable(target);
  const lock = fileLock(dirname(dirname(state.work.path)), target);
  const fresh = lock !== state.lock;
  if (fresh && !(await acquire(lock))) throw readOnly(target, 'It is open in another window.');

  const temporary = join(dirname(target), `.${basename(target)}.${environment.newId()}.tmp`);
  try {
    const checksum = await writeContainer(
      temporary,
      {
        ...keptFields(state),
        version: FORMAT_VERSION,
        minReader: OLDEST_READER,
        program: environment.version,
        sequence: state.sequence,
      },
      await partsOf(state),
    );
    await verify(temporary);
    const before = await stat(target).catch(() => null);
    if (before) await copyMode(temporary, before.mode);
    // Before the rename: whichever of the two files a crash leaves, the journal knows what it holds.
    const at = state.history.lasting(state.history.at);
    await state.journal.append({
      kind: 'base',
      checksum,
      sequence: state.sequence,
      at,
      title: state.document.title,
      path: target,
      time: environment.now().toISOString(),
    });
    await replaceFile(temporary, target, `${target}.bak`);
    state.file = await savedFile(target, checksum);
    state.savedAt = at;
    state.readOnly = null;
    if (fresh) {
      if (state.lock) await release(state.lock);
      state.lock = lock;
    }
  } catch (error) {
    await rm(temporary, { force: true });
    if (fresh) await release(lock);
    throw asProblem(error, target);
  } finally {
    await rm(state.work.parts, { recursive: true, force: true });
  }
  await renewBase(state, target).catch((error) =>
    environment.log(`The copy of the saved file was not renewed: ${error}`),
  );
}

/** What the archive will hold: the document, tables (those without a change as compressed bytes), and whatever this program does not know. */
async function partsOf(state: ProjectState): Promise<Map<string, PartSource>> {
  const { document, base, clean, engine, work } = state;
  const parts = new Map<string, PartSource>();
  for (const { name, json } of storeDocument(document)) parts.set(name, { json });
  await mkdir(work.parts, { recursive: true });
  for (const { id, columns, revision } of document.tables) {
    const name = tablePart(id);
    if (clean.get(id) === revision && base.entries.has(name)) {
      parts.set(name, { from: base });
      continue;
    }
    const file = join(work.parts, `${id}.parquet`);
    await engine.transaction((run) => writeParquet(run, identifier(id), columns, file));
    parts.set(name, { file });
  }
  for (const name of base.entries.keys()) {
    const ours = name === MANIFEST || name === 'document.json' || /^(tables|sources)\//.test(name);
    if (!ours) parts.set(name, { from: base });
  }
  return parts;
}

/** Fields of the manifest that a program after this one put there. */
function keptFields({ base }: ProjectState): Record<string, unknown> {
  const { parts: _, format: __, ...fields } = base.manifest;
  return fields;
}

/** The saved file becomes what the next journal records, and the next save, build on. */
async function renewBase(state: ProjectState, saved: string): Promise<void> {
  const fresh = `${state.work.base}.new`;
  await copyFile(saved, fresh, constants.COPYFILE_FICLONE);
  const file = await open(fresh, 'r+');
  await file.sync();
  await file.close();
  const container = state.base;
  await container.close();
  await rename(fresh, state.work.base);
  await flushFolder(state.work.path);
  state.base = await readContainer(state.work.base);
  state.clean = new Map(state.document.tables.map(({ id, revision }) => [id, revision]));
}

/** Where a link leads, so that the link stays one. */
async function realTarget(path: string | undefined): Promise<string> {
  if (path === undefined) {
    throw new Problem({
      code: 'project.no-path',
      message: 'The project has no file yet.',
      remedy: 'Save it under a name.',
    });
  }
  const real = await realpath(path).catch(() => null);
  if (real) return real;
  const folder = await realpath(dirname(path)).catch((cause) => {
    throw new Problem(
      {
        code: 'project.no-folder',
        message: `There is no folder ${dirname(path)}.`,
        place: { file: basename(path) },
      },
      { cause },
    );
  });
  return join(folder, basename(path));
}

async function mustBeUnchanged({ file }: ProjectState, target: string): Promise<void> {
  const now = await stat(target).catch(() => null);
  if (!now || !file) return; // gone: it is written anew
  if (now.size === file.bytes && now.mtimeMs === file.changedAt) return;
  if ((await statedChecksum(target)) === file.checksum && now.size === file.bytes) return; // touched or copied back
  throw new Problem({
    code: 'project.changed-elsewhere',
    message: 'The file has been changed by another program since it was opened here.',
    remedy: 'Save under another name, or overwrite what the other program wrote.',
    place: { file: basename(target) },
  });
}

async function mustBeWritable(target: string): Promise<void> {
  const before = await stat(target).catch(() => null);
  if (!before) return;
  if (before.isDirectory()) throw readOnly(target, 'There is a folder of that name.');
  // The owner's bit counts even for root, who could write all the same: someone wanted it kept.
  const allowed =
    (before.mode & 0o222) !== 0 &&
    (await access(target, constants.W_OK).then(
      () => true,
      () => false,
    ));
  if (!allowed) throw readOnly(target, 'Its file is write-protected.');
}

async function copyMode(path: string, mode: number): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.chmod(mode & 0o7777);
  } finally {
    await file.close();
  }
}

function readOnly(target: string, why: string): Problem {
  return new Problem({
    code: 'project.read-only',
    message: `The project cannot be saved there. ${why}`,
    remedy: 'Save it under another name or in another folder.',
    place: { file: basename(target) },
  });
}

function asProblem(error: unknown, target: string): unknown {
  if (error instanceof Problem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) return readOnly(target, 'Its folder is write-protected.');
  if (/^(ENOSPC|EDQUOT)$/.test(code) || (error instanceof Error && /No space left/i.test(error.message))) {
    return new Problem(
      {
        code: 'disk.full',
        message: 'The disk is full; the file is as it was.',
        remedy: 'Make room, or save to another disk.',
        place: { file: basename(target) },
      },
      { cause: error },
    );
  }
  return new Problem(
    {
      code: 'project.not-written',
      message: `The project could not be written${error instanceof Error ? ` (${error.message})` : ''}; the file is as it was.`,
      remedy: 'Save it in another folder.',
      place: { file: basename(target) },
    },
    { cause: error },
  );
}
