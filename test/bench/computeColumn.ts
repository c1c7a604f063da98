import { computeColumns } from '../../main/project/computed/computeColumns.ts';
import { touchedBy } from '../../main/project/computed/touched.ts';
import type { QueryProject } from '../../main/workbench/runQuery.ts';
import type { Column } from '../../shared/model/table.ts';
import { type Bench, SIZES, type Size } from './support/bench.ts';
import { withSyntheticProject } from './support/syntheticProject.ts';
import { repeated } from './support/timed.ts';

const RUNS = 3;

/** A column that a formula over the table makes, beside the plain sum by period that the engine takes for it. */
export function computeColumn(size: Size): Bench {
  return {
    name: `compute-column-${size}`,
    what: 'SHARE of each month worked out',
    measure: () =>
      withSyntheticProject(SIZES[size], async (project) => {
        const work = await computing(project, 'SHARE([value])');
        return {
          times: await repeated(RUNS, work),
          compared: {
            to: 'the plain sum by period',
            times: await repeated(RUNS, () =>
              project.engine.rows({ sql: 'SELECT period, sum(value) FROM transactions GROUP BY period' }),
            ),
          },
        };
      }),
  };
}

/** The column added, empty; answers what works it out. */
async function computing(project: QueryProject, formula: string): Promise<() => Promise<unknown>> {
  const { document, engine } = project;
  await engine.run({ sql: 'ALTER TABLE transactions ADD COLUMN made DOUBLE' });
  const column: Column = { id: 'made', name: 'made', type: 'number', role: 'measure', formula };
  const changed = {
    ...document,
    tables: document.tables.map((table) => ({ ...table, columns: [...table.columns, column] })),
  };
  const touched = () => touchedBy([{ kind: 'formula', table: 'transactions', of: 'made' }]);
  return () => engine.transaction((run) => computeColumns(run, changed, touched()));
}
