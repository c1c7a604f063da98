import { utils, type WorkSheet, write } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { figureText, formatSense } from '../../../main/importing/readers/numberFormat.ts';
import { withContent } from './support/importFile.ts';

/** A workbook of one sheet, in the format of a real Excel file. */
function book(
  sheet: WorkSheet,
  bookType: 'xlsx' | 'xlsm' | 'xls' | 'ods' = 'xlsx',
  date1904 = false,
): Buffer {
  return write(
    { SheetNames: ['Data'], Sheets: { Data: sheet }, Workbook: { WBProps: { date1904 } } },
    { type: 'buffer', bookType },
  );
}

async function preview(name: string, content: Uint8Array) {
  return await withContent(name, content, async (session) => await session.preview(await session.propose()));
}

const figures = () =>
  utils.aoa_to_sheet([
    ['Item', 'Jul-24', 'Aug-24'],
    ['Software', 1234.123456789, 1300],
    ['Consultancy', 12, 13],
    ['Call centres', 20, 21.5],
  ]);

describe('what a number format says', () => {
  test.each([
    ['0.0%', { percent: true, divisor: 1, currency: '' }],
    ['#,##0.0,,', { percent: false, divisor: 1_000_000, currency: '' }],
    ['[$€-407] #,##0.00', { percent: false, divisor: 1, currency: '€' }],
    ['"US$" #,##0,', { percent: false, divisor: 1000, currency: 'US$' }],
  ])('%s', (format, sense) => {
    expect(formatSense(format)).toEqual(sense);
  });

  test.each(['General', '0.00', '#,##0', 'yyyy-mm-dd', '@', '0 "per cent, says 5%"'])(
    '%s says nothing',
    (format) => {
      expect(formatSense(format)).toBeNull();
    },
  );

  test('a share is a percentage, at full precision', () => {
    expect(figureText(0.1234567, formatSense('0.0%'))).toBe('12.34567%');
    expect(figureText(0.07, formatSense('0%'))).toBe('7%');
    expect(figureText(1234.123456789, formatSense('#,##0.0'))).toBe('1234.123456789');
  });
});

describe.each(['xlsx', 'xls'] as const)('%s', (bookType) => {
  test('percentages, currencies and divided figures', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Item', 'Share', 'Exports', 'Imports'],
      ['Software', 0.1234567, 1234.5, 2_500_000],
      ['Consultancy', 0.5, 100, 1_000_000],
    ]);
    for (const row of [2, 3]) {
      Object.assign(sheet[`B${row}`], { z: '0.0%' });
      Object.assign(sheet[`C${row}`], { z: '[$€-407] #,##0.00' });
      Object.assign(sheet[`D${row}`], { z: '#,##0.0,,' });
    }
    const { result, notes, raw } = await preview(`shares.${bookType}`, book(sheet, bookType));
    expect(raw[1]?.cells).toEqual(['Software', '12.34567%', '1234.5', '2500000']);
    const columns = Object.fromEntries(result.columns.map((column) => [column.name, column]));
    expect(columns.Share).toMatchObject({ unit: '%', nature: 'rate' });
    expect(columns.Exports).toMatchObject({ unit: '€' });
    expect(notes.find(({ code }) => code === 'import.shown-scaled')).toMatchObject({
      weight: 'decide',
      count: 1,
      place: { sheet: 'Data', cell: 'D2', column: 'Imports' },
      text: expect.stringContaining('1,000,000'),
    });
  });

  test('errors of formulas are no figures, and told with their cells', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Item', 'Value', 'Per day'],
      ['Software', 10, 1],
      ['Consultancy', 20, 2],
      ['Call centres', 30, 3],
    ]);
    sheet.B3 = { t: 'e', v: 42 };
    sheet.C4 = { t: 'e', v: 7 };
    const { result, notes } = await preview(`errors.${bookType}`, book(sheet, bookType));
    expect(result.rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['10', '1'],
      ['', '2'],
      ['30', ''],
    ]);
    const note = notes.find(({ code }) => code === 'import.error-cell');
    expect(note).toMatchObject({ count: 2, place: { cell: 'B3' } });
    expect(note?.cells).toMatchObject([
      { place: { cell: 'B3', column: 'Value' }, text: '#N/A' },
      { place: { cell: 'C4', column: 'Per day' }, text: '#DIV/0!' },
    ]);
  });

  test('cells merged downwards are told by their range, and filled with one click', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Year', 'Item', 'Value'],
      ['FY24', 'Software', 1],
      [null, 'Consultancy', 2],
      ['FY25', 'Software', 3],
      [null, 'Consultancy', 4],
    ]);
    sheet['!merges'] = [utils.decode_range('A2:A3'), utils.decode_range('A4:A5')];
    await withContent(`merged.${bookType}`, book(sheet, bookType), async (session) => {
      const { notes } = await session.preview(await session.propose());
      const note = notes.find(({ code }) => code === 'import.merged');
      expect(note?.text).toContain('A2:A3, A4:A5');
      const filled = await session.preview(note?.treatments?.[0]?.recipe ?? []);
      expect(filled.result.rows.map(({ cells }) => cells[0])).toEqual([
        'FY2024',
        'FY2024',
        'FY2025',
        'FY2025',
      ]);
    });
  });
});

test('hidden rows and columns are told by number, and left out with one click', async () => {
  const sheet = figures();
  sheet['!rows'] = [{}, {}, { hidden: true }];
  sheet['!cols'] = [{}, {}, { hidden: true }];
  await withContent('hidden.xlsx', book(sheet), async (session) => {
    const { notes, result } = await session.preview(await session.propose());
    expect(result.rowCount).toBe(6);
    const rows = notes.find(({ code }) => code === 'import.hidden-row');
    expect(rows?.text).toContain('row 3');
    const columns = notes.find(({ code }) => code === 'import.hidden-column');
    expect(columns?.text).toContain('column C');
    const withoutRows = await session.preview(rows?.treatments?.[0]?.recipe ?? []);
    expect(withoutRows.result.rowCount).toBe(4);
    const withoutColumns = await session.preview(columns?.treatments?.[0]?.recipe ?? []);
    expect(withoutColumns.result.rowCount).toBe(3);
  });
});

test('dates of a workbook that counts from 1904 are the same days', async () => {
  const rows = [
    ['Day', 'Value'],
    [new Date(Date.UTC(2024, 6, 1)), 1],
    [new Date(Date.UTC(2024, 7, 1)), 2],
  ];
  for (const dateSystem of ['1900', '1904'] as const) {
    const content = await writeXlsx({ dateSystem, sheets: [{ name: 'Data', rows }] });
    const { raw } = await preview('dates.xlsx', content);
    expect(raw.map(({ cells }) => cells[0])).toEqual(['Day', '2024-07-01', '2024-08-01']);
  }
});

test('a workbook with macros is read like another, its macros left alone', async () => {
  const { format, result } = await preview('macros.xlsm', book(figures(), 'xlsm'));
  expect(format).toBe('xlsx');
  expect(result.rowCount).toBe(6);
});

test('a cell that is refused is told by its address, figures stand at full precision', async () => {
  const sheet = utils.aoa_to_sheet([
    ['Notes above'],
    [],
    ['Item', 'Value'],
    ['Software', 1234.123456789],
    ['Consultancy', 'see note'],
    ['Calls', 3],
    ['News', 4],
    ['Other', 5],
    ['More', 6],
  ]);
  const { notes, raw } = await preview('refused.xlsx', book(sheet));
  expect(raw[3]?.cells[1]).toBe('1234.123456789');
  const note = notes.find(({ code }) => code === 'cell.not-a-number');
  expect(note?.place).toMatchObject({ sheet: 'Data', cell: 'B5', column: 'Value', line: 5 });
});

test('the layout of WTO downloads: indicator above, the header in row 3, names with spaces before them', async () => {
  const sheet = utils.aoa_to_sheet([
    ['Indicator', 'Commercial services exports by sector and partner – annual (Million US dollar)'],
    [],
    ['Reporting Economy', 'Product/Sector', 'Partner Economy', '2021', '2022', '2023'],
    [
      '   Korea, Republic of',
      'SI - Telecommunications, computer, and information services',
      'World',
      10,
      11,
      12,
    ],
    ['   Viet Nam', 'SI3_AGG - TO - Total merchandise', 'World', 20, null, 22],
    ['   Türkiye', 'SI - Telecommunications, computer, and information services', 'World', 30, 31, 32],
  ]);
  const { result } = await preview('wto.xlsx', book(sheet));
  const columns = Object.fromEntries(result.columns.map((column) => [column.name, column]));
  expect(columns['Reporting Economy']?.labels).toEqual({
    KOR: 'Korea, Republic of',
    VNM: 'Viet Nam',
    TUR: 'Türkiye',
  });
  expect(columns['Partner Economy']?.groups).toEqual(['WLD']);
  // An id of an indicator is no item of services.
  expect(columns['Product/Sector']?.concept).toBeUndefined();
  expect(result.rowCount).toBe(9);
});
