import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine, identifier } from '../../../../main/engine/engine.ts';
import type { OrderProject } from '../../../../main/workbench/order/orders.ts';
import { type Document, emptyDocument } from '../../../../shared/model/document.ts';
import { Table } from '../../../../shared/model/table.ts';
import { monthPeriod } from '../../../../shared/periods/period.ts';

export interface ModelRow {
  readonly id: number;
  readonly item: string | null;
  readonly period: number;
  readonly value: number | null;
}

const ITEMS = ['b', 'a', 'C', 'ö', 'z', null];
export const LABELS = { a: 'Computer services', b: 'Audio', C: 'call centres', z: 'Östlich' };

/** Rows 1 to `rows` without every 7th of the second half; the same on every run. A third of the values is missing, in runs. */
export function modelRows(rows: number): ModelRow[] {
  return Array.from({ length: rows }, (_, i) => i + 1)
    .filter((id) => id <= rows / 2 || id % 7 !== 0)
    .map((id) => ({
      id,
      item: ITEMS[(id * 31) % ITEMS.length] ?? null,
      period: monthPeriod(2020 + (id % 5), 1 + (id % 12)),
      value: Math.floor(id / 100) % 3 === 1 ? null : ((id * 7919) % 100_003) / 8,
    }));
}

/** The same rows in an engine. `change` runs a statement and raises the table's revision, as a command does without a history. */
export async function bigTable(
  rows: readonly ModelRow[],
): Promise<{ project: OrderProject; change(sql: string): Promise<void>; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-order-'));
  const engine = await Engine.open(':memory:', folder);
  await engine.run({
    sql: `CREATE TABLE big AS SELECT CAST(r.id AS BIGINT) AS _id, CAST(NULL AS INTEGER) AS _line, r.item AS item, CAST(r.period AS INTEGER) AS period, r.value AS value
      FROM (SELECT unnest(from_json(?, '[{"id":"BIGINT","item":"VARCHAR","period":"INTEGER","value":"DOUBLE"}]')) AS r)`,
    values: [JSON.stringify(rows)],
  });
  const table = Table.parse({
    id: 'big',
    title: 'Big',
    columns: [
      { id: 'item', name: 'item', type: 'category', role: 'dimension', labels: LABELS, order: ['z'] },
      { id: 'period', name: 'period', type: 'period', role: 'time' },
      {
        id: 'value',
        name: 'value',
        type: 'number',
        role: 'measure',
        nature: 'flow',
        format: { decimals: 1 },
      },
    ],
    rowCount: rows.length,
  });
  let document: Document = { ...emptyDocument('Big'), tables: [table] };
  const project: OrderProject = {
    get document() {
      return document;
    },
    engine,
    tableName: identifier,
  };
  return {
    project,
    async change(sql) {
      await engine.run({ sql });
      const [[count] = []] = await engine.rows({ sql: 'SELECT count(*) FROM big' });
      const before = document.tables[0] ?? table;
      document = {
        ...document,
        tables: [{ ...before, rowCount: Number(count), revision: before.revision + 1 }],
      };
    },
    async close() {
      engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
