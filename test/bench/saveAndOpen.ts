import { join } from 'node:path';
import { type Bench, SIZES } from './support/bench.ts';
import { syntheticTable } from './support/synthetic.ts';
import { writeSyntheticFile } from './support/syntheticFile.ts';
import { repeated } from './support/timed.ts';
import { withFolder } from './support/withFolder.ts';
import { withWorkbench } from './support/withWorkbench.ts';

/** A project of a million rows saved again after one cell was changed: its table is written anew. */
export const saveMillion: Bench = {
  name: 'save-1m',
  what: '1,000,000 rows saved after an edit',
  measure: () =>
    withOpenFile(async ({ bench, handlers, context }) => {
      const { id } = syntheticTable(0);
      let count = 0;
      return await repeated(3, async () => {
        count += 1;
        await bench
          .editor()
          .run('setCells', { table: id, cells: [{ row: 1, column: 'value', value: count }] });
        await handlers['project.save']({}, context);
      });
    }),
};

/** A project of a million rows from its file to a table that can be queried. */
export const openMillion: Bench = {
  name: 'open-1m',
  what: '1,000,000 rows opened',
  measure: () =>
    withOpenFile(({ handlers, context, path }) =>
      repeated(3, () => handlers['project.open']({ path }, context)),
    ),
};

type Open = Parameters<Parameters<typeof withWorkbench>[0]>[0] & {
  context: Parameters<Parameters<typeof withWorkbench>[0]>[1];
  path: string;
};

async function withOpenFile(work: (open: Open) => Promise<number[]>): Promise<{ times: number[] }> {
  return await withFolder(async (folder) => {
    const path = join(folder, 'million.tijarat');
    await writeSyntheticFile(SIZES['1m'], path);
    return await withWorkbench(async (workbench, context) => {
      await workbench.handlers['project.open']({ path }, context);
      return { times: await work({ ...workbench, context, path }) };
    });
  });
}
