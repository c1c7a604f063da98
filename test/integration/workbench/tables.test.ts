import { afterAll, beforeAll, expect, test } from 'vitest';
import { tablesHandlers } from '../../../main/workbench/tables.ts';
import type { CallContext } from '../../../shared/contract/server.ts';
import { Rows } from '../../../shared/contract/tables.ts';
import { valueAt } from '../../../shared/contract/vectors.ts';
import { monthPeriod } from '../../../shared/periods/period.ts';
import { sampleFigures } from '../support/figures.ts';

let project: Awaited<ReturnType<typeof sampleFigures>>;
let tables: ReturnType<typeof tablesHandlers>;
const context: CallContext = { signal: new AbortController().signal, progress() {} };
const rows = (more: object = {}) => Rows.parse({ table: 'monthly', ...more });

beforeAll(async () => {
  project = await sampleFigures();
  tables = tablesHandlers({ project: () => project });
});
afterAll(() => project.engine.close());

test('a window answers its rows in the order of the file, with their ids and lines', async () => {
  const window = await tables['tables.window']({ rows: rows(), from: 0, count: 3 }, context);
  expect(window.total).toBe(193);
  expect([...window.ids]).toEqual([1, 2, 3]);
  expect([...window.lines]).toEqual([2, 3, 4]);
  const item = window.columns.item;
  expect(item && valueAt(item, 0)).toBe('computer');
});

test('a sorted window is the same whether it is read at once or in parts', async () => {
  const sorted = rows({ sort: [{ column: 'item', descending: true }] });
  const whole = await tables['tables.window']({ rows: sorted, from: 0, count: 193 }, context);
  const parts = await Promise.all(
    [0, 50, 100, 150].map((from) => tables['tables.window']({ rows: sorted, from, count: 50 }, context)),
  );
  expect(parts.flatMap(({ ids }) => [...ids])).toEqual([...whole.ids]);
});

test('filters and quick search count what they keep', async () => {
  const filtered = rows({ where: [{ column: 'item', oneOf: ['ict_total'] }] });
  expect((await tables['tables.window']({ rows: filtered, from: 0, count: 1 }, context)).total).toBe(86);
  const quick = rows({ quick: 'CALL_centres' });
  expect((await tables['tables.window']({ rows: quick, from: 0, count: 1 }, context)).total).toBe(2);
});

test('quick search finds a period as people write it', async () => {
  const november = rows({
    quick: 'nov 2024',
    where: [{ column: 'item', oneOf: ['ict_total'] }],
    sort: [{ column: 'period', descending: true }],
  });
  const found = await tables['tables.window']({ rows: november, from: 0, count: 9 }, context);
  const periods = found.columns.period;
  expect(periods && [0, 1].map((row) => valueAt(periods, row))).toEqual([
    monthPeriod(2024, 11),
    monthPeriod(2024, 11),
  ]);
});

test('a summary adds up the numbers of the chosen rows', async () => {
  const chosen = rows({
    where: [
      { column: 'item', oneOf: ['ict_total'] },
      { column: 'period', oneOf: ['2024-11'] },
    ],
  });
  const summary = await tables['tables.summary'](
    { rows: chosen, from: 0, to: 1, columns: ['value', 'item'] },
    context,
  );
  expect(summary).toEqual({ count: 4, numbers: 2, sum: 634, least: 310, most: 324 });
});

test('distinct values come most frequent first, periods as canonical text', async () => {
  const items = await tables['tables.distinct'](
    { table: 'monthly', column: 'item', where: [], limit: 2 },
    context,
  );
  expect(items.values).toEqual([
    { value: 'ict_total', count: 86 },
    { value: 'services_exports_total', count: 14 },
  ]);
  expect(items.total).toBe(18);
  const months = await tables['tables.distinct'](
    { table: 'monthly', column: 'period', where: [], search: '2024-1', limit: 10 },
    context,
  );
  expect(months.values.map(({ value }) => value).sort()).toEqual(['2024-10', '2024-11', '2024-12']);
});

test('a profile says what a column holds', async () => {
  const value = await tables['tables.profile']({ table: 'monthly', column: 'value' }, context);
  expect(value.values).toBe(193);
  expect(value.histogram).toHaveLength(12);
  expect(value.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(193);
  const period = await tables['tables.profile']({ table: 'monthly', column: 'period' }, context);
  expect([period.least, period.most]).toEqual(['2019-07', '2026-02']);
  expect(period.histogram).toEqual([]);
});

test('the provenance of November 2024 tells both printings, the newest first', async () => {
  const found = rows({
    where: [
      { column: 'item', oneOf: ['ict_total'] },
      { column: 'period', oneOf: ['2024-11'] },
    ],
  });
  const { ids } = await tables['tables.window']({ rows: found, from: 0, count: 1 }, context);
  const answer = await tables['tables.provenance'](
    { table: 'monthly', row: ids[0] ?? 0, column: 'value' },
    context,
  );
  expect(answer.vintages.map(({ value, released, current }) => [value, released, current])).toEqual([
    ['310', '2025-01', true],
    ['324', '2024-12-18', false],
  ]);
  expect(answer.unit).toBe('US$ million');
});

test('an unknown column is a problem, not an engine error', async () => {
  const sorted = rows({ sort: [{ column: 'nothing', descending: false }] });
  await expect(tables['tables.window']({ rows: sorted, from: 0, count: 1 }, context)).rejects.toMatchObject({
    code: 'query.unknown-column',
  });
});
