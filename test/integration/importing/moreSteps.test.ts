import { expect, test } from 'vitest';
import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { withContent } from './support/importFile.ts';

const head: Recipe = [
  { step: 'readText', encoding: 'utf-8', delimiter: ';', quote: '"', escape: '' },
  { step: 'header', lines: [1], firstDataLine: 2 },
];
const set = (
  column: string,
  type: 'category' | 'number' | 'period',
  role: 'dimension' | 'measure' | 'time',
): Step => ({ step: 'setColumn', column, type, role, decimal: '.', missing: [''] });

async function made(content: string, steps: Recipe) {
  return await withContent('steps.csv', content, async (session) => {
    const { result, notes, stepWords } = await session.preview([...head, ...steps]);
    return {
      names: result.columns.map(({ name }) => name),
      rows: result.rows.map(({ cells }) => cells),
      columns: result.columns,
      notes,
      words: stepWords.at(-1),
    };
  });
}

const flat = `item;value
9.1 Telecom -Cr;10
9.2 Computer -Cr;20
9.2 Computer -Db;7
Total;30
`;

test('rows are skipped by their line and by a pattern', async () => {
  const { rows, words } = await made(flat, [
    { step: 'skipRows', lines: [3], where: { column: 'item', matches: '^(?i:total)' } },
  ]);
  expect(rows.map(([item]) => item)).toEqual(['9.1 Telecom -Cr', '9.2 Computer -Db']);
  expect(words?.count).toBe('2 rows skipped');
});

test('a pattern that is none is refused in words', async () => {
  await expect(
    made(flat, [{ step: 'skipRows', lines: [], where: { column: 'item', matches: '(open' } }]),
  ).rejects.toMatchObject({ code: 'import.bad-pattern', remedy: expect.stringContaining('\\') });
});

test('a column is split by a delimiter, the last part taking the rest', async () => {
  const { names, rows, notes } = await made(flat, [
    {
      step: 'splitColumn',
      column: 'item',
      by: { kind: 'delimiter', delimiter: ' ' },
      into: ['code', 'rest'],
      keep: false,
    },
  ]);
  expect(names).toEqual(['code', 'rest', 'value']);
  expect(rows[0]).toEqual(['9.1', 'Telecom -Cr', '10']);
  expect(rows[3]).toEqual(['Total', '', '30']);
  expect(notes.find(({ code }) => code === 'import.not-split')).toMatchObject({
    weight: 'note',
    count: 1,
    cells: [{ place: { line: 5, column: 'item' }, text: 'Total' }],
  });
});

test('a column is split by positions', async () => {
  const { rows } = await made(flat, [
    {
      step: 'splitColumn',
      column: 'item',
      by: { kind: 'position', at: [3, 11] },
      into: ['code', 'name', 'flow'],
      keep: true,
    },
  ]);
  expect(rows[1]).toEqual(['9.2 Computer -Cr', '9.2', 'Compute', 'r -Cr', '20']);
});

test('a column is split by a pattern; what does not fit is told and empty, too few groups are refused', async () => {
  const by = { kind: 'pattern', pattern: '^([0-9.]+) (.*) -(Cr|Db)$' } as const;
  const { rows, notes } = await made(flat, [
    { step: 'splitColumn', column: 'item', by, into: ['code', 'name', 'flow'], keep: false },
  ]);
  expect(rows[2]).toEqual(['9.2', 'Computer', 'Db', '7']);
  expect(rows[3]).toEqual(['', '', '', '30']);
  expect(notes.find(({ code }) => code === 'import.not-split')?.weight).toBe('refused');
  await expect(
    made(flat, [{ step: 'splitColumn', column: 'item', by, into: ['a', 'b', 'c', 'd'], keep: false }]),
  ).rejects.toMatchObject({ code: 'import.too-few-groups' });
});

test('columns are merged, and empty cells bring no separator', async () => {
  const { names, rows } = await made('year;month;v\n2025;07;1\n2025;;2\n', [
    { step: 'mergeColumns', columns: ['year', 'month'], separator: '-', to: 'period', keep: false },
  ]);
  expect(names).toEqual(['period', 'v']);
  expect(rows).toEqual([
    ['2025-07', '1'],
    ['2025', '2'],
  ]);
});

test('empty cells take the text above, and the first ones stay empty', async () => {
  const { rows, words } = await made('group;item\n;x\nA;a\n;b\n ;c\nB;d\n', [
    { step: 'fillDown', columns: ['group'] },
  ]);
  expect(rows.map(([group]) => group)).toEqual(['', 'A', 'A', 'A', 'B']);
  expect(words?.count).toBe('3 empty cells');
});

test('texts, whole cells and patterns are replaced', async () => {
  const content = 'a;b\nx.y;x.y\nx;zx\n';
  const all = await made(content, [{ step: 'replace', find: 'x', with: 'Q', as: 'text' }]);
  expect(all.rows).toEqual([
    ['Q.y', 'Q.y'],
    ['Q', 'zQ'],
  ]);
  const cell = await made(content, [
    { step: 'replace', columns: ['a'], find: 'x', with: "it's", as: 'cell' },
  ]);
  expect(cell.rows.map(([a]) => a)).toEqual(['x.y', "it's"]);
  const pattern = await made(content, [
    { step: 'replace', columns: ['b'], find: '(.)x', with: '\\1-', as: 'pattern' },
  ]);
  expect(pattern.rows.map(([, b]) => b)).toEqual(['x.y', 'z-']);
  expect(pattern.words?.count).toBe('1 cell');
});

test('a step for texts after the type is set says where it belongs', async () => {
  await expect(
    made(flat, [
      set('value', 'number', 'measure'),
      { step: 'replace', columns: ['value'], find: '1', with: '2', as: 'text' },
    ]),
  ).rejects.toMatchObject({ code: 'import.step-after-type', remedy: expect.stringContaining('above') });
});

const series = `month;item;value
2024-06;telecom;9
2024-07;telecom;10
2024-08;computer;20.5
2024-09;;
`;
const typed: Recipe = [
  set('month', 'period', 'time'),
  set('item', 'category', 'dimension'),
  set('value', 'number', 'measure'),
];

test.for([
  [{ drop: ['telecom'] }, 2],
  [{ keep: ['telecom', 'computer'] }, 3],
  [{ compare: { is: '>', value: '9' } }, 2, 'value'],
  [{ compare: { is: '<>', value: '9' } }, 2, 'value'],
  [{ compare: { is: '>=', value: 'Jul 2024' } }, 3, 'month'],
  [{ compare: { is: '<', value: 'FY2025' } }, 1, 'month'],
  [{ keep: ['Aug-24'] }, 1, 'month'],
  [{ contains: 'COMP' }, 1],
  [{ empty: true }, 1],
  [{ empty: false, contains: 'tele' }, 2],
] as const)('rows that meet %j are %i', async ([condition, count, column = 'item']) => {
  const { rows } = await made(series, [...typed, { step: 'filterRows', column, ...condition } as Step]);
  expect(rows).toHaveLength(count);
});

test('a number is not compared with a word', async () => {
  await expect(
    made(series, [...typed, { step: 'filterRows', column: 'value', compare: { is: '>', value: 'much' } }]),
  ).rejects.toMatchObject({ code: 'import.not-a-number' });
});

test('a column is moved, one beyond the last to the end', async () => {
  const move = async (to: number) =>
    (await made(series, [{ step: 'moveColumn', column: 'month', to }])).names;
  expect(await move(2)).toEqual(['item', 'month', 'value']);
  expect(await move(9)).toEqual(['item', 'value', 'month']);
});

const twice = `month;item;value
2024-07;a;1
2024-07;a;1
2024-07;a;2
2024-08;a;3
`;

test('repeats leave the first, the last, or all with a number', async () => {
  const values = async (step: Step) => (await made(twice, [...typed, step])).rows.map(([, , value]) => value);
  expect(await values({ step: 'repeats', same: 'row', keep: 'first' })).toEqual(['1', '2', '3']);
  expect(await values({ step: 'repeats', same: 'key', keep: 'first' })).toEqual(['1', '3']);
  expect(await values({ step: 'repeats', same: 'key', keep: 'last' })).toEqual(['2', '3']);
  const { rows, columns, notes } = await made(twice, [
    ...typed,
    { step: 'repeats', same: 'key', keep: 'all' },
  ]);
  expect(rows.map((row) => row.at(-1))).toEqual(['1', '2', '3', '1']);
  expect(columns.at(-1)).toMatchObject({ name: 'vintage', role: 'vintage' });
  expect(notes.some(({ code }) => code === 'import.duplicates')).toBe(false);
});

/** What a formula gives over columns a = 10, b = 4, z = 0, e = empty, t = "x", f = "1,234.5", m = July 2024. */
async function computed(formula: string) {
  const { rows, columns, notes } = await made('a;b;z;e;t;f;m\n10;4;0;;x;1,234.5;2024-07\n', [
    set('a', 'number', 'measure'),
    set('b', 'number', 'measure'),
    set('z', 'number', 'measure'),
    set('e', 'number', 'measure'),
    set('m', 'period', 'time'),
    { step: 'computedColumn', to: 'r', formula },
  ]);
  return { value: rows[0]?.at(-1), column: columns.at(-1), notes };
}

test.for([
  ['[a] + [b] * 2', '18'],
  ['([a] - [b]) / [b]', '1.5'],
  ['-2^2', '4'],
  ['2^3^2', '64'],
  ['[a] * 5%', '0.5'],
  ['[a] / [z]', ''],
  ['[a] + [e]', ''],
  ['(-8)^0.5', ''],
  ['1e300 * 1e300', ''],
  ['[f] + 1', '1235.5'],
  ['ROUND([a] / 3, 2)', '3.33'],
  ['ROUND(1234.5, -2)', '1200'],
  ['ABS([b] - [a])', '6'],
  ['[t] & "-" & [a]', 'x-10'],
  ['IF([a] > [b], "up", "down")', 'up'],
  ['IF([e] > 1, "up", "down")', ''],
  ['IF([e] = "", "none", "some")', 'none'],
  ['IF([m] >= "Jul 2024", [a], "")', '10'],
  ['IF(AND([a] = 10, NOT([t] = "y")), 1, 0)', '1'],
  [`"it's; DROP TABLE raw --"`, "it's; DROP TABLE raw --"],
] as const)('%s gives %j', async ([formula, expected]) => {
  expect((await computed(formula)).value).toBe(expected);
});

test('a computed figure is a derived measure, and a gap in it is told', async () => {
  const { column, notes } = await computed('[a] / [z]');
  expect(column).toMatchObject({ type: 'number', role: 'measure', derived: '[a] / [z]' });
  expect(notes.find(({ code }) => code === 'import.formula-gap')).toMatchObject({ count: 1 });
});

test.for([
  ['[m] + 1', 'formula.types'],
  ['IF([a], 1, 2)', 'formula.types'],
  ['IF(true, 1, "x")', 'formula.types'],
  ['[m]', 'formula.types'],
  ['[gone] * 2', 'import.step-misfit'],
] as const)('%s is refused as %s', async ([formula, code]) => {
  await expect(computed(formula)).rejects.toMatchObject({ code, remedy: expect.any(String) });
});
