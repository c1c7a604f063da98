import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallContext } from '../../shared/contract/server.ts';
import type { OpenProject } from '../project/openProject.ts';
import { programOptions } from '../workbench/programOptions.ts';
import { createWorkbench, type Workbench } from '../workbench/workbench.ts';
import type { CliIo } from './command.ts';

export interface CliProject {
  workbench: Workbench;
  /** For calls of the workbench's handlers: progress goes to nobody. */
  context: CallContext;
  project(): OpenProject;
}

/** Runs `work` on the workbench's own code with a user folder that ends with it: no settings, recent files or recovery of windows are touched. */
export async function withWorkbench<T>(io: CliIo, work: (cli: CliProject) => Promise<T>): Promise<T> {
  const userFolder = await mkdtemp(join(tmpdir(), 'tijarat-cli-'));
  try {
    const workbench = createWorkbench(programOptions({ userFolder, hostKind: 'cli', log: io.log }));
    try {
      return await work({
        workbench,
        context: { signal: io.signal, progress: () => undefined },
        project: () => workbench.bench.project(),
      });
    } finally {
      await workbench.bench.replace(null);
    }
  } finally {
    await rm(userFolder, { recursive: true, force: true });
  }
}

/** The same with a project's file open. */
export async function withProject<T>(
  io: CliIo,
  path: string,
  work: (cli: CliProject) => Promise<T>,
): Promise<T> {
  return await withWorkbench(io, async (cli) => {
    await cli.workbench.handlers['project.open']({ path }, cli.context);
    return await work(cli);
  });
}
