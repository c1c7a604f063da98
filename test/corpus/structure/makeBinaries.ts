import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';

/**
 * Writes the workbooks, archives and Parquet files of this folder: `node test/corpus/structure/makeBinaries.ts`.
 * What they should be read as stands beside them and is written by hand.
 */
const to = (name: string, content: Uint8Array) => writeFile(join(import.meta.dirname, name), content);
const day = (year: number, month: number, date = 1) => new Date(Date.UTC(year, month - 1, date));

/** Two header rows with merged years above months, a title, a row of units and notes. */
await to(
  'wide-months.xlsx',
  await writeXlsx({
    sheets: [
      {
        name: 'Exports',
        rows: [
          ['Exports of services by item'],
          ['(Million US$)'],
          [],
          ['Item', 2023, null, null, 2024, null, null],
          [null, 'Jan', 'Feb', 'Mar', 'Jan', 'Feb', 'Mar'],
          ['Computer', 10.5, 11, 12, 13, 14, 15],
          ['Telecom', 1, 2, 3, 4, 5, 6],
          ['Total', 11.5, 13, 15, 17, 19, 21],
          [],
          ['Source: central bank'],
          ['P: provisional'],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 6 },
          { startRow: 3, startCol: 1, endRow: 3, endCol: 3 },
          { startRow: 3, startCol: 4, endRow: 3, endCol: 6 },
        ],
      },
    ],
  }),
);

await to(
  'units-and-formulas.xlsx',
  await writeXlsx({
    sheets: [
      {
        name: 'A',
        rows: [
          ['Month', 'Exports', 'Share'],
          [null, 'US$ million', '%'],
          [day(2024, 1), 1.5, 10],
          [day(2024, 2), 2.5, null],
          [day(2024, 3), 3.5, 30],
        ],
        cells: new Map([['3,2', { formula: 'C3*2', formulaResult: 20 }]]),
      },
    ],
  }),
);

await to(
  'side-by-side.xlsx',
  await writeXlsx({
    sheets: [
      {
        name: 'Both',
        rows: [
          ['Monthly exports', null, null, 'Markets'],
          ['month', 'exports', null, 'country', 'share'],
          ['2024-01', 1, null, 'USA', 54.5],
          ['2024-02', 2, null, 'UAE', 9.5],
          ['2024-03', 3, null, 'UK', 7.5],
          ['2024-04', 4],
          [],
          ['Source: central bank'],
        ],
      },
    ],
  }),
);

await to(
  'one-under-another.xlsx',
  await writeXlsx({
    sheets: [
      {
        name: 'Two',
        rows: [
          ['Exports'],
          ['month', 'value'],
          ['2024-01', 1],
          ['2024-02', 2],
          [],
          ['Imports'],
          ['month', 'value'],
          ['2024-01', 3],
          ['2024-02', 4],
        ],
      },
    ],
  }),
);

/** A hidden sheet is a table too; a hidden row is data; the table begins at C3. */
await to(
  'hidden.xlsx',
  await writeXlsx({
    sheets: [
      {
        name: 'Lookup',
        hidden: true,
        rows: [
          ['code', 'name'],
          ['PAK', 'Pakistan'],
          ['IND', 'India'],
        ],
      },
      {
        name: 'Figures',
        rows: [
          [],
          [],
          [null, null, 'month', 'value'],
          [null, null, '2024-01', 1.5],
          [null, null, '2024-02', 2.5],
          [null, null, '2024-03', 3.5],
        ],
        rowDefs: new Map([[4, { hidden: true }]]),
      },
    ],
  }),
);

/** As a workbook of old Macs counts days: 0 is 1 January 1904. */
const macSheet = utils.aoa_to_sheet([
  ['month', 'value'],
  [43830, 1.5],
  [43861, 2.5],
]);
for (const cell of ['A2', 'A3']) Object.assign(macSheet[cell], { z: 'yyyy-mm-dd' });
const mac = utils.book_new();
utils.book_append_sheet(mac, macSheet, 'Mac');
mac.Workbook = { WBProps: { date1904: true } };
await to('days-of-1904.xlsx', write(mac, { type: 'buffer', bookType: 'xlsx' }));

const plain = utils.aoa_to_sheet(
  [
    ['Exports of services'],
    [],
    ['Month', 'Goods', 'Services'],
    [day(2024, 1), 10.5, 1.5],
    [day(2024, 2), 11.5, 2.5],
    [],
    ['Source: central bank'],
  ],
  { UTC: true },
);
for (const [name, bookType] of [
  ['titled.xls', 'biff8'],
  ['titled.ods', 'ods'],
  ['titled.xlsb', 'xlsb'],
] as const) {
  const book = utils.book_new();
  utils.book_append_sheet(book, plain, 'Services');
  await to(name, write(book, { type: 'buffer', bookType }));
}

const months = Array.from({ length: 8 }, (_, i) => `2024-0${i + 1},${i + 1}.5\n`).join('');
const csv = `Exports of services\n\nmonth,value\n${months}Source: central bank\n`;
await to('packed.csv.gz', gzipSync(csv));
await to('packed.zip', zipSync({ 'exports.csv': strToU8(csv) }, { mtime: '2024-01-01' }));
await to(
  'packed-two.zip',
  zipSync(
    {
      'data/exports.csv': strToU8(csv),
      'data/markets.tsv': strToU8('country\tshare\nUSA\t54.5\nUK\t7.5\n'),
      'readme.txt': strToU8('What this is.\n'),
    },
    { mtime: '2024-01-01' },
  ),
);

const folder = await mkdtemp(join(tmpdir(), 'tijarat-corpus-'));
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(
  `COPY (SELECT * FROM (VALUES (DATE '2024-01-01', 1.50::DECIMAL(9,2), 'computer'), (DATE '2024-02-01', NULL, 'telecom'), (DATE '2024-03-01', 3.25, NULL)) t("month", "value", item)) TO '${join(folder, 'a')}' (FORMAT parquet)`,
);
connection.closeSync();
instance.closeSync();
await to('typed.parquet', await readFile(join(folder, 'a')));
await rm(folder, { recursive: true });
