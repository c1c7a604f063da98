import { join } from 'node:path';
import { bareDuckDb } from './bareDuckDb.ts';
import { syntheticPage, syntheticRows, syntheticTable, syntheticViews } from './synthetic.ts';
import { withWorkbench } from './withWorkbench.ts';

/** Saves a project with the synthetic table and its page at `path`, through the commands that an import goes through. */
export async function writeSyntheticFile(rows: number, path: string): Promise<void> {
  await withWorkbench(async ({ bench, handlers }, context) => {
    await handlers['project.create']({ title: 'Synthetic' }, context);
    const parquet = join(bench.project().folder, 'rows.parquet');
    await bareDuckDb((run) => run(`COPY (${syntheticRows(rows)}) TO '${parquet}' (FORMAT parquet)`));
    const editor = bench.editor();
    const source = {
      id: 'made',
      title: 'Made by the benchmark',
      fileName: 'none',
      sha256: '0'.repeat(64),
      bytes: 0,
      importedAt: '2026-01-01T00:00:00.000Z',
      recipe: [],
      notes: [],
      rows,
    };
    await editor.run('addTable', {
      table: { ...syntheticTable(rows), source: 'made' },
      source,
      rows: parquet,
    });
    for (const view of syntheticViews) await editor.run('addView', { view });
    await editor.run('addPage', { page: syntheticPage });
    await handlers['project.save']({ path }, context);
  });
}
