import { readFile } from 'node:fs/promises';
import { forkImporter, type SpawnImporter } from '../../../main/importing/importerProcess.ts';
import { programOptions } from '../../../main/workbench/programOptions.ts';
import { createWorkbench, type Workbench } from '../../../main/workbench/workbench.ts';
import type { CallContext } from '../../../shared/contract/server.ts';
import { withFolder } from './withFolder.ts';

/** A user takes longer to choose a file than the process that will read it takes to start. */
const CHOOSING_MS = 4000;
const LOOK_MS = 25;

/**
 * Runs `work` on a workbench with a window's habits and an open project, once its spare importer has had time to start. Answers the most
 * memory that an importer held, in megabytes; NaN elsewhere than on Linux.
 */
export async function withImports<T>(
  work: (workbench: Workbench, context: CallContext) => Promise<T>,
): Promise<{ answer: T; peakMegabytes: number }> {
  return await withFolder(async (folder) => {
    const fork = forkImporter();
    const pids: number[] = [];
    const spawnImporter: SpawnImporter = () => {
      const started = fork();
      if (started.pid !== undefined) pids.push(started.pid);
      return started;
    };
    const log = (line: string) => process.stderr.write(`${line}\n`);
    const workbench = createWorkbench({
      ...programOptions({ userFolder: folder, hostKind: 'browser', log }),
      spawnImporter,
    });
    const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };
    let peakMegabytes = Number.NaN;
    // A process that has ended tells nothing: it is asked while it works.
    const looking = setInterval(async () => {
      for (const megabytes of await Promise.all(pids.map(peakOf)))
        if (megabytes !== undefined && !(megabytes <= peakMegabytes)) peakMegabytes = megabytes;
    }, LOOK_MS);
    try {
      await workbench.handlers['project.create']({ title: 'Import' }, context);
      await new Promise((resolve) => setTimeout(resolve, CHOOSING_MS));
      return { answer: await work(workbench, context), peakMegabytes };
    } finally {
      clearInterval(looking);
      await workbench.bench.replace(null);
      await workbench.bench.shutDown();
    }
  });
}

async function peakOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s*(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
