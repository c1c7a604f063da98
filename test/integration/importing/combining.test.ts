import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { Engine, identifier, type SqlValue } from '../../../main/engine/engine.ts';
import { withBuilt } from '../../../main/importing/buildTable.ts';
import { emptyDocument } from '../../../shared/model/document.ts';
import { Recipe } from '../../../shared/model/recipe.ts';
import { Table } from '../../../shared/model/table.ts';
import { monthPeriod, spanOf } from '../../../shared/periods/period.ts';
import { periodAtLevel } from '../../../shared/periods/periodAtLevel.ts';
import { fill } from '../support/figures.ts';

const engine = await Engine.open(':memory:', '/tmp', { threads: 2 });
afterAll(() => engine.close());

type Cell = SqlValue;
type ColumnInput = { id: string; type: string; role: string } & Record<string, unknown>;
interface Given {
  id: string;
  columns: readonly ColumnInput[];
  rows: readonly (readonly Cell[])[];
  sourceRank?: string[];
}
let count = 0;

/** Runs a recipe over tables of a project that holds nothing else. */
async function combined(given: readonly Given[], recipe: unknown, fiscalYearStart = 7) {
  const document = emptyDocument('Combined', fiscalYearStart);
  const names = new Map<string, string>();
  for (const { id, columns, rows, sourceRank = [] } of given) {
    const stored = `t${++count}`;
    const table = Table.parse({
      id,
      title: id.toUpperCase(),
      columns: columns.map((column) => ({ name: column.id, ...column })),
      rowCount: rows.length,
      sourceRank,
    });
    await fill(engine, { ...table, id: stored }, rows);
    document.tables.push(table);
    names.set(id, identifier(stored));
  }
  const project = { engine, document, tableName: (id: string) => names.get(id) ?? id };
  const tables = given.map(({ id }) => id);
  const building = {
    tables,
    recipe: Recipe.parse(recipe),
    title: 'Made',
    sourceRank: given[0]?.sourceRank ?? [],
  };
  try {
    return await withBuilt(
      project,
      building,
      () => `x${++count}`,
      undefined,
      async (built) => {
        const rows = await engine.rows({ sql: `SELECT * FROM ${built.rows}` });
        return {
          names: built.columns.map(({ name }) => name),
          columns: built.columns,
          rows: rows.map(([, ...cells]) => cells),
          notes: built.notes,
          note: (code: string) => built.notes.find((note) => note.code === code),
        };
      },
    );
  } finally {
    for (const name of names.values()) await engine.run({ sql: `DROP TABLE ${name}` });
  }
}

const code = { id: 'code', type: 'category', role: 'dimension' };
const month = { id: 'month', type: 'period', role: 'time' };
const value = { id: 'value', type: 'number', role: 'measure', nature: 'flow', unit: 'US$ million' };
const name = { id: 'country', type: 'category', role: 'dimension' };

const exportsTable: Given = {
  id: 'exports',
  columns: [code, value],
  rows: [
    ['PAK', 10],
    ['IND', 20],
    ['pak ', 3],
    ['XXX', 4],
    ['XXX', 5],
    [null, 6],
  ],
};
const countries: Given = {
  id: 'countries',
  columns: [{ id: 'iso', type: 'text', role: 'note' }, name],
  rows: [
    ['IND', 'India'],
    ['PAK', 'Pakistan'],
    ['BGD', 'Bangladesh'],
  ],
};
const byCode = {
  step: 'lookup',
  table: 'countries',
  keys: [{ left: 'code', right: 'iso' }],
  columns: [{ column: 'country' }],
};

test('a lookup keeps every row in its order, and tells the keys that only one side has', async () => {
  const { names, rows, note, columns } = await combined([exportsTable, countries], [byCode]);
  expect(names).toEqual(['code', 'value', 'country']);
  expect(rows).toEqual([
    ['PAK', 10, 'Pakistan'],
    ['IND', 20, 'India'],
    ['pak ', 3, null],
    ['XXX', 4, null],
    ['XXX', 5, null],
    [null, 6, null],
  ]);
  expect(columns[2]?.derived).toBe('looked up in "COUNTRIES" by code');
  expect(note('combine.matched')).toMatchObject({ count: 2 });
  const left = note('combine.only-left');
  expect(left?.count).toBe(4);
  expect(left?.cells?.map(({ text }) => text)).toEqual(['XXX (2 rows)', 'pak  (1 row)', '(nothing) (1 row)']);
  expect(note('combine.only-right')?.cells?.map(({ text }) => text)).toEqual(['BGD (1 row)']);
  expect(note('combine.nearly')?.count).toBe(1);
});

test('keys may be compared without regard to case and spaces', async () => {
  const { rows, note } = await combined([exportsTable, countries], [{ ...byCode, loose: true }]);
  expect(rows[2]).toEqual(['pak ', 3, 'Pakistan']);
  expect(note('combine.nearly')).toBeUndefined();
});

test('the display names of a key are brought where the key itself is asked for', async () => {
  const named: Given = {
    id: 'countries',
    columns: [{ ...code, labels: { PAK: 'Pakistan' } }],
    rows: [['PAK'], ['IND']],
  };
  const step = { ...byCode, keys: [{ left: 'code', right: 'code' }], columns: [{ column: 'code' }] };
  const { names, rows } = await combined([exportsTable, named], [step]);
  expect(names).toEqual(['code', 'value', 'code name']);
  expect(rows.slice(0, 2).map((row) => row[2])).toEqual(['Pakistan', null]);
});

test('a table that holds a key twice is refused with the keys, until it is told apart', async () => {
  const twice = { ...countries, rows: [...countries.rows, ['PAK', 'Islamic Republic of Pakistan']] };
  await expect(combined([exportsTable, twice], [byCode])).rejects.toMatchObject({
    code: 'combine.keys-repeat',
    message: expect.stringContaining('PAK (2 rows)'),
    details: { count: 1 },
  });
});

test('of a table with releases the latest of each figure is taken first, as views do', async () => {
  const releases: Given = {
    id: 'rates',
    columns: [
      code,
      { ...value, id: 'rate', nature: 'rate' },
      { id: 'published', type: 'text', role: 'vintage' },
    ],
    rows: [
      ['PAK', 278, '2025-01'],
      ['PAK', 280, '2025-03'],
      ['IND', 84, '2025-01'],
    ],
  };
  const step = {
    ...byCode,
    table: 'rates',
    keys: [{ left: 'code', right: 'code' }],
    columns: [{ column: 'rate' }],
  };
  await expect(combined([exportsTable, releases], [step])).rejects.toMatchObject({
    remedy: expect.stringContaining('one release'),
  });
  const { rows } = await combined([exportsTable, releases], [{ ...step, vintage: 'latest' }]);
  expect(rows.slice(0, 2)).toEqual([
    ['PAK', 10, 280],
    ['IND', 20, 84],
  ]);
});

test('a figure that comes to stand on several rows is never added up, and that is told', async () => {
  const gdp: Given = { id: 'gdp', columns: [code, { ...value, id: 'gdp' }], rows: [['XXX', 100]] };
  const step = {
    ...byCode,
    table: 'gdp',
    keys: [{ left: 'code', right: 'code' }],
    columns: [{ column: 'gdp' }],
  };
  const { columns, note } = await combined([exportsTable, gdp], [step]);
  expect(columns[2]?.nature).toBe('rate');
  expect(note('combine.repeated-figures')?.text).toContain('up to 2 rows');
});

test('a month never equals a number, and that is said rather than matched', async () => {
  const dated: Given = { id: 'dated', columns: [month, value], rows: [[monthPeriod(2025, 3), 1]] };
  const step = { ...byCode, keys: [{ left: 'month', right: 'iso' }] };
  await expect(combined([dated, countries], [step])).rejects.toMatchObject({ code: 'combine.key-types' });
});

test('codes written as text match numbers: 04 is 4', async () => {
  const numbers: Given = {
    id: 'numbers',
    columns: [{ id: 'no', type: 'number', role: 'dimension' }],
    rows: [[4], [5]],
  };
  const texts: Given = {
    id: 'countries',
    columns: countries.columns,
    rows: [['04', 'Afghanistan']],
  };
  const { rows, note } = await combined(
    [numbers, texts],
    [{ ...byCode, keys: [{ left: 'no', right: 'iso' }] }],
  );
  expect(rows).toEqual([
    [4, 'Afghanistan'],
    [5, null],
  ]);
  expect(note('combine.types-reconciled')).toBeDefined();
});

test('appended tables are matched by name, tell what only one has, and keep units apart', async () => {
  const a: Given = { id: 'a', columns: [code, month, value], rows: [['PAK', monthPeriod(2025, 1), 1]] };
  const b: Given = {
    id: 'b',
    columns: [
      { ...month, id: 'period' },
      { ...code, name: ' CODE' },
      { ...value, unit: 'Rs billion' },
      { id: 'status', type: 'category', role: 'status' },
    ],
    rows: [[monthPeriod(2025, 2), 'IND', 2, 'final']],
  };
  const { names, rows, note, columns } = await combined(
    [a, b],
    [{ step: 'appendTables', tables: ['a', 'b'], tableColumn: 'table' }],
  );
  expect(names).toEqual(['code', 'month', 'value', 'status', 'unit', 'table']);
  expect(rows).toEqual([
    ['PAK', monthPeriod(2025, 1), 1, null, 'US$ million', 'A'],
    ['IND', monthPeriod(2025, 2), 2, 'final', 'Rs billion', 'B'],
  ]);
  expect(columns[2]?.unit).toBeUndefined();
  expect(columns[4]?.role).toBe('unit');
  expect(note('combine.partial-columns')?.cells?.map(({ text }) => text)).toEqual([
    '"status" is only in B; empty in the rows of A',
  ]);
  expect(note('combine.matched-by-role')?.text).toContain('"period" of B');
  expect(note('combine.units-differ')).toBeDefined();
});

test('numbers and texts that are numbers stand together as numbers, a period beside a text as text', async () => {
  const a: Given = {
    id: 'a',
    columns: [
      { id: 'x', type: 'number', role: 'measure' },
      { id: 'when', type: 'period', role: 'note' },
    ],
    rows: [[1.5, monthPeriod(2025, 3)]],
  };
  const b: Given = {
    id: 'b',
    columns: [
      { id: 'x', type: 'text', role: 'note' },
      { id: 'when', type: 'text', role: 'note' },
    ],
    rows: [['2', 'early']],
  };
  const { rows, columns, note } = await combined([a, b], [{ step: 'appendTables', tables: ['a', 'b'] }]);
  expect(columns.map(({ type }) => type)).toEqual(['number', 'text']);
  expect(rows).toEqual([
    [1.5, '2025-03'],
    [2, 'early'],
  ]);
  expect(note('combine.types-reconciled')?.count).toBe(2);
});

const months = (year: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => monthPeriod(year, from + i));
const monthly = (rows: readonly (readonly Cell[])[], over: Record<string, unknown> = {}): Given => ({
  id: 'monthly',
  columns: [code, month, { ...value, ...over }],
  rows,
});
const byYear = (how: string) => ({
  step: 'aggregate',
  keys: [{ column: 'month', level: 'calendarYear' }],
  values: [{ column: 'value', how }],
});

test('a year of which a month is missing stays empty and is told', async () => {
  const rows = [
    ...months(2024, 1, 12).map((at) => ['PAK', at, 1]),
    ...months(2025, 1, 11).map((at) => ['PAK', at, 1]),
  ];
  const { rows: made, note } = await combined([monthly(rows)], [byYear('sum')]);
  expect(made).toEqual([
    [monthPeriod(2024, 1) + 11, 12],
    [monthPeriod(2025, 1) + 11, null],
  ]);
  expect(note('combine.incomplete')?.cells?.[0]?.text).toMatch(/2025.*: 11 of 12 months/);
});

test('a year is incomplete where one of the series that are added up in it is', async () => {
  const rows = [
    ...months(2024, 1, 12).map((at) => ['PAK', at, 1]),
    ...months(2024, 1, 9).map((at) => ['IND', at, 1]),
  ];
  const { rows: made } = await combined([monthly(rows)], [byYear('sum')]);
  expect(made).toEqual([[monthPeriod(2024, 1) + 11, null]]);
});

test.each([
  ['cumulative', 'query.cumulative-summed'],
  ['rate', 'query.rate-summed'],
  ['stock', 'query.stock-summed'],
])('a sum of %s figures over months is refused', async (nature, problem) => {
  const rows = months(2024, 1, 12).map((at) => ['PAK', at, 1]);
  await expect(combined([monthly(rows, { nature })], [byYear('sum')])).rejects.toMatchObject({
    code: problem,
  });
});

test('a sum over a parent and its parts is refused, and over months beside their year', async () => {
  const at = monthPeriod(2024, 1);
  const parted: Given = {
    ...monthly([
      ['all', at, 3],
      ['part', at, 1],
    ]),
    columns: [{ ...code, parents: { part: 'all' } }, month, value],
  };
  const step = { step: 'aggregate', keys: [{ column: 'month' }], values: [{ column: 'value', how: 'sum' }] };
  await expect(combined([parted], [step])).rejects.toMatchObject({ code: 'query.parent-and-parts' });
  const world: Given = { ...parted, columns: [{ ...code, groups: ['all'] }, month, value] };
  await expect(combined([world], [step])).rejects.toMatchObject({ code: 'query.group-and-members' });
  const mixed = monthly([...months(2024, 1, 12).map((m) => ['PAK', m, 1]), ['PAK', at + 11, 12]]);
  await expect(combined([mixed], [byYear('sum')])).rejects.toMatchObject({
    code: 'query.overlapping-periods',
  });
});

test('the last figure of a stock needs the end of the year alone, and one series', async () => {
  const rows = [
    ['PAK', monthPeriod(2024, 6), 5],
    ['PAK', monthPeriod(2024, 12), 7],
    ['PAK', monthPeriod(2025, 6), 9],
  ];
  const { rows: made, columns } = await combined([monthly(rows, { nature: 'stock' })], [byYear('last')]);
  expect(made.map(([, last]) => last)).toEqual([7, null]);
  expect(columns[1]?.nature).toBe('stock');
  const two = monthly([...rows, ['IND', monthPeriod(2024, 12), 1]], { nature: 'stock' });
  await expect(combined([two], [byYear('last')])).rejects.toMatchObject({ code: 'combine.last-of-several' });
});

test('an aggregate picks one release of each figure first', async () => {
  const at = monthPeriod(2024, 1);
  const released: Given = {
    id: 'monthly',
    columns: [code, month, value, { id: 'published', type: 'text', role: 'vintage' }],
    rows: [
      ['PAK', at, 1, '2024-02'],
      ['PAK', at, 2, '2024-03'],
      ['IND', at, 10, '2024-02'],
    ],
  };
  const step = { step: 'aggregate', keys: [{ column: 'month' }], values: [{ column: 'value', how: 'sum' }] };
  expect((await combined([released], [step])).rows).toEqual([[at, 12]]);
  expect((await combined([released], [{ ...step, vintage: 'first' }])).rows).toEqual([[at, 11]]);
});

const anyCode = fc.constantFrom('A', 'B', 'C', 'D', null);
const anyFigure = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null });
const runs = { numRuns: 30 };

test('a lookup is what a loop over the rows would make', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyCode, anyCode, anyFigure), { maxLength: 12 }),
      fc.uniqueArray(fc.tuple(anyCode, anyCode, anyFigure), {
        maxLength: 10,
        selector: ([a, b]) => `${a} ${b}`,
      }),
      async (left, right) => {
        const columns = [code, { ...code, id: 'other' }, value];
        const step = {
          step: 'lookup',
          table: 'r',
          keys: ['code', 'other'].map((id) => ({ left: id, right: id })),
          columns: [{ column: 'value', name: 'found' }],
        };
        const { rows, note } = await combined(
          [
            { id: 'l', columns, rows: left },
            { id: 'r', columns, rows: right },
          ],
          [step],
        );
        const find = (a: Cell, b: Cell, among: readonly (readonly Cell[])[]) =>
          a === null || b === null ? undefined : among.find((row) => row[0] === a && row[1] === b);
        expect(rows).toEqual(left.map(([a, b, v]) => [a, b, v, find(a, b, right)?.[2] ?? null]));
        const lost = left.filter(([a, b]) => !find(a, b, right));
        expect(note('combine.only-left')?.count).toBe(lost.length);
        expect(note('combine.only-left')?.cells?.length).toBe(
          new Set(lost.map(([a, b]) => `${a} ${b}`)).size,
        );
        expect(note('combine.only-right')?.count).toBe(right.filter(([a, b]) => !find(a, b, left)).length);
        expect(note('combine.matched')?.count).toBe(left.length - lost.length);
      },
    ),
    runs,
  );
});

test('appending is concatenation with gaps where a table lacks a column', async () => {
  const tables = fc.array(
    fc.record({
      columns: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { minLength: 1 }),
      rows: fc.array(fc.array(anyFigure, { minLength: 4, maxLength: 4 }), { maxLength: 5 }),
    }),
    { minLength: 2, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(tables, async (given) => {
      const made = await combined(
        given.map(({ columns, rows }, i) => ({
          id: `t${i}`,
          columns: columns.map((id) => ({ id, type: 'number', role: 'note' })),
          rows: rows.map((row) => row.slice(0, columns.length)),
        })),
        [{ step: 'appendTables', tables: given.map((_, i) => `t${i}`), tableColumn: 'table' }],
      );
      const all = [...new Set(given.flatMap(({ columns }) => columns))];
      expect(made.names).toEqual([...all, 'table']);
      expect(made.rows).toEqual(
        given.flatMap(({ columns, rows }, i) =>
          rows.map((row) => [
            ...all.map((id) => (columns.includes(id) ? row[columns.indexOf(id)] : null)),
            `T${i}`,
          ]),
        ),
      );
      const partial = all.filter((id) => given.some(({ columns }) => !columns.includes(id)));
      expect(made.note('combine.partial-columns')?.count ?? 0).toBe(partial.length);
    }),
    runs,
  );
});

test('an aggregate is what groups of rows would make, a coarser period only where every series is whole', async () => {
  const row = fc.tuple(
    fc.constantFrom('A', 'B'),
    fc.integer({ min: 0, max: 17 }).map((i) => monthPeriod(2024, 1) + i * 1000),
    anyFigure,
  );
  const given = fc.uniqueArray(row, { maxLength: 36, minLength: 1, selector: ([a, at]) => `${a} ${at}` });
  const level = fc.constantFrom('asIs', 'month', 'quarter', 'calendarYear', 'fiscalYear') as fc.Arbitrary<
    'asIs' | 'month' | 'quarter' | 'calendarYear' | 'fiscalYear'
  >;
  const how = fc.constantFrom('sum', 'mean', 'min', 'max', 'count');
  await fc.assert(
    fc.asyncProperty(given, level, how, fc.boolean(), async (rows, to, way, byItem) => {
      const step = {
        step: 'aggregate',
        keys: [...(byItem ? [{ column: 'code' }] : []), { column: 'month', level: to }],
        values: [{ column: 'value', how: way }],
      };
      const made = await combined([monthly(rows)], [step]);
      const groups = new Map<string, { key: Cell[]; rows: typeof rows }>();
      for (const one of rows) {
        const key = [...(byItem ? [one[0]] : []), periodAtLevel(one[1], to, 7)];
        const group = groups.get(JSON.stringify(key)) ?? { key, rows: [] };
        groups.set(JSON.stringify(key), group);
        group.rows.push(one);
      }
      const order = (a: Cell[], b: Cell[]) => {
        const at = a.findIndex((cell, i) => cell !== b[i]);
        return at < 0 ? 0 : String(a[at]) < String(b[at]) ? -1 : 1;
      };
      const expected = [...groups.values()]
        .map(({ key, rows: own }) => {
          const figures = own.flatMap(([, , figure]) => (figure === null ? [] : [figure]));
          const length = spanOf(Number(key.at(-1))).months;
          const whole = ['A', 'B'].every((item) => {
            const filled = own.filter(([of, , figure]) => of === item && figure !== null).length;
            return filled === 0 || filled === length;
          });
          const sum = figures.reduce((total, figure) => total + figure, 0);
          const worked: Record<string, number> = {
            sum,
            mean: sum / figures.length,
            min: Math.min(...figures),
            max: Math.max(...figures),
            count: figures.length,
          };
          const is = way === 'count' || (figures.length > 0 && whole) ? worked[way] : null;
          return [...key, is ?? null];
        })
        .sort(order);
      expect(made.rows).toEqual(expected);
    }),
    runs,
  );
});
