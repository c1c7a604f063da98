import { constants, copyFile, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { type Document, emptyDocument, FORMAT_VERSION, OLDEST_READER } from '../../shared/model/document.ts';
import { Engine, identifier } from '../engine/engine.ts';
import { tablePart } from './container/manifest.ts';
import { type Container, readContainer } from './container/readContainer.ts';
import { writeContainer } from './container/writeContainer.ts';
import { History } from './history.ts';
import { Journal } from './journal.ts';
import type { BaseRecord } from './journalRecord.ts';
import { OpenProject, type ProjectEnvironment, type ProjectState } from './openProject.ts';
import { acquire, release } from './ownership.ts';
import { parquetQuery } from './parquet.ts';
import { createPeriodMap } from './periodMap.ts';
import { flushFolder } from './replaceFile.ts';
import { savedFile } from './saveProject.ts';
import { loadDocument, storeDocument } from './storedDocument.ts';
import { fileLock, makeWorkFolder, type WorkFolder } from './workFolder.ts';

/** A new project without a file. */
export async function createProject(
  environment: ProjectEnvironment,
  title: string,
  fiscalYearStart?: number,
): Promise<OpenProject> {
  const work = await makeWorkFolder(environment.userFolder, environment.newId());
  return await orRemove(work, async () => {
    const document = emptyDocument(title, fiscalYearStart);
    await writeContainer(
      work.base,
      { version: FORMAT_VERSION, minReader: OLDEST_READER, program: environment.version, sequence: 0 },
      new Map(storeDocument(document).map(({ name, json }) => [name, { json }])),
    );
    return await begin(environment, work, null, null);
  });
}

/**
 * Opens a project's file. Where another window has it, or a newer program wrote it, for reading only.
 * Problems: project.missing, project.not-a-project, project.damaged, project.newer-version, project.too-large, project.bad-document.
 */
export async function openProject(
  environment: ProjectEnvironment,
  path: string,
  signal?: AbortSignal,
): Promise<OpenProject> {
  const real = await realpath(path).catch((cause) => {
    throw new Problem(
      {
        code: 'project.missing',
        message: `There is no file ${path}.`,
        remedy: 'It was moved, renamed or deleted. Choose it again.',
        place: { file: basename(path) },
      },
      { cause },
    );
  });
  await check(real, signal);
  const work = await makeWorkFolder(environment.userFolder, environment.newId());
  return await orRemove(work, async () => {
    await copyFile(real, work.base, constants.COPYFILE_FICLONE);
    const lock = fileLock(await realpath(environment.userFolder), real);
    const held = await acquire(lock);
    try {
      return await begin(environment, work, real, held ? lock : null, signal);
    } catch (error) {
      if (held) await release(lock);
      throw error;
    }
  });
}

/** A copy of a project (the sample), without a file of its own. */
export async function openCopy(environment: ProjectEnvironment, path: string): Promise<OpenProject> {
  await check(path);
  const work = await makeWorkFolder(environment.userFolder, environment.newId());
  return await orRemove(work, async () => {
    await copyFile(path, work.base, constants.COPYFILE_FICLONE);
    return await begin(environment, work, null, null);
  });
}

async function begin(
  environment: ProjectEnvironment,
  work: WorkFolder,
  path: string | null,
  lock: string | null,
  signal?: AbortSignal,
): Promise<OpenProject> {
  const loaded = await loadBase(work, path ?? work.base, signal);
  const { base, document } = loaded;
  const record: BaseRecord = {
    kind: 'base',
    checksum: base.checksum,
    sequence: base.manifest.sequence,
    at: 0,
    title: document.title,
    ...(path !== null && { path }),
    time: environment.now().toISOString(),
  };
  const journal = await Journal.create(work.journal, record);
  await flushFolder(work.path);
  return new OpenProject(environment, {
    ...loaded,
    work,
    journal,
    history: new History(),
    sequence: base.manifest.sequence,
    savedAt: 0,
    file: path === null ? null : await savedFile(path, base.checksum),
    lock,
    readOnly: readOnlyReason(base, path !== null && lock === null),
    recovered: 0,
    recoveryNote: null,
  });
}

type Loaded = Pick<ProjectState, 'base' | 'document' | 'engine' | 'clean'>;

/** The container of a work folder as a document and an engine with its rows. `file` is named in problems. */
export async function loadBase(work: WorkFolder, file: string, signal?: AbortSignal): Promise<Loaded> {
  const base = await readContainer(work.base, signal);
  let engine: Engine | undefined;
  try {
    const document = await loadDocument(base, basename(file));
    const cache = join(work.path, 'engine.duckdb');
    await rm(cache, { force: true });
    await rm(`${cache}.wal`, { force: true });
    engine = await Engine.open(cache, work.path);
    await loadTables(engine, work, base, document, basename(file), signal);
    return {
      base,
      document,
      engine,
      clean: new Map(document.tables.map(({ id, revision }) => [id, revision])),
    };
  } catch (error) {
    engine?.close();
    await base.close();
    throw error;
  }
}

async function loadTables(
  engine: Engine,
  work: WorkFolder,
  base: Container,
  document: Document,
  file: string,
  signal?: AbortSignal,
): Promise<void> {
  await engine.transaction(createPeriodMap);
  for (const { id, title, columns, rowCount } of document.tables) {
    signal?.throwIfAborted();
    const part = join(work.parts, `${id}.parquet`);
    await base.extract(tablePart(id), part);
    try {
      await engine.transaction(async (run) => {
        await run({
          sql: `CREATE TABLE ${identifier(id)} AS ${await parquetQuery(run, part, columns)} ORDER BY 1`,
        });
        const [count] = await run({ sql: `SELECT count(*), count(DISTINCT _id) FROM ${identifier(id)}` });
        if (count?.[0] !== rowCount || count[1] !== rowCount) throw new Error('another number of rows');
      });
    } catch (cause) {
      throw new Problem(
        {
          code: 'project.bad-table',
          message: `The rows of "${title}" (${tablePart(id)}) do not fit what the project says of them.`,
          remedy: 'The file was changed by another program. Open a copy from before that.',
          place: { file, table: title },
        },
        { cause },
      );
    }
    await rm(part);
  }
}

export function readOnlyReason(base: Container, lockedElsewhere: boolean): string | null {
  if (base.manifest.version > FORMAT_VERSION) {
    return `It was written by a newer Tijarat (${base.manifest.program}, format ${base.manifest.version}).`;
  }
  return lockedElsewhere ? 'It is open in another window.' : null;
}

/** Refuses a file in the words of its own name, before a copy of it is made. */
async function check(path: string, signal?: AbortSignal): Promise<void> {
  const container = await readContainer(path, signal);
  await container.close();
}

async function orRemove<T>(work: WorkFolder, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    await rm(work.path, { recursive: true, force: true });
    throw error;
  }
}
