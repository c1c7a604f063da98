import { flushCompileCache } from 'node:module';
import { toProblemData } from '../../shared/contract/problem.ts';
import { convertOne } from './convertOne.ts';
import type { ImporterAnswer, ImporterRequest } from './importerProcess.ts';
import { layoutOf } from './manyFiles/layout.ts';
import { unite } from './manyFiles/unite.ts';
import type { Mappings } from './mappings.ts';
import { refreshFile } from './refresh/refreshFile.ts';
import { ImportSession } from './session.ts';
import { warmUp } from './warmUp.ts';

/**
 * The importer's process: one file at a time (of those that are only converted a few), in a DuckDB of its own. Nothing here is worth saving: it may be killed at any moment.
 * Under Electron it is a utility process and speaks through `parentPort`; under Node through the channel of `fork`.
 */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const port = (process as unknown as { parentPort?: ParentPort }).parentPort;

let session: ImportSession | undefined;
/** The request that is being answered: progress is its own, whichever one opened the file. */
let answering = 0;

function post(answer: ImporterAnswer): void {
  if (port) port.postMessage(answer);
  else process.send?.(answer);
}

async function open(
  path: string,
  folder: string,
  fiscalYearStart: number,
  mappings: Mappings = {},
): Promise<ImportSession> {
  session?.close();
  session = undefined;
  session = await ImportSession.open(path, folder, fiscalYearStart, (done, note) =>
    post({ id: answering, kind: 'progress', done, note }),
  );
  session.mappings = mappings;
  return session;
}

function opened(): ImportSession {
  if (!session) throw new Error('The importer was asked for a preview before a file.');
  return session;
}

async function answer(request: ImporterRequest): Promise<ImporterAnswer> {
  const { id } = request;
  switch (request.kind) {
    case 'warm':
      await warmUp();
      return { id, kind: 'opened' };
    case 'inspect': {
      const one = await open(request.path, request.folder, request.fiscalYearStart, request.mappings);
      const quick = request.quick ? await one.quickLook() : undefined;
      return { id, kind: 'preview', preview: quick ?? (await one.preview(await one.propose())) };
    }
    case 'open':
      await open(request.path, request.folder, request.fiscalYearStart, request.mappings);
      return { id, kind: 'opened' };
    case 'preview':
      return { id, kind: 'preview', preview: await opened().preview(request.recipe) };
    case 'propose': {
      const one = opened();
      return { id, kind: 'preview', preview: await one.preview(await one.propose(request.recipe)) };
    }
    case 'rows':
      return { id, kind: 'rows', found: await opened().rows(request.of, request.recipe, request.asked) };
    case 'run':
      return { id, kind: 'ran', result: await opened().run(request.recipe, request.to) };
    case 'runFile': {
      const one = await open(request.path, request.folder, request.fiscalYearStart);
      return { id, kind: 'ran', result: await one.run(request.recipe, request.to) };
    }
    case 'refresh':
      return { id, kind: 'refreshed', result: await refreshFile(opened(), request) };
    case 'layout': {
      const one = await open(request.path, request.folder, request.fiscalYearStart);
      return { id, kind: 'layout', layout: await layoutOf(one, request.known) };
    }
    case 'unite':
      return { id, kind: 'united', result: await unite(request) };
    case 'convert': {
      const result = await convertOne(request, (done, note) => post({ id, kind: 'progress', done, note }));
      return { id, kind: 'converted', result };
    }
  }
}

/** One request after the other: they share one file. */
let last: Promise<void> = Promise.resolve();

function receive(request: ImporterRequest): void {
  // Files that are converted share nothing: while the engine works on one, the next is read.
  if (request.kind === 'convert') void respond(request);
  else
    last = last.then(async () => {
      answering = request.id;
      await respond(request);
    });
}

async function respond(request: ImporterRequest): Promise<void> {
  try {
    post(await answer(request));
  } catch (error) {
    const problem = toProblemData(error);
    const stack = problem.code === 'internal' && error instanceof Error ? error.stack : undefined;
    post({ id: request.id, kind: 'problem', problem, ...(stack !== undefined && { stack }) });
  }
}

// It is killed rather than ended: what was compiled is kept now.
flushCompileCache();

if (port) port.on('message', ({ data }) => receive(data as ImporterRequest));
else {
  process.on('message', (message) => receive(message as ImporterRequest));
  // The workbench is gone: so is the reason to run.
  process.on('disconnect', () => process.exit(0));
}
