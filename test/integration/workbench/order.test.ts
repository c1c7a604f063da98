import { afterAll, beforeAll, expect, test } from 'vitest';
import { ordersOf } from '../../../main/workbench/order/orders.ts';
import { tablesHandlers } from '../../../main/workbench/tables.ts';
import type { RowFilter } from '../../../shared/contract/rowFilter.ts';
import type { CallContext } from '../../../shared/contract/server.ts';
import { Rows } from '../../../shared/contract/tables.ts';
import { formatNumber } from '../../../shared/formats/formatNumber.ts';
import { bigTable, LABELS, type ModelRow, modelRows } from './support/bigTable.ts';

let big: Awaited<ReturnType<typeof bigTable>>;
let tables: ReturnType<typeof tablesHandlers>;
const model = modelRows(20_000);
const context: CallContext = { signal: new AbortController().signal, progress() {} };
const rows = (more: object = {}) => Rows.parse({ table: 'big', ...more });

beforeAll(async () => {
  big = await bigTable(model);
  tables = tablesHandlers({ project: () => big.project });
});
afterAll(() => big.close());

async function idsAt(asked: Rows, from: number, count: number): Promise<number[]> {
  return [...(await tables['tables.window']({ rows: asked, from, count }, context)).ids];
}

/** By classification (z first), then by label in the order of language, missing ones last; then by value, largest first; then by id. */
const byItem = ['z', 'b', 'C', 'a', 'ö', null];
function sorted(of: readonly ModelRow[]): ModelRow[] {
  return [...of].sort(
    (a, b) =>
      byItem.indexOf(a.item) - byItem.indexOf(b.item) || (b.value ?? -1) - (a.value ?? -1) || a.id - b.id,
  );
}
const sort = [
  { column: 'item', descending: false },
  { column: 'value', descending: true },
];

test('rows without an order stand by id, wherever a window is, gaps of deleted rows included', async () => {
  for (const from of [0, 9_990, 12_345, model.length - 5]) {
    expect(await idsAt(rows(), from, 20)).toEqual(model.slice(from, from + 20).map(({ id }) => id));
  }
  expect(await idsAt(rows(), model.length, 20)).toEqual([]);
});

test('several sort columns: codes by classification, then by name as people read it; missing last', async () => {
  const expected = sorted(model).map(({ id }) => id);
  // The first rows come before the order is made, the others from it.
  for (const from of [0, 1_990, 9_000, model.length - 5, 0]) {
    expect(await idsAt(rows({ sort }), from, 20)).toEqual(expected.slice(from, from + 20));
  }
});

test('a change of rows makes the order anew, one of another column keeps it', async () => {
  const own = await bigTable(model.slice(0, 5000));
  const calls = tablesHandlers({ project: () => own.project });
  const asked = { rows: rows({ sort: [{ column: 'value', descending: true }] }), from: 3000, count: 1 };
  await calls['tables.window'](asked, context);
  await own.change('UPDATE big SET value = 1e9 WHERE _id = 4000');
  const top = await calls['tables.window']({ ...asked, from: 0 }, context);
  expect([...top.ids]).toEqual([4000]);
  await own.change('DELETE FROM big WHERE _id <= 100');
  const deep = await calls['tables.window'](asked, context);
  expect(deep.total).toBe(4900);
  expect((await calls['tables.window']({ rows: rows(), from: 0, count: 1 }, context)).ids[0]).toBe(101);
  await own.close();
});

test('orders are bounded in number', async () => {
  for (let least = 0; least < 9; least++) {
    const where = [{ column: 'value', least }];
    await tables['tables.window']({ rows: rows({ where }), from: 2500, count: 1 }, context);
  }
  const held = await ordersOf(big.project).held();
  expect(held.orders).toBeLessThanOrEqual(6);
  expect(held.rows).toBeGreaterThan(0);
  const [[there] = []] = await big.project.engine.rows({
    sql: "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'internal'",
  });
  expect(Number(there)).toBeLessThanOrEqual(7); // one may be on its way out
});

test('a cancelled window answers its abort, and the next one is right', async () => {
  const abort = new AbortController();
  const asked = { rows: rows({ sort: [{ column: 'period', descending: true }] }), from: 5000, count: 3 };
  const cancelled = tables['tables.window'](asked, { ...context, signal: abort.signal });
  abort.abort();
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  const expected = [...model].sort((a, b) => b.period - a.period || a.id - b.id).map(({ id }) => id);
  expect([...(await tables['tables.window'](asked, context)).ids]).toEqual(expected.slice(5000, 5003));
});

/** Excel's rule, walked cell by cell. */
function edge(order: readonly ModelRow[], from: number, direction: 1 | -1): number {
  const filled = (at: number) => (order[at]?.value ?? null) !== null;
  const end = direction > 0 ? order.length - 1 : 0;
  if (from === end) return end;
  const inRun = filled(from) && filled(from + direction);
  for (let at = from + direction; ; at += direction) {
    if (inRun && !filled(at)) return at - direction;
    if (!inRun && filled(at)) return at;
    if (at === end) return end;
  }
}

test('the edge of the data is where a spreadsheet says, in any order', async () => {
  const orders = [
    { asked: rows(), order: model },
    { asked: rows({ sort }), order: sorted(model) },
    { asked: rows({ sort: [{ column: 'value', descending: false }] }), order: byValue(model) },
  ];
  for (const { asked, order } of orders) {
    for (const from of [0, 98, 99, 100, 101, 5_050, 13_333, order.length - 2, order.length - 1]) {
      for (const direction of [1, -1] as const) {
        const { to } = await tables['tables.edge'](
          { rows: asked, column: 'value', from, direction },
          context,
        );
        expect(to, `${from} ${direction}`).toBe(edge(order, from, direction));
      }
    }
  }
});

function byValue(of: readonly ModelRow[]): ModelRow[] {
  return [...of].sort(
    (a, b) => (a.value ?? Number.POSITIVE_INFINITY) - (b.value ?? Number.POSITIVE_INFINITY) || a.id - b.id,
  );
}

test('a sum over a part of the order is that of its rows', async () => {
  const order = sorted(model);
  const { sum, numbers, most } = await tables['tables.summary'](
    { rows: rows({ sort }), from: 100, to: 8000, columns: ['value'] },
    context,
  );
  const values = order.slice(100, 8001).flatMap(({ value }) => (value === null ? [] : [value]));
  expect(sum).toBeCloseTo(
    values.reduce((a, b) => a + b, 0),
    4,
  );
  expect(numbers).toBe(values.length);
  expect(most).toBe(Math.max(...values));
});

async function find(text: string, more: object = {}) {
  return await tables['tables.find'](
    { rows: rows(), text, regex: false, caseSensitive: false, whole: false, from: 0, limit: 1000, ...more },
    context,
  );
}

test('find reads labels, periods and numbers as they are shown, in the order of the rows', async () => {
  const order = sorted(model);
  const label = (row: ModelRow) => LABELS[row.item as keyof typeof LABELS] ?? row.item ?? '';
  const audio = order.flatMap((row, position) => (label(row) === 'Audio' ? [position] : []));
  const hits = await find('AUDIO', { rows: rows({ sort }), from: 2000, limit: 3 });
  expect(hits.total).toBe(audio.length);
  expect(hits.hits).toEqual(
    audio
      .filter((at) => at >= 2000)
      .slice(0, 3)
      .map((position) => ({ position, column: 'item' })),
  );
  // A code that has a label is not shown, so it is not found.
  expect((await find('C', { columns: ['item'], caseSensitive: true, whole: true })).total).toBe(0);
  const march = model.filter(({ period }) => period === (2023 * 12 + 2) * 1000 + 1).length;
  expect((await find('mar 2023')).total).toBe(march);
  const shown = (value: number | null) => (value === null ? '' : formatNumber(value, { decimals: 1 }));
  const numbers = model.filter(({ value }) => shown(value).includes('2,5')).length;
  expect((await find('2,5', { columns: ['value'] })).total).toBe(numbers);
  const ends = model.filter(({ value }) => /^1.*\.5$/.test(shown(value))).length;
  expect((await find('1.*\\.5', { regex: true, whole: true, columns: ['value'] })).total).toBe(ends);
});

test('find within rows finds there only', async () => {
  const hits = await find('computer', { within: { top: 10, bottom: 29 } });
  const expected = model.slice(10, 30).flatMap(({ item }, i) => (item === 'a' ? [i + 10] : []));
  expect(hits.hits.map(({ position }) => position)).toEqual(expected);
  expect(hits.total).toBe(expected.length);
});

test('a pattern that is none says what is wrong with it and where', async () => {
  await expect(find('ab(c', { regex: true })).rejects.toMatchObject({
    code: 'find.bad-pattern',
    message: '"ab(c" is not a regular expression: missing ).',
  });
  await expect(find('a**', { regex: true })).rejects.toMatchObject({ details: { at: 1, length: 2 } });
});

test.each<[string, RowFilter, (row: ModelRow) => boolean]>([
  ['begins', { column: 'item', text: 'begins', letters: 'c' }, ({ item }) => item === 'a' || item === 'C'],
  ['ends', { column: 'item', text: 'ends', letters: 'SERVICES' }, ({ item }) => item === 'a'],
  ['equals', { column: 'item', text: 'equals', letters: 'audio' }, ({ item }) => item === 'b'],
  ['not', { column: 'item', text: 'not', letters: 'audio' }, ({ item }) => item !== 'b'],
  [
    'not contains',
    { column: 'item', text: 'notContains', letters: 'c' },
    ({ item }) => item === 'b' || item === 'ö' || item === null,
  ],
  ['more', { column: 'value', number: 'more', than: 6000 }, ({ value }) => (value ?? 0) > 6000],
  ['missing', { column: 'value', missing: true }, ({ value }) => value === null],
  [
    'last 12 months',
    { column: 'period', recent: 'last12Months' },
    ({ period }) => period >= 2024 * 12 * 1000,
  ],
  [
    'fiscal year',
    { column: 'period', recent: 'fiscalYear' },
    ({ period }) => period >= (2024 * 12 + 6) * 1000,
  ],
])('a filter keeps what it says: %s', async (_, filter, keeps) => {
  const { total } = await tables['tables.window'](
    { rows: rows({ where: [filter] }), from: 0, count: 1 },
    context,
  );
  expect(total).toBe(model.filter(keeps).length);
});

test('top keeps the greatest values and those that tie with the last', async () => {
  const top = { column: 'value', top: 10, least: false };
  const { total, columns } = await tables['tables.window'](
    { rows: rows({ where: [top] }), from: 0, count: 50 },
    context,
  );
  const values = model.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => b - a);
  const least = values[9] ?? 0;
  expect(total).toBe(values.filter((value) => value >= least).length);
  const shown = columns.value;
  expect(shown?.kind === 'number' && Math.min(...shown.values)).toBe(least);
});

test('the values of a column are counted under the other filters, not its own', async () => {
  const where: RowFilter[] = [
    { column: 'period', recent: 'fiscalYear' },
    { column: 'item', oneOf: ['a'] },
  ];
  const { values, total } = await tables['tables.distinct'](
    { table: 'big', column: 'item', where, limit: 3 },
    context,
  );
  expect(total).toBe(6);
  const kept = model.filter(({ period }) => period >= (2024 * 12 + 6) * 1000);
  for (const { value, count } of values) expect(count).toBe(kept.filter(({ item }) => item === value).length);
  const found = await tables['tables.distinct'](
    { table: 'big', column: 'item', where: [], search: 'comp', limit: 9 },
    context,
  );
  expect(found.values.map(({ value }) => value)).toEqual(['a']);
});
