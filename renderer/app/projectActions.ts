import { toProblemData } from '../../shared/contract/problem.ts';
import type { Snapshot } from '../../shared/contract/project.ts';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';
import { client } from './client.ts';
import { ask } from './dialogs/ask.ts';
import {
  askOpenPath,
  askOpenPaths,
  askSavePath,
  fileName,
  importFilter,
  nameFromTitle,
  projectFilter,
} from './files/filePaths.ts';
import { homePlace } from './homePlace.ts';
import { useNavigation } from './navigation.ts';
import { takeSnapshot, useProject } from './projectStore.ts';

/** Shows a project that was just opened. */
function show(snapshot: Snapshot): void {
  takeSnapshot(snapshot);
  useNavigation.getState().go(homePlace(snapshot.document));
  const { recovered } = snapshot.status;
  if (recovered > 0) toast({ tone: 'success', title: t('app.project.recovered', { count: recovered }) });
}

/** Whether the open project may be left: saved, given up, or nothing to lose. False where the user turned back. */
export async function mayLeave(): Promise<boolean> {
  const { status } = useProject.getState();
  if (!status.open || !status.dirty) return true;
  const answer = await ask({
    title: t('app.leave.title', { title: status.title }),
    text: t('app.leave.text', { count: status.changes }),
    choices: [
      { id: 'discard', label: t('app.leave.discard'), variant: 'quiet', apart: true },
      { id: 'cancel', label: t('app.action.cancel') },
      { id: 'save', label: t('app.leave.save'), variant: 'primary' },
    ],
  });
  if (answer === 'discard') return true;
  return answer === 'save' && (await saveProject());
}

/** Closes the open project after `mayLeave`, so that another may take its place. */
async function leave(): Promise<boolean> {
  if (!(await mayLeave())) return false;
  if (useProject.getState().status.open) await client().call('project.close', { discard: true });
  return true;
}

export async function newProject(): Promise<void> {
  if (await leave()) show(await client().call('project.create', {}));
}

export async function openSample(): Promise<void> {
  if (await leave()) show(await client().call('project.openSample', null));
}

export async function openProject(): Promise<void> {
  const path = await askOpenPath(t('app.file.openTitle'), [projectFilter()]);
  if (path) await openPath(path);
}

/** Opens a project file. Where it cannot be read, the open project stays as it was. */
export async function openPath(path: string): Promise<void> {
  if (await mayLeave()) show(await client().call('project.open', { path, discard: true }));
}

export async function recoverProject(id: string): Promise<void> {
  if (await mayLeave()) show(await client().call('project.recover', { id, discard: true }));
}

export async function closeProject(): Promise<void> {
  if (await leave()) useNavigation.getState().go({ kind: 'start' });
}

export async function importFile(): Promise<void> {
  const paths = await askOpenPaths(t('app.file.importTitle'), [importFilter()]);
  const [only] = paths;
  if (only !== undefined && paths.length === 1) await importPath(only);
  else if (paths.length > 1) await importFiles(paths.map((path) => ({ path })));
}

/** Shows the import of several files, or of a folder; makes a project first where none is open. */
export async function importFiles(
  files: readonly { path: string; name?: string }[],
  /** Names of what stood among them and is no data. */
  others: readonly string[] = [],
): Promise<void> {
  const [first] = files;
  if (!first) return;
  if (!useProject.getState().status.open) {
    const title = fileName(first.path).replace(/\.[^.]+$/, '');
    takeSnapshot(await client().call('project.create', { title }));
  }
  useNavigation.getState().go({ kind: 'importMany', files, others });
}

/** Shows the import of a file; makes a project first where none is open. */
export async function importPath(path: string): Promise<void> {
  if (!useProject.getState().status.open) {
    const title = fileName(path).replace(/\.[^.]+$/, '');
    takeSnapshot(await client().call('project.create', { title }));
  }
  useNavigation.getState().go({ kind: 'import', path });
}

/** Saves where the project is, or asks where. Answers whether it is saved. */
export async function saveProject(): Promise<boolean> {
  const { status } = useProject.getState();
  if (!status.path || status.readOnly) return saveProjectAs();
  return save({});
}

export async function saveProjectAs(): Promise<boolean> {
  const { title } = useProject.getState().status;
  const path = await askSavePath(t('app.file.saveTitle'), `${nameFromTitle(title)}.tijarat`, [
    projectFilter(),
  ]);
  return path ? save({ path, overwrite: true }) : false; // the dialog has asked about overwriting
}

async function save(args: { path?: string; overwrite?: boolean }): Promise<boolean> {
  try {
    const status = await client().call('project.save', args);
    useProject.setState({ status });
    return true;
  } catch (error) {
    const problem = toProblemData(error);
    if (problem.code === 'project.changed-elsewhere') return askOverwrite(args);
    toast({
      tone: 'danger',
      title: t('app.save.failed', { why: problem.message.replace(/^./, (first) => first.toLowerCase()) }),
      text: t('app.save.safe', { count: useProject.getState().status.changes }),
      action: { label: t('app.save.elsewhere'), run: () => void saveProjectAs() },
    });
    return false;
  }
}

async function askOverwrite(args: { path?: string }): Promise<boolean> {
  const answer = await ask({
    title: t('app.save.changedTitle'),
    text: t('app.save.changedText'),
    choices: [
      { id: 'cancel', label: t('app.action.cancel') },
      { id: 'elsewhere', label: t('app.save.elsewhere') },
      { id: 'overwrite', label: t('app.save.overwrite'), variant: 'danger' },
    ],
  });
  if (answer === 'overwrite') return save({ ...args, overwrite: true });
  return answer === 'elsewhere' && (await saveProjectAs());
}

/** Takes back, or does again, one step. */
export async function undo(): Promise<void> {
  useProject.setState({ status: await client().call('edit.undo', null) });
}

export async function redo(): Promise<void> {
  useProject.setState({ status: await client().call('edit.redo', null) });
}
