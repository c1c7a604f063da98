import { expect, test } from 'vitest';
import { made, treated } from './support/made.ts';

test('a total beside its months is no month: it is compared with them and counted nowhere', async () => {
  const content =
    'Item,Jul-24,Aug-24,FY25 total,Share %\napples,100,200,300,24.9\npears,400,500,950,75.1\nplums,7,..,30,\n';
  const { names, rows, of, note } = await made(content);
  expect(names).toEqual(['Item', 'period', 'value', 'Share %']);
  expect(rows.map(([, period, value]) => [period, value])).toEqual([
    ['2024-07', '100'],
    ['2024-08', '200'],
    ['2024-07', '400'],
    ['2024-08', '500'],
    ['2024-07', '7'],
    ['2024-08', ''],
  ]);
  expect(of('Share %')?.nature).toBe('rate');
  // Where a month is missing the others may come to less.
  expect(note('import.sum-column')).toMatchObject({
    weight: 'decide',
    count: 1,
    cells: [{ place: { line: 3, column: 'FY25 total' }, text: '950' }],
    text: '"FY25 total" adds up Jul-24 to Aug-24 and is left out, so that nothing is counted twice. In 1 of 3 rows it is not their sum: line 3: 950 printed, 900 added up.',
  });
  const kept = await made(content, treated('import.sum-column', 'Keep "FY25 total" as a column'));
  expect(kept.names).toContain('FY25 total');
});

test('each of several totals adds up its own months, in whatever marks the file writes', async () => {
  const { column, notes } = await made(
    'Item;FY24;;;FY25;;\n;Jul;Aug;Total;Jul;Aug;Total\nA;1.000,5;2,0;1.002,5;4,0;5,5;9,5\nB;4,5;5,0;9,5;1,5;1,0;2,5\nC;4,5;5,0;9,5;1,5;1,0;2,5\n',
  );
  expect(column('value').slice(0, 4)).toEqual(['1000.5', '2', '4', '5.5']);
  expect(notes.filter(({ code }) => code === 'import.sum-column').map(({ text }) => text)).toEqual([
    '"FY24 Total" adds up FY24 Jul to FY24 Aug and is left out, so that nothing is counted twice. It agrees in all 3 rows.',
    '"FY25 Total" adds up FY25 Jul to FY25 Aug and is left out, so that nothing is counted twice. It agrees in all 3 rows.',
  ]);
});

test('a column that holds the row again for a little chart is no data, and is told', async () => {
  const { names, note, recipe } = await made(
    'Series,Sep-2023,Oct-2023,graph\nComputer services,100,110,"90,100,110"\nInformation services,5,6,"4,5,6"\n',
  );
  expect(names).toEqual(['Series', 'period', 'value']);
  expect(note('import.helper-column')).toMatchObject({ count: 1, place: { column: 'graph' } });
  expect(recipe).toContainEqual({ step: 'dropColumns', columns: ['graph'], why: 'repeats' });
});

test('months that a spreadsheet program took for days are read where sure, and asked about where not', async () => {
  const sure = await made('Month,Value\n24-Nov,1\n24-Dec,2\n25-Jan,3\n');
  expect(sure.column('Month')).toEqual(['2024-11', '2024-12', '2025-01']);
  expect(sure.note('import.swapped-months')).toMatchObject({ weight: 'note' });
  const content = 'Item,24-Jul,24-Aug,24-Sep\nA,1,2,3\nB,4,5,..\n';
  const open = await made(content);
  expect(open.names).toEqual(['Item', '24-Jul', '24-Aug', '24-Sep']);
  expect(open.note('import.swapped-months')).toMatchObject({ weight: 'decide', count: 3 });
  const { rows, notes } = await made(content, treated('import.swapped-months', /^Months/));
  expect(rows.slice(2)).toEqual([
    ['A', '2024-09', '3'],
    ['B', '2024-07', '4'],
    ['B', '2024-08', '5'],
    ['B', '2024-09', ''],
  ]);
  expect(notes.filter(({ weight }) => weight === 'decide')).toEqual([]);
});

test('numbers of another code system are known by the names beside them: 534 is India at the IMF, not Sint Maarten', async () => {
  const { column, note } = await made(
    'Country Name,Country Code,2022,2023\nPakistan,564,1,2\nIndia,534,3,4\n',
  );
  expect([...new Set(column('Country Code'))]).toEqual(['PAK', 'IND']);
  expect(note('codes.unmatched')).toBeUndefined();
});

test('a figure of one of the periods stands in the row of that period', async () => {
  const { names, rows } = await made(
    'Item,Credit FY23,Debit FY23,Credit FY24,Debit FY24,Net FY24\na,5,2,7,3,4\nb,6,1,8,2,6\n',
  );
  expect(names).toEqual(['Item', 'period', 'Credit', 'Debit', 'Net']);
  expect(rows.slice(0, 2).map((cells) => cells.slice(2))).toEqual([
    ['5', '2', ''],
    ['7', '3', '4'],
  ]);
});
