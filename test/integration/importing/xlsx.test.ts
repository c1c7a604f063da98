import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { withContent } from './support/importFile.ts';

async function book() {
  return await writeXlsx({
    sheets: [
      {
        name: 'Lookup',
        hidden: true,
        rows: [
          ['code', 'name'],
          ['IN', 'India'],
        ],
      },
      {
        name: 'Services',
        rows: [
          ['Exports of services, US$ million'],
          [],
          ['month', 'computer', null, 'telecom', null],
          [null, 'credit', 'debit', 'credit', 'debit'],
          [new Date(Date.UTC(2025, 0, 1)), 251.5, 40, 61.9, 30.25],
          [new Date(Date.UTC(2025, 1, 1)), 246, 41, 59.1, 29],
          [new Date(Date.UTC(2025, 2, 1)), 270.4, 44, null, 31],
        ],
        merges: [
          { startRow: 2, startCol: 1, endRow: 2, endCol: 2 },
          { startRow: 2, startCol: 3, endRow: 2, endCol: 4 },
        ],
        cells: new Map([['6,3', { formula: 'B7/4', formulaResult: 63.5 }]]),
      },
    ],
  });
}

test('the first sheet in sight is read; grouped headers name the columns under a merged cell', async () => {
  await withContent('services.xlsx', await book(), async (session) => {
    expect(session.file.sheets).toEqual([
      { name: 'Lookup', hidden: true },
      { name: 'Services', hidden: false },
    ]);
    const preview = await session.preview(await session.propose());
    expect(preview.recipe[0]).toEqual({ step: 'readSheet', sheet: 'Services' });
    expect(preview.result.columns.map(({ name }) => name)).toEqual([
      'month',
      'computer credit',
      'computer debit',
      'telecom credit',
      'telecom debit',
    ]);
    expect(preview.result.rows.map(({ line }) => line)).toEqual([5, 6, 7]);
    expect(preview.notes.find(({ code }) => code === 'import.outside')?.text).toContain(
      'line 1: Exports of services, US$ million',
    );
    expect(preview.notes.find(({ code }) => code === 'import.merged')?.count).toBe(2);
  });
});

test('dates are dates, a formula gives its last result', async () => {
  await withContent('services.xlsx', await book(), async (session) => {
    await session.read('Services');
    const rows = await session.workshop.rows(
      'SELECT c1, c2, c4 FROM raw WHERE _line IN (5, 7) ORDER BY _line',
    );
    expect(rows).toEqual([
      ['2025-01-01', '251.5', '61.9'],
      ['2025-03-01', '270.4', '63.5'],
    ]);
  });
});

test('back from a look at another sheet, the cells shown are those of the recipe', async () => {
  await withContent('services.xlsx', await book(), async (session) => {
    const recipe = await session.propose();
    const before = await session.preview(recipe);
    await session.propose([{ step: 'readSheet', sheet: 'Lookup' }]);
    const after = await session.preview(recipe);
    expect(after.raw).toEqual(before.raw);
    expect(after.result).toEqual(before.result);
  });
});

test('a formula that was never worked out is told with its line', async () => {
  const content = await writeXlsx({
    sheets: [
      {
        name: 'A',
        rows: [
          ['month', 'value'],
          ['2025-01', 1.5],
          ['2025-02', 2.5],
        ],
        cells: new Map([['2,1', { formula: 'B2*2' }]]),
      },
    ],
  });
  await withContent('unsaved.xlsx', content, async (session) => {
    const { notes, result } = await session.preview(await session.propose());
    expect(result.rows.map(({ cells }) => cells[1])).toEqual(['1.5', '']);
    expect(notes.find(({ code }) => code === 'import.no-result')).toMatchObject({
      count: 1,
      place: { file: 'unsaved.xlsx', line: 3 },
    });
  });
});

test('a hidden sheet can be asked for', async () => {
  await withContent('services.xlsx', await book(), async (session) => {
    const recipe = [
      { step: 'readSheet' as const, sheet: 'Lookup' },
      { step: 'header' as const, lines: [1], firstDataLine: 2 },
    ];
    const { result } = await session.preview(recipe);
    expect(result.rows.map(({ cells }) => cells)).toEqual([['IN', 'India']]);
  });
});
