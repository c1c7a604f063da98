import { expect, test } from 'vitest';
import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { withContent } from './support/importFile.ts';

const set = (
  column: string,
  type: 'category' | 'number' | 'period',
  role: 'dimension' | 'measure' | 'time' | 'vintage',
): Step => ({ step: 'setColumn', column, type, role, decimal: '.', missing: [''] });
const typed: Recipe = [
  { step: 'readText', encoding: 'utf-8', delimiter: ',', quote: '"', escape: '' },
  { step: 'header', lines: [1], firstDataLine: 2 },
  set('month', 'period', 'time'),
  set('item', 'category', 'dimension'),
  set('value', 'number', 'measure'),
];

async function notesOf(content: string, recipe = typed) {
  return await withContent('checks.csv', content, async (session) => {
    const { notes } = await session.preview(recipe);
    const note = (code: string) => notes.find((one) => one.code === code);
    return { notes, note };
  });
}

/** Twelve months from January 2024, one line each, and the values of two items. */
function months(one: readonly number[], other: readonly number[] = []): string {
  const lines = [one, other].flatMap((values, i) =>
    values.map((value, month) => `2024-${String(month + 1).padStart(2, '0')},${'ab'[i]},${value}`),
  );
  return `month,item,value\n${lines.join('\n')}\n`;
}

test('rows that contradict each other are told with their cells, and one click keeps one of them', async () => {
  await withContent(
    'checks.csv',
    'month,item,value\n2024-01,a,1\n2024-01,a,2\n2024-02,a,3\n',
    async (session) => {
      const { notes } = await session.preview(typed);
      const note = notes.find(({ code }) => code === 'import.duplicates');
      expect(note).toMatchObject({ weight: 'decide', count: 1, place: { line: 2, column: 'value' } });
      expect(note?.cells?.map(({ place, text }) => [place.line, text])).toEqual([
        [2, '1.0'],
        [3, '2.0'],
      ]);
      const left = async (title: string) => {
        const recipe = note?.treatments?.find((one) => one.title === title)?.recipe;
        const after = await session.preview(recipe ?? []);
        expect(after.notes.some(({ code }) => code === 'import.duplicates')).toBe(false);
        return after.result.rows.map(({ cells }) => cells[2]);
      };
      expect(await left('Keep the last')).toEqual(['2', '3']);
      expect(await left('Keep the first')).toEqual(['1', '3']);
      expect(await left('Make them vintages')).toEqual(['1', '2', '3']);
    },
  );
});

test('one figure twice is no contradiction: a click leaves the repeat out', async () => {
  const { note, notes } = await notesOf('month,item,value\n2024-01,a,1\n2024-01,a,1\n2024-02,a,3\n');
  expect(note('import.exact-repeats')).toMatchObject({ weight: 'decide', count: 1 });
  expect(notes.some(({ code }) => code === 'import.duplicates')).toBe(false);
});

test('printings of a month are vintages, two values in one printing are not', async () => {
  const csv = `month,item,value,published
2024-01,a,1,2024-02
2024-01,a,2,2024-05
2024-02,a,5,2024-05
2024-02,a,6,2024-05
`;
  const { note } = await notesOf(csv, [...typed, set('published', 'category', 'vintage')]);
  expect(note('import.vintages')).toMatchObject({ weight: 'note', count: 1 });
  expect(note('import.duplicates')).toMatchObject({ weight: 'decide', count: 1, place: { line: 4 } });
});

test('gaps are told for each series, with the line after them', async () => {
  const csv = `month,item,value
2024-01,a,1
2024-02,a,1
2024-05,a,1
2024-01,b,1
2024-02,b,1
2024-04,b,1
2024-01,c,1
`;
  const { note } = await notesOf(csv);
  const gaps = note('import.missing-periods');
  expect(gaps).toMatchObject({ title: 'Months not in the file', count: 3 });
  expect(gaps?.text).toContain('a: Mar 2024 to Apr 2024; b: Mar 2024.');
  expect(gaps?.cells?.map(({ place }) => place.line)).toEqual([4, 7]);
});

test('gaps of years are told as years, and months beside quarters are no gaps', async () => {
  const years = await notesOf('month,item,value\nFY2019,a,1\nFY2020,a,1\nFY2022,a,1\n');
  expect(years.note('import.missing-periods')).toMatchObject({ title: 'Years not in the file', count: 1 });
  const mixed = await notesOf(
    'month,item,value\n2024-01,a,1\n2024-02,a,1\n2024-03,a,1\n2024-Q1,a,3\n2024-Q2,a,3\n2024-Q3,a,3\n',
  );
  expect(mixed.note('import.missing-periods')).toBeUndefined();
});

const steady = [310, 305, 342, 317, 329, 338, 354, 337, 366, 386, 356, 437];

test('a figure in thousands among millions is told at its cell; growth is not', async () => {
  const slipped = await notesOf(months(steady.with(4, 329_000)));
  expect(slipped.note('import.unit-slip')).toMatchObject({
    weight: 'decide',
    count: 1,
    cells: [{ place: { line: 6, column: 'value' }, text: '329000.0' }],
  });
  const grown = await notesOf(months(steady.map((value, i) => value * 1.8 ** i)));
  expect(grown.note('import.unit-slip')).toBeUndefined();
});

test('a series whose second half is in another unit is told where the unit changes', async () => {
  const { note } = await notesOf(months(steady.map((value, i) => (i < 6 ? value : value * 1000))));
  expect(note('import.unit-slip')).toMatchObject({ count: 1, place: { line: 8 } });
});

test('two items that change places for a month are told, both cells', async () => {
  const small = steady.map((value) => value / 700);
  const { note } = await notesOf(months(steady.with(8, 0.5), small.with(8, 366)));
  const labels = note('import.exchanged-labels');
  expect(labels).toMatchObject({ weight: 'note', count: 1 });
  expect(labels?.text).toContain('Sep 2024: a 0.5, b 366');
  expect(labels?.cells?.map(({ place }) => place.line)).toEqual([10, 22]);
});

test('a step whose column is gone says which step it is', async () => {
  const gone: Recipe = [
    ...typed,
    { step: 'fillDown', columns: ['colour'] },
    set('value', 'number', 'measure'),
  ];
  await expect(notesOf(months(steady), gone)).rejects.toMatchObject({
    code: 'import.step-misfit',
    details: { step: 5 },
  });
  const second: Recipe = [...typed.slice(0, 4), set('colour', 'category', 'dimension')];
  await expect(notesOf(months(steady), second)).rejects.toMatchObject({ details: { step: 4 } });
});

test('a row of units that was read as data can be skipped, its text replaced', async () => {
  const csv = 'month,item,value\n2024-01,a,US$ mn\n2024-02,a,3\n2024-03,a,4\n';
  await withContent('checks.csv', csv, async (session) => {
    const { notes } = await session.preview(typed);
    const note = notes.find(({ code }) => code === 'cell.not-a-number');
    expect(note?.cells).toEqual([
      { place: { file: 'checks.csv', line: 2, column: 'value' }, text: 'US$ mn' },
    ]);
    const taken = async (title: RegExp) => {
      const recipe = note?.treatments?.find((one) => title.test(one.title))?.recipe;
      const after = await session.preview(recipe ?? []);
      expect(after.notes.some(({ code }) => code === 'cell.not-a-number')).toBe(false);
      return after.result.rows.map(({ cells }) => cells[2]);
    };
    expect(await taken(/^Skip line 2$/)).toEqual(['3', '4']);
    expect(await taken(/^Replace "US\$ mn"/)).toEqual(['', '3', '4']);
  });
});

test('a table too large to be compared with itself says so', async () => {
  const lines = Array.from({ length: 300_100 }, (_, i) => `${2000 + (i % 20)},i${i},${i % 7}`);
  const { note } = await notesOf(`month,item,value\n${lines.join('\n')}\n`);
  expect(note('import.not-compared')).toMatchObject({ weight: 'note' });
  expect((await notesOf(months(steady))).note('import.not-compared')).toBeUndefined();
});
