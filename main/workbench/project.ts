import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProjectStatus, Snapshot } from '../../shared/contract/project.ts';
import type { Handlers } from '../../shared/contract/server.ts';
import { createProject, openCopy } from '../project/loadProject.ts';
import { recoverProject } from '../project/recoverProject.ts';
import { abandonedWork, workFolder } from '../project/workFolder.ts';
import type { Bench } from './bench.ts';
import { openOrRecover } from './openOrRecover.ts';

type ProjectCalls = Extract<keyof Handlers, `project.${string}`>;

export function projectHandlers(bench: Bench): Pick<Handlers, ProjectCalls> {
  const { options } = bench;
  return {
    async 'project.snapshot'() {
      // A window that asks while the project is being recovered must not believe that none is open.
      await bench.resumed();
      bench.snapshotTaken();
      return snapshot(bench);
    },
    async 'project.create'({ title }) {
      mustBeSaved(bench);
      const { fiscalYearStart } = await bench.settings.get();
      await bench.replace(await createProject(options, title ?? 'Untitled', fiscalYearStart));
      return snapshot(bench);
    },
    async 'project.open'({ path, discard = false }, { signal }) {
      if (!discard) mustBeSaved(bench);
      // The same file again: its lock is given back first, or it would open for reading only.
      if (await isOpen(bench, path)) await bench.replace(null);
      await bench.replace(await openOrRecover(options, path, signal));
      return snapshot(bench);
    },
    async 'project.openSample'() {
      mustBeSaved(bench);
      // Built out of its releases by `npm run build`: a copy opens at once, without steps in its undo list.
      await bench.replace(await openCopy(options, join(options.assetsFolder, 'sample', 'sample.tijarat')));
      return snapshot(bench);
    },
    async 'project.save'({ path, overwrite }) {
      const project = bench.project();
      const status = await project.save({
        ...(path !== undefined && { path }),
        ...(overwrite !== undefined && { overwrite }),
      });
      await bench.recent.note(project, options.now()).catch((error) => options.log(String(error)));
      bench.emit('project.status', { status });
      return status;
    },
    async 'project.close'({ discard }) {
      if (!discard) mustBeSaved(bench);
      await bench.replace(null);
      return snapshot(bench).status;
    },
    async 'project.recoverable'() {
      return (await abandonedWork(options.userFolder)).filter(({ changes }) => changes > 0);
    },
    async 'project.recover'({ id, discard = false }) {
      if (!discard) mustBeSaved(bench);
      await mustBeAbandoned(bench, id);
      await bench.replace(await recoverProject(options, id));
      return snapshot(bench);
    },
    async 'project.forget'({ id }) {
      await mustBeAbandoned(bench, id);
      await rm(workFolder(options.userFolder, id).path, { recursive: true, force: true });
      return undefined;
    },
  };
}

const NONE: ProjectStatus = {
  open: false,
  title: '',
  sequence: 0,
  dirty: false,
  changes: 0,
  recovered: 0,
};

function snapshot(bench: Bench): Snapshot {
  const project = bench.current();
  return project
    ? { status: project.status(), document: project.document }
    : { status: NONE, document: null };
}

async function isOpen(bench: Bench, path: string): Promise<boolean> {
  const own = bench.current()?.status().path;
  return own !== undefined && own === (await realpath(path).catch(() => path));
}

function mustBeSaved(bench: Bench): void {
  const status = bench.current()?.status();
  if (!status?.dirty) return;
  throw new Problem({
    code: 'project.unsaved',
    message: `"${status.title}" has ${status.changes} changes that are not saved.`,
    remedy: 'Save it, or close it without saving.',
  });
}

/** An id from a window names a folder to be read or removed: only ones that were listed. */
async function mustBeAbandoned(bench: Bench, id: string): Promise<void> {
  if ((await abandonedWork(bench.options.userFolder)).some((work) => work.id === id)) return;
  throw new Problem({ code: 'recovery.no-journal', message: 'Nothing is left of that project.' });
}
