import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runQuery } from '../../../main/workbench/runQuery.ts';
import { valueAt } from '../../../shared/contract/vectors.ts';
import { Table } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { FLAG, QuerySpec, type ViewData } from '../../../shared/views/query.ts';
import { fill, sampleFigures } from '../support/figures.ts';

let project: Awaited<ReturnType<typeof sampleFigures>>;
beforeAll(async () => {
  project = await sampleFigures();
});
afterAll(() => project.engine.close());

type Asked = Parameters<typeof QuerySpec.parse>[0] & object;

function ask(query: Asked): Promise<ViewData> {
  return runQuery(
    project,
    QuerySpec.parse({
      table: 'monthly',
      measure: { column: 'value', aggregate: 'sum' },
      where: [{ column: 'item', oneOf: ['ict_total'] }],
      ...query,
    }),
  );
}

/** Marks by their first key: a period as canonical text. */
function byKey(data: ViewData): Record<string, number> {
  const [key] = data.keys;
  if (!key) return { all: data.value.values[0] ?? Number.NaN };
  return Object.fromEntries(
    [...data.value.values].map((value, row) => {
      const at = valueAt(key, row);
      return [key.kind === 'period' ? periodText(Number(at)) : String(at), value];
    }),
  );
}

const total = { column: 'item', oneOf: ['ict_total'] };
const julyToMarch = { column: 'period', from: '2024-07', to: '2025-03' };

describe('one vintage for each key', () => {
  test('the latest vintages of the months add up to the published years', async () => {
    const data = await ask({ keys: [{ column: 'period', level: 'fiscalYear' }] });
    const years = byKey(data);
    expect(years['2020-07/P12M']).toBeCloseTo(2111, 0);
    expect(years['2021-07/P12M']).toBeCloseTo(2617, 0);
    expect(years['2022-07/P12M']).toBeCloseTo(2595, 0);
    expect(years['2023-07/P12M']).toBeCloseTo(3223, 0);
    expect(years['2024-07/P12M']).toBe(3809);
    // FY2020 and FY2026 have months that are not on file.
    expect([...data.flags].map((flag) => (flag & FLAG.incomplete) !== 0)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test('July to March FY2025 is 2,824, not the 2,838 of first prints nor the 3,148 of all rows', async () => {
    expect(byKey(await ask({ where: [total, julyToMarch] }))).toEqual({ all: 2824 });
    expect(byKey(await ask({ where: [total, julyToMarch], vintage: 'first' }))).toEqual({ all: 2838 });
  });

  test('November 2024 is 310, was first printed 324, and was 324 on the last day of that year', async () => {
    const where = [total, { column: 'period', oneOf: ['2024-11'] }];
    expect(byKey(await ask({ where }))).toEqual({ all: 310 });
    expect(byKey(await ask({ where, vintage: 'first' }))).toEqual({ all: 324 });
    expect(byKey(await ask({ where, asOf: '2024-12-31' }))).toEqual({ all: 324 });
    expect(byKey(await ask({ where, asOf: '2025-01-30' }))).toEqual({ all: 324 });
    // "2025-01" is known from the last day of January.
    expect(byKey(await ask({ where, asOf: '2025-01' }))).toEqual({ all: 310 });
    expect(byKey(await ask({ where, asOf: '2024-12-01' }))).toEqual({ all: Number.NaN });
  });
});

describe('time calculations', () => {
  test('the first month of a range still has its growth', async () => {
    const growth = byKey(
      await ask({
        keys: [{ column: 'period', level: 'month' }],
        as: 'yearOnYear',
        where: [total, julyToMarch],
      }),
    );
    expect(Object.keys(growth)).toHaveLength(9);
    expect(growth['2024-07']).toBeCloseTo(286 / 214 - 1, 10);
  });

  test('a year that is not over is compared with the same months a year before', async () => {
    const years = byKey(await ask({ keys: [{ column: 'period', level: 'fiscalYear' }], as: 'yearOnYear' }));
    const to = (year: number) => [total, { column: 'period', from: `${year - 1}-07`, to: `${year}-02` }];
    const now = byKey(await ask({ where: to(2026) })).all ?? 0;
    const before = byKey(await ask({ where: to(2025) })).all ?? 0;
    expect(years['2025-07/P12M']).toBeCloseTo(now / before - 1, 10);
  });

  test('growth of a range without a time key is that of its sum', async () => {
    const data = await ask({ as: 'yearOnYear', where: [total, julyToMarch] });
    const before =
      byKey(await ask({ where: [total, { column: 'period', from: '2023-07', to: '2024-03' }] })).all ?? 0;
    expect(byKey(data).all).toBeCloseTo(2824 / before - 1, 10);
    expect([data.unit, data.fraction]).toEqual(['%', true]);
  });

  test('fiscal year to date starts in July, and is nothing where a month before is missing', async () => {
    const toDate = byKey(await ask({ keys: [{ column: 'period', level: 'month' }], as: 'fiscalYearToDate' }));
    expect(toDate['2024-07']).toBe(286);
    expect(toDate['2025-03']).toBe(2824);
    expect(toDate['2025-06']).toBe(3809);
    const first = Object.keys(toDate).find((text) => text > '2019-10' && text < '2020-07') ?? '';
    expect(toDate[first]).toBeNaN();
  });

  test('a fiscal-year race has a month of the year and a year as keys', async () => {
    const data = await ask({
      keys: [
        { column: 'period', level: 'fiscalMonth' },
        { column: 'period', level: 'fiscalYear' },
      ],
      as: 'fiscalYearToDate',
      where: [total, { column: 'period', from: '2023-07', to: '2025-06' }],
    });
    const at = [...data.value.values].findIndex(
      (_, row) =>
        valueAt(data.keys[0] ?? { kind: 'number', values: new Float64Array() }, row) === 9 &&
        valueAt(data.keys[1] ?? { kind: 'number', values: new Float64Array() }, row) ===
          (2024 * 12 + 6) * 1000 + 12,
    );
    expect(data.value.values[at]).toBe(2824);
    expect(data.value.values).toHaveLength(24);
  });

  test('a 12-month average needs twelve months', async () => {
    const data = byKey(await ask({ keys: [{ column: 'period', level: 'month' }], as: 'trailing12Average' }));
    expect(data['2025-06']).toBeCloseTo(3809 / 12, 10);
    expect(data['2020-07']).toBeNaN();
  });

  test('shares are of the first key', async () => {
    const data = await ask({
      keys: [{ column: 'period' }, { column: 'item' }],
      as: 'shareOfTotal',
      where: [
        { column: 'item', oneOf: ['computer', 'telecom', 'info'] },
        { column: 'period', oneOf: ['2023-07'] },
      ],
    });
    expect([...data.value.values].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe('what does not add up is refused in words', () => {
  test('a cumulative figure over several periods', async () => {
    await expect(ask({ table: 'cumulative' })).rejects.toMatchObject({ code: 'query.cumulative-summed' });
    await expect(
      ask({ table: 'cumulative', keys: [{ column: 'period' }], as: 'fiscalYearToDate' }),
    ).rejects.toMatchObject({
      code: 'query.cumulative-summed',
    });
    await expect(
      ask({ table: 'cumulative', keys: [{ column: 'period', level: 'fiscalYear' }] }),
    ).rejects.toMatchObject({
      code: 'query.cumulative-summed',
    });
    expect(
      byKey(await ask({ table: 'cumulative', where: [total, { column: 'period', oneOf: ['2024-07/P9M'] }] })),
    ).toEqual({ all: 2825 });
  });

  test('a group is not added to others, and not ranked beside them', async () => {
    const table = Table.parse({
      id: 'grouped',
      title: 'Grouped',
      columns: [
        {
          id: 'area',
          name: 'Area',
          type: 'category',
          role: 'dimension',
          groups: ['WLD'],
          labels: { WLD: 'World' },
        },
        { id: 'period', name: 'period', type: 'period', role: 'time' },
        { id: 'flow', name: 'flow', type: 'number', role: 'measure', nature: 'flow' },
      ],
      rowCount: 0,
    });
    const month = (2025 * 12 + 2) * 1000 + 1;
    project.document.tables.push(
      await fill(project.engine, table, [
        ['WLD', month, 100],
        ['PAK', month, 4],
        ['IND', month, 6],
      ]),
    );
    const grouped = (query: Asked) =>
      ask({ table: 'grouped', measure: { column: 'flow', aggregate: 'sum' }, where: [], ...query });
    await expect(grouped({})).rejects.toMatchObject({
      code: 'query.group-and-members',
      message: expect.stringContaining('"World"'),
    });
    expect(byKey(await grouped({ keys: [{ column: 'area' }] }))).toEqual({ WLD: 100, PAK: 4, IND: 6 });
    const ranked = await grouped({ keys: [{ column: 'area' }], sort: 'largest' });
    expect(byKey(ranked)).toEqual({ IND: 6, PAK: 4 });
    expect(ranked.notes).toContain('World is not ranked with single Area');
    const shares = await grouped({ keys: [{ column: 'area' }], as: 'shareOfTotal' });
    expect(byKey(shares)).toEqual({ PAK: 0.4, IND: 0.6 });
    expect(byKey(await grouped({ where: [{ column: 'area', oneOf: ['WLD'] }] }))).toEqual({ all: 100 });
    expect(byKey(await grouped({ where: [{ column: 'area', oneOf: ['PAK', 'IND'] }] }))).toEqual({ all: 10 });
  });

  test('a parent and its parts, two definitions, two units, a rate, a stock', async () => {
    const table = Table.parse({
      id: 'mixed',
      title: 'Mixed',
      columns: [
        { id: 'area', name: 'area', type: 'category', role: 'dimension', parents: { B: 'A', C: 'A' } },
        { id: 'definition', name: 'definition', type: 'category', role: 'definition' },
        { id: 'unit', name: 'unit', type: 'category', role: 'unit' },
        { id: 'period', name: 'period', type: 'period', role: 'time' },
        { id: 'flow', name: 'flow', type: 'number', role: 'measure', nature: 'flow' },
        { id: 'rate', name: 'rate', type: 'number', role: 'measure', nature: 'rate' },
        { id: 'stock', name: 'stock', type: 'number', role: 'measure', nature: 'stock' },
      ],
      rowCount: 0,
    });
    const month = (2025 * 12 + 2) * 1000 + 1;
    project.document.tables.push(
      await fill(project.engine, table, [
        ['A', 'wide', 'US$ m', month, 10, 0.1, 5],
        ['B', 'wide', 'US$ m', month, 4, 0.2, 2],
        ['C', 'wide', 'US$ m', month, 6, 0.3, 3],
        ['B', 'wide', 'US$ m', month + 1000, 4, 0.2, 2],
        ['D', 'narrow', 'US$ m', month, 7, 0.2, 2],
        ['E', 'wide', 'PKR bn', month, 7, 0.2, 2],
      ]),
    );
    const mixed = (query: Asked, areas: string[], column = 'flow') =>
      ask({
        table: 'mixed',
        measure: { column, aggregate: 'sum' },
        where: [{ column: 'area', oneOf: areas }],
        ...query,
      });
    await expect(mixed({}, ['A', 'B'])).rejects.toMatchObject({
      code: 'query.parent-and-parts',
      message: 'The sum would count "B" twice: it is part of "A".',
    });
    expect(byKey(await mixed({ keys: [{ column: 'area' }] }, ['A', 'B', 'C']))).toEqual({
      A: 10,
      B: 8,
      C: 6,
    });
    expect(byKey(await mixed({}, ['B', 'C']))).toEqual({ all: 14 });
    await expect(mixed({}, ['B', 'D'])).rejects.toMatchObject({ code: 'query.two-definitions' });
    await expect(mixed({}, ['B', 'E'])).rejects.toMatchObject({ code: 'query.two-units' });
    await expect(mixed({}, ['B'], 'rate')).rejects.toMatchObject({ code: 'query.rate-summed' });
    expect(byKey(await mixed({}, ['A'], 'rate'))).toEqual({ all: 0.1 });
    await expect(mixed({}, ['B'], 'stock')).rejects.toMatchObject({ code: 'query.stock-summed' });
    expect(byKey(await mixed({}, ['C'], 'stock'))).toEqual({ all: 3 });
    await expect(mixed({ keys: [{ column: 'nothing' }] }, ['A'])).rejects.toMatchObject({
      code: 'query.unknown-column',
    });
  });
});

test('what is beyond the top is added up as Others', async () => {
  const where = [
    { column: 'item', oneOf: ['computer', 'telecom', 'info'] },
    { column: 'period', oneOf: ['2023-07'] },
  ];
  const all = byKey(await ask({ keys: [{ column: 'item' }], where }));
  const cut = byKey(await ask({ keys: [{ column: 'item' }], where, sort: 'largest', top: 1, others: true }));
  expect(Object.keys(cut)).toEqual(['computer', 'Others']);
  expect(cut.Others).toBeCloseTo((all.telecom ?? 0) + (all.info ?? 0), 10);
});

test('derived figures and missing months are noted', async () => {
  const data = await ask({
    keys: [{ column: 'period', level: 'month' }],
    where: [total, { column: 'period', from: '2024-07', to: '2025-06' }],
  });
  expect(data.notes).toEqual(['1 derived']);
  const early = await ask({
    keys: [{ column: 'period', level: 'month' }],
    where: [total, { column: 'period', to: '2020-07' }],
  });
  expect(early.notes.join()).toMatch(/missing/);
});

test('an aborted query is an abort, not an engine error', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(
    runQuery(project, QuerySpec.parse({ table: 'monthly', measure: { column: 'value', aggregate: 'sum' } }), {
      signal: controller.signal,
    }),
  ).rejects.toMatchObject({ name: 'AbortError' });
});
