import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine, identifier, type Statement } from '../../../main/engine/engine.ts';
import { runCells } from '../../../main/workbench/runQuery.ts';
import { runTogether } from '../../../main/workbench/runTogether.ts';
import { Table } from '../../../shared/model/table.ts';
import { gather } from '../../../shared/views/marks.ts';
import { QuerySpec } from '../../../shared/views/query.ts';
import { toSql } from '../../../shared/views/toSql.ts';
import { fill } from '../support/figures.ts';

let engine: Engine;
let table: Table;

beforeAll(async () => {
  engine = await Engine.open(':memory:', '/tmp');
  const dimension = (id: string) => ({ id, name: id, type: 'category', role: 'dimension' });
  const made = Table.parse({
    id: 'sales',
    title: 'Sales',
    columns: [
      dimension('item'),
      dimension('exporter'),
      { id: 'value', name: 'value', type: 'number', role: 'measure', nature: 'flow' },
    ],
    rowCount: 0,
  });
  table = await fill(engine, made, [
    ['software', 'firms', 3],
    ['software', 'freelancers', 5],
    ['calls', 'firms', 7],
    ['calls', 'firms', null],
    ['calls', null, 11],
  ]);
});
afterAll(() => engine.close());

const query = (aggregate: string, keys: string[], oneOf?: string[]) => {
  const spec = QuerySpec.parse({
    table: 'sales',
    measure: { column: 'value', aggregate },
    keys: keys.map((column) => ({ column })),
    where: oneOf ? [{ column: 'item', oneOf }] : [],
  });
  const options = { tableName: identifier('sales'), fiscalYearStart: 7, conditions: spec.where };
  return { spec, query: toSql(spec, table, options) };
};

test('coarse groupings are told from the finest one of the same rows, the others are asked', async () => {
  const asked: string[] = [];
  const counting = {
    columns: (statement: Statement, periods: ReadonlySet<string>) => {
      asked.push(statement.sql);
      return engine.columns(statement, periods);
    },
  } as unknown as Engine;
  const all = [
    query('sum', ['item']),
    query('count', ['exporter']),
    query('sum', ['item', 'exporter']),
    query('count', ['item', 'exporter']),
    query('mean', []),
    query('max', ['item']),
    query('sum', ['exporter'], ['calls']),
  ];
  const found = await runTogether(
    counting,
    all.map((one) => one.query),
  );
  expect(asked).toHaveLength(3);
  const told = (of: (typeof all)[number], cells: (typeof found)[number]['cells']) =>
    gather(of.spec, table, cells, { fiscalYearStart: 7 })
      .marks.map(({ keys, totals }) => {
        const value = of.spec.measure.aggregate === 'max' ? totals.most : totals.sum;
        return [...keys, of.spec.measure.aggregate === 'count' ? 0 : value, totals.count, totals.rows];
      })
      .sort();
  for (const [i, one] of all.entries()) {
    const { cells } = await runCells(engine, one.query);
    expect(told(one, found[i]?.cells ?? [])).toEqual(told(one, cells));
  }
  // By hand: software 3 + 5, calls 7 + 11 with one value missing.
  expect(told(query('sum', ['item']), found[0]?.cells ?? [])).toEqual([
    ['calls', 18, 2, 3],
    ['software', 8, 2, 2],
  ]);
});
