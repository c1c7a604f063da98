import { Engine, identifier } from '../../../main/engine/engine.ts';
import { type QueryProject, runQuery } from '../../../main/workbench/runQuery.ts';
import { brushedRange, syntheticDocument, syntheticRows, syntheticViews } from './synthetic.ts';
import { withFolder } from './withFolder.ts';

/** Runs `work` on the synthetic table in an engine of its own, without a file. */
export async function withSyntheticProject<T>(
  rows: number,
  work: (project: QueryProject) => Promise<T>,
): Promise<T> {
  return await withFolder(async (folder) => {
    const engine = await Engine.open(':memory:', folder);
    try {
      await engine.run({ sql: `CREATE TABLE ${identifier('transactions')} AS ${syntheticRows(rows)}` });
      return await work({ document: syntheticDocument(rows), engine, tableName: identifier });
    } finally {
      engine.close();
    }
  });
}

export const PLAIN_SQL = 'plain SQL: five group-bys';

/** One step of the brush the plain way: the five following views are asked anew, one after the other. */
export async function plainStep(project: QueryProject, step: number): Promise<void> {
  const brushed = { column: 'period', ...brushedRange(step) };
  for (const { query } of syntheticViews.slice(1)) await runQuery(project, query, { conditions: [brushed] });
}
