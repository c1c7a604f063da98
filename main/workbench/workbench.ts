import { createServer, type Handlers, type Server } from '../../shared/contract/server.ts';
import { appHandlers } from './app.ts';
import type { BenchOptions } from './bench.ts';
import { columnsHandlers } from './columns.ts';
import { combiningHandlers } from './combining.ts';
import { createBench, type OwnBench } from './createBench.ts';
import { editingHandlers } from './editing.ts';
import { exportingHandlers } from './exporting.ts';
import { filesHandlers } from './files.ts';
import { formulasHandlers } from './formulas.ts';
import { importingHandlers } from './importing.ts';
import { manyFilesHandlers } from './manyFiles.ts';
import { mappingsHandlers } from './mappings.ts';
import { createMappingsFile } from './mappingsFile.ts';
import { projectHandlers } from './project.ts';
import { refreshingHandlers } from './refreshing.ts';
import { tablesHandlers } from './tables.ts';
import { trustHandlers } from './trust/trust.ts';
import { viewsHandlers } from './views.ts';

export interface Workbench {
  readonly server: Server;
  readonly bench: OwnBench;
  /** The same handlers that windows reach, for use without a window. */
  readonly handlers: Handlers;
}

/** The whole workbench in this process: for the process that a host starts, and for the command line. */
export function createWorkbench(options: BenchOptions): Workbench {
  const bench = createBench(options, () => server);
  const mappings = createMappingsFile(options.userFolder);
  const handlers: Handlers = {
    ...appHandlers(bench),
    ...filesHandlers(bench),
    ...projectHandlers(bench),
    ...editingHandlers(bench),
    ...tablesHandlers(bench),
    ...columnsHandlers(bench),
    ...trustHandlers(bench),
    ...formulasHandlers(bench),
    ...viewsHandlers(bench),
    ...importingHandlers(bench, mappings),
    ...mappingsHandlers(mappings),
    ...manyFilesHandlers(bench),
    ...combiningHandlers(bench),
    ...refreshingHandlers(bench),
    ...exportingHandlers(bench),
  };
  const server: Server = createServer(handlers, (error, call) =>
    options.log(`${call}: ${error instanceof Error ? error.stack : String(error)}`),
  );
  return { server, bench, handlers };
}
