import { Engine, identifier } from '../../../main/engine/engine.ts';
import type { QueryProject } from '../../../main/workbench/runQuery.ts';
import { emptyDocument } from '../../../shared/model/document.ts';
import { Table } from '../../../shared/model/table.ts';
import { View } from '../../../shared/model/view.ts';

/**
 * A project with one table of `rows` transactions (month, country, item, exporter, value) made by the engine itself,
 * the same on every run, and six views: by month, by country, by item, by fiscal year and item, by exporter, one figure.
 */
export async function syntheticProject(
  rows: number,
  folder: string,
): Promise<QueryProject & { close(): void }> {
  const engine = await Engine.open(':memory:', folder, { threads: 2 });
  const table = Table.parse({
    id: 'transactions',
    title: 'Transactions',
    columns: [
      { id: 'period', name: 'period', type: 'period', role: 'time' },
      { id: 'country', name: 'country', type: 'category', role: 'dimension' },
      { id: 'item', name: 'item', type: 'category', role: 'dimension' },
      { id: 'exporter', name: 'exporter', type: 'category', role: 'dimension' },
      { id: 'value', name: 'value', type: 'number', role: 'measure', nature: 'flow', unit: 'US$' },
    ],
    rowCount: rows,
  });
  await engine.run({
    sql: `CREATE TABLE ${identifier(table.id)} AS SELECT
      CAST((24180 + hash(i) % 120) * 1000 + 1 AS INTEGER) AS period,
      'C' || (hash(i + 1) % 200) AS country,
      'item ' || (hash(i + 2) % 12) AS item,
      CASE WHEN hash(i + 3) % 7 = 0 THEN 'freelancers' ELSE 'firms' END AS exporter,
      (hash(i + 4) % 1000000) / 100.0 AS value,
      i + 1 AS _id, CAST(NULL AS INTEGER) AS _line
    FROM range(${Math.trunc(rows)}) AS numbers(i)`,
  });
  const view = (id: string, query: object) =>
    View.parse({
      id,
      title: id,
      kind: 'column',
      options: {},
      query: { table: table.id, measure: { column: 'value', aggregate: 'sum' }, ...query },
    });
  const document = emptyDocument('Synthetic');
  document.tables.push(table);
  document.views.push(
    view('by-month', { keys: [{ column: 'period', level: 'month' }] }),
    view('by-country', { keys: [{ column: 'country' }], sort: 'largest' }),
    view('by-item', { keys: [{ column: 'item' }] }),
    view('by-year-and-item', { keys: [{ column: 'period', level: 'fiscalYear' }, { column: 'item' }] }),
    view('by-exporter', { keys: [{ column: 'exporter' }] }),
    view('total', {}),
  );
  return { document, engine, tableName: identifier, close: () => engine.close() };
}
