import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tijarat } from './support/cli.ts';

const corpus = (name: string) => join(import.meta.dirname, '../../corpus/delimited', name);

let folder = '';
const inFolder = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('cells: the table as found, header first, texts as read, UTF-8 without a mark', async () => {
  const to = inFolder('cells.csv');
  const { code, out } = await tijarat(
    'convert',
    corpus('semicolon-comma.csv'),
    '--to',
    to,
    '--stage',
    'cells',
  );
  expect([code, out]).toEqual([0, '']);
  expect(await readFile(to, 'utf8')).toBe(
    'Land,Jahr,Wert Mio EUR\nIrland,2022,"1.234,5"\nMalta,2022,"87,25"\nZypern,2022,"412,0"\nEstland,2022,"99,75"\n',
  );
});

test('table: typed and reshaped, periods as the file spells them', async () => {
  const to = inFolder('table.csv');
  await tijarat('convert', corpus('wide-months.csv'), '--to', to);
  expect(await readFile(to, 'utf8')).toBe(
    'item,period,value\ncomputer,Jul-24,230.1\ncomputer,Aug-24,241.7\ncomputer,Sep-24,238\ntelecom,Jul-24,51\ntelecom,Aug-24,\ntelecom,Sep-24,49.5\n',
  );
});

test('Parquet is read back by another engine, periods as plain text', async () => {
  const to = inFolder('months.parquet');
  expect((await tijarat('convert', corpus('bom.csv'), '--to', to)).code).toBe(0);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${to}')`);
  expect(reader.columnNames()).toEqual(['month', 'exports_usd_mn']);
  expect(reader.getRows()).toEqual([
    ['2025-01', 313.4],
    ['2025-02', 305.1],
    ['2025-03', 342.2],
  ]);
  connection.closeSync();
  instance.closeSync();
});

test('many inputs: one fails, the others are written, the report says what happened to each', async () => {
  const inputs = inFolder('inputs');
  await mkdir(inputs);
  await writeFile(join(inputs, 'empty.csv'), '');
  const out = inFolder('out');
  const report = inFolder('report.json');
  const { code, told } = await tijarat(
    ...['convert', inputs, corpus('two-tables.csv'), corpus('ragged.csv'), corpus('preamble-footer.csv')],
    ...['--out', out, '--stage', 'cells', '--report', report],
  );
  expect(code).toBe(1);
  expect(told).toContain('[import.empty]');
  expect((await readdir(out)).sort()).toEqual([
    'preamble-footer.csv.csv',
    'ragged.csv.csv',
    'two-tables.csv.2.csv',
    'two-tables.csv.csv',
  ]);
  expect(await readFile(join(out, 'two-tables.csv.2.csv'), 'utf8')).toBe(
    'country,share,rank\nUSA,54.1,1\nUAE,9.8,2\nUK,7.2,3\n',
  );
  const { files } = JSON.parse(await readFile(report, 'utf8'));
  const of = (name: string) => files.find(({ input }: { input: string }) => input.endsWith(name));
  expect(of('empty.csv').problem.code).toBe('import.empty');
  expect(of('two-tables.csv').tables).toHaveLength(2);
  const notes = of('ragged.csv').tables[0].notes.map(({ code: note }: { code: string }) => note);
  expect(notes).toEqual(expect.arrayContaining(['import.padded', 'import.overflow']));
  expect(of('preamble-footer.csv').skipped).toEqual([
    { line: 1, text: 'Exports of telecommunication and information services' },
    { line: 2, text: 'US$ million' },
    { line: 10, text: 'Source: central bank' },
    { line: 11, text: 'Note: February is provisional' },
  ]);
});
