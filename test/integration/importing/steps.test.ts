import { expect, test } from 'vitest';
import type { Recipe } from '../../../shared/model/recipe.ts';
import { withContent } from './support/importFile.ts';

const csv = `year,months,item,kind,definition,value,status,published,source,extra
FY24,3,computer,all,survey,100,final,2024-01,SBP,x
FY24,3,computer,freelancers,survey,20,final,2024-01,SBP,
FY24,3,computer,all,survey,104,final,2024-05,SBP,x
FY25,3,computer,all,survey,120,final,2025-01,SBP,x
FY25,13,computer,all,survey,7,final,2025-01,SBP,x
FY25,3,telecom,all,ministry,50,final,2025-01,SBP,
`;

const head: Recipe = [
  { step: 'readText', encoding: 'utf-8', delimiter: ',', quote: '"', escape: '' },
  { step: 'header', lines: [1], firstDataLine: 2 },
];
const set = (
  column: string,
  type: 'category' | 'number' | 'period' | 'text',
  role: 'dimension' | 'measure' | 'time' | 'vintage' | 'source' | 'definition' | 'status' | 'note',
): Recipe[number] => ({ step: 'setColumn', column, type, role, decimal: '.', missing: [''] });
const typed: Recipe = [
  ...head,
  { step: 'dropColumns', columns: ['extra'] },
  set('year', 'period', 'time'),
  set('months', 'number', 'dimension'),
  set('item', 'category', 'dimension'),
  set('kind', 'category', 'dimension'),
  set('definition', 'category', 'definition'),
  set('value', 'number', 'measure'),
  set('status', 'category', 'status'),
  set('published', 'category', 'vintage'),
  set('source', 'text', 'source'),
];
const spans: Recipe = [...typed, { step: 'spanPeriod', year: 'year', months: 'months', to: 'period' }];

async function made(recipe: Recipe, content = csv) {
  return await withContent('releases.csv', content, async (session) => {
    const { result, notes, stepWords } = await session.preview(recipe);
    return {
      names: result.columns.map(({ name }) => name),
      rows: result.rows.map(({ cells }) => cells),
      notes,
      columns: result.columns,
      stepWords,
    };
  });
}

test('dropping and renaming columns', async () => {
  const { names, rows } = await made([
    ...head,
    {
      step: 'dropColumns',
      columns: ['months', 'kind', 'definition', 'status', 'published', 'source', 'extra'],
    },
    { step: 'rename', from: 'value', to: 'US$ million' },
  ]);
  expect(names).toEqual(['year', 'item', 'US$ million']);
  expect(rows[0]).toEqual(['FY24', 'computer', '100']);
});

test('a step that wants a column that is not there names those that are', async () => {
  await expect(made([...head, { step: 'rename', from: 'valeur', to: 'v' }])).rejects.toMatchObject({
    code: 'import.step-misfit',
    place: { column: 'valeur' },
    remedy: expect.stringContaining('definition, value, status'),
  });
});

test('kept rows are those of the values named', async () => {
  const { rows, stepWords } = await made([
    ...typed,
    { step: 'filterRows', column: 'item', keep: ['telecom'] },
  ]);
  expect(rows).toHaveLength(1);
  expect(stepWords.at(-1)).toMatchObject({
    title: 'Keep rows',
    words: 'item is telecom',
    count: '1 of 6 rows',
  });
});

test('FY2025 and 3 months are July to September 2024; 13 months are no span and told', async () => {
  const { names, rows, notes } = await made(spans);
  expect(names.slice(0, 2)).toEqual(['period', 'item']);
  expect(rows[3]?.[0]).toBe('2024-Q3');
  expect(rows[4]?.[0]).toBe('');
  expect(notes.find(({ code }) => code === 'import.not-a-span')).toMatchObject({
    count: 1,
    place: { line: 6 },
  });
});

test('the latest vintage of each key stays, with its first print and the revision', async () => {
  const { names, rows } = await made([...spans, { step: 'latestVintage' }]);
  const at = names.indexOf('value');
  expect(names.slice(at, at + 3)).toEqual(['value', 'first_print', 'revision']);
  const revised = rows.find((row) => row[0] === '2023-Q3' && row[2] === 'all');
  expect(revised?.slice(at, at + 3)).toEqual(['104', '100', '4']);
  expect(rows).toHaveLength(5);
});

test('a residual is the total without the part, marked derived, within one definition', async () => {
  const { names, rows } = await made([
    ...spans,
    { step: 'latestVintage' },
    { step: 'residual', column: 'kind', total: 'all', part: 'freelancers', name: 'firms' },
  ]);
  const firms = rows.filter((row) => row[names.indexOf('kind')] === 'firms');
  expect(firms).toHaveLength(1);
  expect(firms[0]?.[names.indexOf('value')]).toBe('84');
  expect(firms[0]?.[names.indexOf('status')]).toBe('derived');
});

test('in a residual amounts are taken from each other, printings as well, and rates stay empty', async () => {
  const { names, rows, notes } = await made(
    [
      ...head,
      set('year', 'period', 'time'),
      set('kind', 'category', 'dimension'),
      set('value', 'number', 'measure'),
      { ...set('share', 'number', 'measure'), nature: 'rate' } as Recipe[number],
      { step: 'computedColumn', to: 'twice', formula: 'value * 2' },
      set('published', 'category', 'vintage'),
      { step: 'latestVintage' },
      { step: 'residual', column: 'kind', total: 'all', part: 'freelancers', name: 'firms' },
    ],
    'year,kind,value,share,published,status\nFY24,all,100,60,2024-01,\nFY24,all,104,62,2024-05,\nFY24,freelancers,20,11,2024-01,\nFY24,freelancers,21,12,2024-05,\n',
  );
  const firms = rows.find((row) => row[names.indexOf('kind')] === 'firms') ?? [];
  const of = (name: string) => firms[names.indexOf(name)];
  expect([of('value'), of('first_print'), of('revision')].map(Number)).toEqual([83, 80, 3]);
  expect([of('share'), of('twice')]).toEqual(['', '']);
  expect(notes.find(({ code }) => code === 'import.derived')).toBeUndefined();
});

test('rows that the recipe worked out are told as its own', async () => {
  const { notes } = await made([
    ...spans,
    { step: 'latestVintage' },
    { step: 'residual', column: 'kind', total: 'all', part: 'freelancers', name: 'firms' },
  ]);
  expect(notes.find(({ code }) => code === 'import.derived')?.text).toContain('by steps of the recipe');
});

test('a residual of two definitions is refused', async () => {
  const mixed = csv.replace('freelancers,survey', 'freelancers,ministry');
  const recipe: Recipe = [
    ...spans,
    { step: 'residual', column: 'kind', total: 'all', part: 'freelancers', name: 'firms' },
  ];
  await expect(made(recipe, mixed)).rejects.toMatchObject({
    code: 'import.definitions-differ',
    remedy: expect.any(String),
  });
});

test('a column set twice is what the second step says', async () => {
  const { columns } = await made([
    ...head,
    set('value', 'number', 'dimension'),
    set('value', 'number', 'measure'),
  ]);
  expect(columns.find(({ name }) => name === 'value')).toMatchObject({ type: 'number', role: 'measure' });
});

test('columns turned into rows keep line and order, empty cells too', async () => {
  const content = 'item,2023,2024\na,1,\nb,3,4\n';
  const { rows } = await made(
    [...head, { step: 'unpivot', columns: ['2023', '2024'], nameTo: 'year', valueTo: 'n' }],
    content,
  );
  expect(rows).toEqual([
    ['a', '2023', '1'],
    ['a', '2024', ''],
    ['b', '2023', '3'],
    ['b', '2024', '4'],
  ]);
});

test('what was previewed is what is written, and a changed recipe is worked out anew', async () => {
  await withContent('releases.csv', csv, async (session) => {
    await session.preview(typed);
    const to = session.path.replace('releases.csv', 'nowhere.parquet');
    // The workshop may write into its own folder alone.
    await expect(session.run(typed, to)).rejects.toThrow(/nowhere\.parquet|ermission/);
    const fewer: Recipe = [...typed, { step: 'filterRows', column: 'kind', keep: ['freelancers'] }];
    expect((await session.preview(fewer)).result.rowCount).toBe(1);
    expect((await session.preview(typed)).result.rowCount).toBe(6);
  });
});
