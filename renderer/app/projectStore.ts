import { applyPatches, enablePatches } from 'immer';
import { create } from 'zustand';
import type { CommandArgs, CommandName } from '../../shared/contract/commands.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProjectStatus, Snapshot } from '../../shared/contract/project.ts';
import type { Document } from '../../shared/model/document.ts';
import { client, onConnection } from './client.ts';

enablePatches();

interface ProjectState {
  /** False until the first snapshot, and while the workbench is being started again. */
  connected: boolean;
  status: ProjectStatus;
  document: Document | null;
}

const closed: ProjectStatus = { open: false, title: '', sequence: 0, dirty: false, changes: 0, recovered: 0 };

/** The open project as the workbench holds it; changed only by what the workbench sends. */
export const useProject = create<ProjectState>(() => ({ connected: false, status: closed, document: null }));

/** A snapshot that a call brought, ahead of the one that `project.replaced` asks for. */
export function takeSnapshot({ status, document }: Snapshot): void {
  useProject.setState({ connected: true, status, document });
}

async function refresh(): Promise<void> {
  try {
    takeSnapshot(await client().call('project.snapshot', null));
  } catch (error) {
    // The workbench ended meanwhile: the next connection asks again.
    if (!(error instanceof Problem && error.code === 'workbench.lost')) throw error;
  }
}

onConnection((made) => {
  if (!made) {
    useProject.setState({ connected: false });
    return;
  }
  made.on('project.changed', ({ status, patches }) => {
    const { document } = useProject.getState();
    if (document) useProject.setState({ status, document: applyPatches(document, patches) });
  });
  made.on('project.status', ({ status }) => useProject.setState({ status }));
  made.on('project.replaced', () => void refresh());
  void refresh();
});

/** Runs a command; resolves with the ids of rows it made when it is on disk. Rejects with a Problem and changes nothing. */
export async function run<N extends CommandName>(
  command: N,
  args: CommandArgs<N>,
): Promise<readonly number[]> {
  underWay++;
  try {
    const { rows } = await client().call('edit.run', { command, args });
    return rows;
  } finally {
    underWay--;
  }
}

let underWay = 0;

/** Whether a command has not been answered yet. The workbench takes calls in order: an undo after it takes it back. */
export function isCommandUnderWay(): boolean {
  return underWay > 0;
}
