import { expect, test } from 'vitest';
import { corpus, imported, withFile } from './support/importFile.ts';

type Preview = Awaited<ReturnType<typeof imported>>;

const cells = ({ result }: Preview) => result.rows.map((row) => row.cells);
const names = ({ result }: Preview) => result.columns.map(({ name }) => name);
const note = ({ notes }: Preview, code: string) => notes.find((one) => one.code === code);

test('a byte order mark is no part of the first name', async () => {
  const preview = await imported(corpus('bom.csv'));
  expect(names(preview)).toEqual(['month', 'exports_usd_mn']);
  expect(preview.recipe[0]).toMatchObject({ step: 'readText', encoding: 'utf-8', delimiter: ',' });
  expect(preview.result.columns[1]).toMatchObject({ type: 'number', role: 'measure', unit: 'US$ million' });
  expect(cells(preview)).toEqual([
    ['Jan 2025', '313.4'],
    ['Feb 2025', '305.1'],
    ['Mar 2025', '342.2'],
  ]);
});

test('UTF-16 is read by its mark', async () => {
  const preview = await imported(corpus('utf16.csv'));
  expect(preview.recipe[0]).toMatchObject({ encoding: 'utf-16le', delimiter: ';' });
  expect(names(preview)).toEqual(['Monat', 'Ausfuhr']);
  expect(preview.result.rowCount).toBe(2);
});

test('8-bit letters are those of Windows-1252', async () => {
  const preview = await imported(corpus('windows-1252.csv'));
  expect(names(preview)).toEqual(['pays', 'année', 'valeur']);
  expect(cells(preview).map(([country]) => country)).toEqual([
    'Côte d’Ivoire',
    'Réunion',
    'Curaçao',
    'São Tomé',
    'Åland',
  ]);
});

test('semicolons and decimal commas', async () => {
  const preview = await imported(corpus('semicolon-comma.csv'));
  expect(preview.recipe[0]).toMatchObject({ delimiter: ';' });
  expect(cells(preview).map((row) => row[2])).toEqual(['1234.50', '87.25', '412.00', '99.75']);
  expect(preview.result.columns[2]).toMatchObject({ type: 'number', unit: '€ million' });
});

test('titles above and notes below are told with their lines, not dropped', async () => {
  const preview = await imported(corpus('preamble-footer.csv'));
  expect(names(preview)).toEqual(['month', 'item', 'value']);
  expect(preview.result.rowCount).toBe(4);
  expect(preview.result.rows.map(({ line }) => line)).toEqual([5, 6, 7, 8]);
  const outside = note(preview, 'import.outside');
  expect(outside?.count).toBe(4);
  expect(outside?.text).toContain('line 1: Exports of telecommunication and information services');
  expect(outside?.text).toContain('line 11: Note: February is provisional');
});

test('short lines are padded, cells too many and texts that are no number are told with their lines', async () => {
  const preview = await imported(corpus('ragged.csv'));
  expect(preview.result.rowCount).toBe(5);
  expect(note(preview, 'import.padded')).toMatchObject({ count: 1, place: { line: 3 } });
  expect(note(preview, 'import.overflow')?.text).toBe('Left out: line 4: see note.');
});

test('a quoted cell keeps its line ends and quotes, and the next row its line', async () => {
  const preview = await imported(corpus('multiline-quoted.csv'));
  expect(cells(preview)[0]?.[1]).toBe('Submarine cable cut,\nrepaired "in four days"');
  expect(preview.result.rows.map(({ line }) => line)).toEqual([2, 4]);
});

test('without a header the columns are numbered and no line is lost', async () => {
  const preview = await imported(corpus('no-header.csv'));
  expect(names(preview)).toEqual(['column 1', 'column 2', 'column 3']);
  expect(preview.result.rowCount).toBe(4);
  expect(preview.result.rows[0]?.line).toBe(1);
});

test('two tables in one file are two, each with its own header', async () => {
  const found = await withFile(corpus('two-tables.csv'), async (session) => {
    await session.read();
    const { found: tables, lineOf } = await session.tables();
    return tables.map((table) => [lineOf(table.first), lineOf(table.last), table.names]);
  });
  expect(found).toEqual([
    [2, 4, ['month', 'exports']],
    [7, 9, ['country', 'share', 'rank']],
  ]);
});

test.each([
  ['tab.tsv', '\t', 'call centres, voice'],
  ['pipe.txt', '|', 'a, b; c'],
])('%s: other marks in the cells do not win', async (file, delimiter, item) => {
  const preview = await imported(corpus(file));
  expect(preview.recipe[0]).toMatchObject({ delimiter });
  expect(cells(preview)[0]).toEqual(['Jan 2025', item, '20.5']);
});

test('months as columns become rows, codes get their names, a dash is a missing figure and not zero', async () => {
  const preview = await imported(corpus('wide-months.csv'));
  expect(names(preview)).toEqual(['item', 'period', 'value']);
  expect(cells(preview)).toEqual([
    ['Computer services', 'Jul 2024', '230.1'],
    ['Computer services', 'Aug 2024', '241.7'],
    ['Computer services', 'Sep 2024', '238.0'],
    ['Telecommunications', 'Jul 2024', '51.0'],
    ['Telecommunications', 'Aug 2024', ''],
    ['Telecommunications', 'Sep 2024', '49.5'],
  ]);
  expect(note(preview, 'import.missing-marks')?.text).toContain('"-" 1 times');
});

test('2001-02 in a column of fiscal years is one, not February 2001', async () => {
  const preview = await imported(corpus('fiscal-years.csv'));
  expect(cells(preview).map(([year]) => year)).toEqual(['FY2002', 'FY2003', 'FY2004', 'FY2025']);
  expect(preview.result.columns[0]).toMatchObject({ type: 'period', spelling: 'fiscalSplit' });
  expect(preview.recipe).toContainEqual(
    expect.objectContaining({ step: 'setColumn', column: 'fiscal_year', spelling: 'fiscalSplit' }),
  );
});

test('what could not be read is told with line and text; marks for "no figure" are counted', async () => {
  const preview = await imported(corpus('marks.csv'));
  expect(
    cells(preview)
      .slice(0, 6)
      .map(([, value]) => value),
  ).toEqual(['1234.5', '-12.5', '', '', '', '']);
  expect(note(preview, 'import.missing-marks')).toMatchObject({ count: 2, place: { line: 4 } });
  expect(note(preview, 'cell.not-a-number')).toMatchObject({
    count: 2,
    text: 'In value_usd_mn, now missing: line 6: "abc", line 7: "xyz".',
    place: { file: 'marks.csv', column: 'value_usd_mn', line: 6 },
  });
  expect(note(preview, 'cell.not-a-period')).toMatchObject({ count: 1, place: { line: 8 } });
});
