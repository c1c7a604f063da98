import { afterAll, beforeAll, expect, test } from 'vitest';
import { tablesHandlers } from '../../../main/workbench/tables.ts';
import type { CallContext } from '../../../shared/contract/server.ts';
import { ROW_KIND, Rows } from '../../../shared/contract/tables.ts';
import { valueAt } from '../../../shared/contract/vectors.ts';
import { sampleFigures } from '../support/figures.ts';
import { bigTable, type ModelRow, modelRows } from './support/bigTable.ts';

let big: Awaited<ReturnType<typeof bigTable>>;
let tables: ReturnType<typeof tablesHandlers>;
const model = modelRows(3000);
const context: CallContext = { signal: new AbortController().signal, progress() {} };
const rows = (more: object) => Rows.parse({ table: 'big', ...more });

beforeAll(async () => {
  big = await bigTable(model);
  tables = tablesHandlers({ project: () => big.project });
});
afterAll(() => big.close());

interface Line {
  readonly kind: number;
  readonly level: number;
  readonly id: number;
  readonly item: unknown;
  readonly value: unknown;
}

async function lines(asked: Rows, from: number, count: number): Promise<{ total: number; lines: Line[] }> {
  const { total, ids, columns, grouped } = await tables['tables.window'](
    { rows: asked, from, count },
    context,
  );
  const at = (column: string, row: number) => {
    const vector = columns[column];
    return vector ? valueAt(vector, row) : undefined;
  };
  return {
    total,
    lines: [...ids].map((id, i) => ({
      kind: grouped?.kinds[i] ?? -1,
      level: grouped?.levels[i] ?? -1,
      id,
      item: at('item', i),
      value: at('value', i),
    })),
  };
}

const ORDER = ['z', 'b', 'C', 'a', 'ö', null];
const sumOf = (of: readonly ModelRow[]) => of.reduce((sum, { value }) => sum + (value ?? 0), 0);

test('groups, their leaves and subtotals are one list of rows, in the order of the classification', async () => {
  const expected: Pick<Line, 'kind' | 'item'>[] = ORDER.flatMap((item) => [
    { kind: ROW_KIND.group, item },
    ...model.filter((row) => row.item === item).map(() => ({ kind: ROW_KIND.leaf, item })),
    { kind: ROW_KIND.subtotal, item },
  ]);
  const asked = rows({ groups: ['item'] });
  const all = await lines(asked, 0, 5000);
  expect(all.total).toBe(expected.length);
  expect(all.lines.map(({ kind, item }) => ({ kind, item }))).toEqual(expected);
  expect(new Set(all.lines.map(({ id }) => id)).size).toBe(expected.length);
  // Any window is a part of it.
  for (const from of [0, 400, 461, 465, 2000, expected.length - 3]) {
    expect((await lines(asked, from, 30)).lines).toEqual(all.lines.slice(from, from + 30));
  }
});

test('closed groups show their sums in their own row, open ones at their end', async () => {
  const asked = rows({ groups: ['item'], open: { all: false, but: ['["b"]'] } });
  const all = await lines(asked, 0, 5000);
  const audio = model.filter(({ item }) => item === 'b');
  expect(all.total).toBe(6 + audio.length + 1);
  const [first, second] = all.lines;
  expect(first).toMatchObject({
    kind: ROW_KIND.group,
    item: 'z',
    value: sumOf(model.filter(({ item }) => item === 'z')),
  });
  expect(second).toMatchObject({ kind: ROW_KIND.group, item: 'b', value: null });
  expect(all.lines[2 + audio.length]).toMatchObject({ kind: ROW_KIND.subtotal, value: sumOf(audio) });
});

test('two levels: a month within an item; find, sums and edges go by the rows that are shown', async () => {
  const asked = rows({ groups: ['item', 'period'], open: { all: false, but: ['["z"]'] } });
  const all = await lines(asked, 0, 5000);
  const months = new Set(model.filter(({ item }) => item === 'z').map(({ period }) => period));
  expect(all.total).toBe(6 + months.size + 1);
  expect(
    all.lines.slice(1, 1 + months.size).every(({ level, kind }) => level === 1 && kind === ROW_KIND.group),
  ).toBe(true);

  const open = rows({ groups: ['item'], open: { all: false, but: ['["z"]', '["a"]'] } });
  const shown = (await lines(open, 0, 5000)).lines;
  const hits = await tables['tables.find'](
    { rows: open, text: 'services', regex: false, caseSensitive: false, whole: false, from: 0, limit: 9999 },
    context,
  );
  const expected = shown.flatMap(({ kind, item }, position) =>
    kind === ROW_KIND.leaf && item === 'a' ? [position] : [],
  );
  expect(hits.hits.map(({ position }) => position)).toEqual(expected);
  expect(hits.total).toBe(expected.length);
  const sum = await tables['tables.summary'](
    { rows: open, from: 0, to: shown.length - 1, columns: ['value'] },
    context,
  );
  expect(sum.sum).toBeCloseTo(sumOf(model.filter(({ item }) => item === 'z' || item === 'a')), 4);
  const edge = await tables['tables.edge']({ rows: open, column: 'value', from: 0, direction: 1 }, context);
  expect(edge.to).toBe(shown.findIndex(({ value }, i) => i > 0 && value !== null));
});

test('a sum that must not be made is empty, and says why', async () => {
  const sample = await sampleFigures();
  const calls = tablesHandlers({ project: () => sample });
  const asked = Rows.parse({ table: 'monthly', groups: ['item'], open: { all: false, but: [] } });
  const window = await calls['tables.window']({ rows: asked, from: 0, count: 50 }, context);
  const item = window.columns.item;
  const value = window.columns.value;
  const total = [...window.ids].findIndex((_, i) => item && valueAt(item, i) === 'ict_total');
  expect(value && valueAt(value, total)).toBeNull();
  const reason = window.grouped?.reasons.find((one) => one.row === total && one.column === 'value')?.reason;
  expect(reason).toMatch(/\w/);
  const { totals } = await calls['tables.totals'](
    {
      rows: Rows.parse({ table: 'monthly' }),
      totals: [
        { column: 'value', kind: 'sum' },
        { column: 'value', kind: 'count' },
      ],
    },
    context,
  );
  expect(totals[0]?.value).toBeNull();
  expect(totals[0]?.reason).toMatch(/\w/);
  expect(totals[1]?.value).toBe(193);
  sample.engine.close();
});

test('totals of what is shown', async () => {
  const where = [{ column: 'item', oneOf: ['a'] }];
  const kinds = ['sum', 'average', 'least', 'most', 'none'] as const;
  const { totals } = await tables['tables.totals'](
    { rows: rows({ where }), totals: kinds.map((kind) => ({ column: 'value', kind })) },
    context,
  );
  const values = model.flatMap(({ item, value }) => (item === 'a' && value !== null ? [value] : []));
  const sum = values.reduce((a, b) => a + b, 0);
  expect(totals.map(({ value }) => value)).toEqual([
    sum,
    sum / values.length,
    Math.min(...values),
    Math.max(...values),
    null,
  ]);
});
