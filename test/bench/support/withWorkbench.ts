import { programOptions } from '../../../main/workbench/programOptions.ts';
import { createWorkbench, type Workbench } from '../../../main/workbench/workbench.ts';
import type { CallContext } from '../../../shared/contract/server.ts';
import { withFolder } from './withFolder.ts';

/** Runs `work` on the program's own workbench in this process, with a user folder that ends with it. */
export async function withWorkbench<T>(
  work: (workbench: Workbench, context: CallContext, folder: string) => Promise<T>,
): Promise<T> {
  return await withFolder(async (folder) => {
    const log = (line: string) => process.stderr.write(`${line}\n`);
    const workbench = createWorkbench(programOptions({ userFolder: folder, hostKind: 'cli', log }));
    const context: CallContext = { signal: new AbortController().signal, progress: () => undefined };
    try {
      return await work(workbench, context, folder);
    } finally {
      await workbench.bench.replace(null);
    }
  });
}
