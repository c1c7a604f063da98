import { forkImporter } from '../../../main/importing/importerProcess.ts';
import { programOptions } from '../../../main/workbench/programOptions.ts';
import { createWorkbench, type Workbench } from '../../../main/workbench/workbench.ts';
import type { CallContext } from '../../../shared/contract/server.ts';
import { peakWatch } from './peakWatch.ts';
import { withFolder } from './withFolder.ts';

/** A user takes longer to choose a file than the process that will read it takes to start. */
const CHOOSING_MS = 4000;

/**
 * Runs `work` on a workbench with a window's habits and an open project, once its spare importer has had time to start. Answers the most
 * memory that an importer held, in megabytes; NaN elsewhere than on Linux.
 */
export async function withImports<T>(
  work: (workbench: Workbench, context: CallContext) => Promise<T>,
): Promise<{ answer: T; peakMegabytes: number }> {
  return await withFolder(async (folder) => {
    const peak = peakWatch(forkImporter());
    const log = (line: string) => process.stderr.write(`${line}\n`);
    const workbench = createWorkbench({
      ...programOptions({ userFolder: folder, hostKind: 'browser', log }),
      spawnImporter: peak.spawn,
    });
    const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };
    try {
      await workbench.handlers['project.create']({ title: 'Import' }, context);
      await new Promise((resolve) => setTimeout(resolve, CHOOSING_MS));
      return { answer: await work(workbench, context), peakMegabytes: peak.megabytes() };
    } finally {
      peak.stop();
      await workbench.bench.replace(null);
      await workbench.bench.shutDown();
    }
  });
}
