import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportingHandlers } from '../../../main/workbench/exporting.ts';
import { Settings } from '../../../shared/contract/app.ts';
import type { CallContext } from '../../../shared/contract/server.ts';
import { Rows } from '../../../shared/contract/tables.ts';
import { monthPeriod } from '../../../shared/periods/period.ts';
import { bigTable } from './support/bigTable.ts';

let big: Awaited<ReturnType<typeof bigTable>>;
let folder: string;
let handlers: ReturnType<typeof exportingHandlers>;
const context: CallContext = { signal: new AbortController().signal, progress() {} };
const march = monthPeriod(2025, 3);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-shown-'));
  big = await bigTable([
    { id: 1, item: 'a', period: march, value: 1.5 },
    { id: 2, item: '=1+1', period: march, value: 3 },
    { id: 3, item: 'b', period: march, value: null },
    { id: 4, item: 'b', period: march, value: 2 },
  ]);
  const settings = Settings.parse({});
  handlers = exportingHandlers({
    // Exports of rows read the document, the engine and nothing else of a project.
    project: () => big.project as never,
    settings: { get: async () => settings, change: async () => settings },
    options: {} as never,
  });
});
afterAll(async () => {
  await big.close();
  await rm(folder, { recursive: true, force: true });
});

const asked = {
  rows: Rows.parse({
    table: 'big',
    sort: [{ column: 'value', descending: true }],
    where: [{ column: 'value', missing: false }],
  }),
  columns: [
    { id: 'value', width: 140 },
    { id: 'item', width: 210 },
    { id: 'period', width: 91 },
  ],
};

test('CSV holds the rows, the order and the columns that are shown, and nothing that a spreadsheet runs', async () => {
  const path = join(folder, 'shown.csv');
  await handlers['export.rows']({ ...asked, format: 'csv', path }, context);
  expect(await readFile(path, 'utf8')).toBe(
    "value,item,period\r\n3,'=1+1,2025-03\r\n2,Audio,2025-03\r\n1.5,Computer services,2025-03\r\n",
  );
});

test('a workbook holds numbers, dates and texts with their formats and widths', async () => {
  const path = join(folder, 'shown.xlsx');
  await handlers['export.rows']({ ...asked, format: 'xlsx', path }, context);
  const { sheets } = await readXlsx(new Uint8Array(await readFile(path)), { readStyles: true });
  const [sheet] = sheets;
  expect(sheet?.name).toBe('Big');
  expect(
    sheet?.rows.map((row) => row.map((value) => (value instanceof Date ? value.toISOString() : value))),
  ).toEqual([
    ['value', 'item', 'period'],
    [3, '=1+1', '2025-03-01T00:00:00.000Z'],
    [2, 'Audio', '2025-03-01T00:00:00.000Z'],
    [1.5, 'Computer services', '2025-03-01T00:00:00.000Z'],
  ]);
  expect(sheet?.columns?.map(({ width }) => width)).toEqual([20, 30, 13]);
});
