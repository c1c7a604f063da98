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
  const why = 'outside the tables';
  expect(of('preamble-footer.csv').skipped).toEqual([
    { line: 1, text: 'Exports of telecommunication and information services', why },
    { line: 2, text: 'US$ million', why },
    { line: 10, text: 'Source: central bank', why },
    { line: 11, text: 'Note: February is provisional', why },
  ]);
  expect(of('preamble-footer.csv')).toMatchObject({
    delimiter: ',',
    encoding: 'utf-8',
    totals: { rowsRead: 11, header: 1, taken: 4, skipped: 4, blank: 2 },
    blank: [{ lines: ['3', '9'] }],
  });
  expect(of('ragged.csv').because.join()).toContain('another number of cells');
  expect(of('ragged.csv').confidence).toBeLessThan(of('preamble-footer.csv').confidence);
});

test('a folder keeps its inner folders; of two inputs for one place the second is told, not written over the first', async () => {
  const inputs = inFolder('tree');
  await mkdir(join(inputs, 'inner'), { recursive: true });
  await mkdir(join(inputs, '.hidden'));
  for (const [path, value] of [
    ['a.csv', 1],
    ['inner/a.csv', 2],
    ['.hidden/a.csv', 3],
  ] as const)
    await writeFile(join(inputs, path), `month,value\n2024-01,${value}\n2024-02,9\n`);
  const out = inFolder('tree-out');
  const { code, told } = await tijarat(
    ...['convert', inputs, join(inputs, 'inner', 'a.csv'), '--out', out, '--stage', 'cells'],
  );
  expect([code, told.includes('[convert.same-target]')]).toEqual([1, true]);
  expect((await readdir(out, { recursive: true })).sort()).toEqual(['a.csv.csv', 'inner', 'inner/a.csv.csv']);
  expect(await readFile(join(out, 'a.csv.csv'), 'utf8')).toContain('2024-01,1');
  expect(await readFile(join(out, 'inner', 'a.csv.csv'), 'utf8')).toContain('2024-01,2');
});
