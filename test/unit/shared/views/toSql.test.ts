import { expect, test } from 'vitest';
import { Table } from '../../../../shared/model/table.ts';
import { QuerySpec } from '../../../../shared/views/query.ts';
import { toSql } from '../../../../shared/views/toSql.ts';

const columns = [
  { id: 'item', name: 'item', type: 'category', role: 'dimension' },
  { id: 'value', name: 'value', type: 'number', role: 'measure' },
];
const spec = QuerySpec.parse({
  table: 't',
  measure: { column: 'value', aggregate: 'sum' },
  keys: [{ column: 'item' }],
  where: [{ column: 'item', oneOf: ["it's; DROP TABLE t"] }],
});
const options = { tableName: '"t"', fiscalYearStart: 7, conditions: spec.where };

test('a table without vintages is one plain group by, and values are parameters', () => {
  const table = Table.parse({ id: 't', title: 'T', columns, rowCount: 0 });
  const { sql, values } = toSql(spec, table, options);
  expect(sql).toBe(
    'SELECT "item", sum("value") AS "sum", count("value") AS "count", count(*) AS "rows" FROM "t" WHERE "item" IN (?) GROUP BY "item"',
  );
  expect(values).toEqual(["it's; DROP TABLE t"]);
});

test('a table with vintages first picks one printing of each key', () => {
  const released = { id: 'published', name: 'published', type: 'text', role: 'vintage' };
  const table = Table.parse({ id: 't', title: 'T', columns: [...columns, released], rowCount: 0 });
  expect(toSql(spec, table, options).sql).toContain(
    'arg_max(struct_pack("value" := "value"), row("published" IS NOT NULL, ',
  );
});
