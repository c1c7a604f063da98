import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { withContent } from '../support/importFile.ts';

const csv = 'month,value\n2024-07,1.50\n2024-08,2\n';
const other = 'code;name;weight\nA;one;1\nB;two;2\nC;three;3\nD;four;4\nE;five;5\n';

const look = async (name: string, content: Uint8Array) =>
  await withContent(name, content, async (session) => await session.preview(await session.propose()));

test('a gzipped text is read as the text, dialect and all', async () => {
  const preview = await look('rows.csv.gz', gzipSync(csv));
  expect(preview.recipe[0]).toMatchObject({ step: 'readText', delimiter: ',' });
  expect(preview.raw[1]).toEqual({ line: 2, cells: ['2024-07', '1.50'] });
  expect(preview.result.rowCount).toBe(2);
});

test('a zip with one data file is that file; what is beside it is named', async () => {
  const zip = zipSync({ 'data/rows.csv': strToU8(csv), 'notes.pdf': strToU8('%PDF-1.7') });
  const preview = await look('rows.zip', zip);
  expect(preview.recipe[0]).toMatchObject({ step: 'readText' });
  expect(preview.result.rowCount).toBe(2);
  expect(preview.notes.find(({ code }) => code === 'import.not-opened')?.text).toContain('notes.pdf');
});

test('several files stand side by side, the largest first, and a workbook by its sheets', async () => {
  const book = await writeXlsx({
    sheets: [
      { name: 'One', rows: [['a'], [1]] },
      { name: 'Two', rows: [['b'], [2]] },
    ],
  });
  const zip = zipSync({ 'small.csv': strToU8(csv), '../../evil.csv': strToU8(other), 'book.xlsx': book });
  await withContent('set.zip', zip, async (session) => {
    expect(session.file.sheets.map(({ name }) => name)).toEqual([
      'book.xlsx › One',
      'book.xlsx › Two',
      'evil.csv',
      'small.csv',
    ]);
    const preview = await session.preview(await session.propose([{ step: 'readSheet', sheet: 'small.csv' }]));
    expect(preview.result.rowCount).toBe(2);
  });
});

test.each([
  ['cut.csv.gz', gzipSync(csv.repeat(500)).subarray(0, 60), 'import.damaged'],
  ['pictures.zip', zipSync({ 'a.png': strToU8('x') }), 'import.binary'],
  ['nested.zip', zipSync({ 'a.dat': zipSync({ 'b.csv': strToU8(csv) }) }), 'import.unsupported'],
  ['cut.zip', zipSync({ 'a.csv': strToU8(csv) }).subarray(0, 90), 'import.damaged'],
])('%s is refused in words', async (name, content, code) => {
  await expect(look(name, content)).rejects.toMatchObject({
    code,
    place: { file: expect.stringContaining(name) },
  });
});

test('a bomb is stopped before it fills the disk', async () => {
  const zeros = gzipSync(Buffer.alloc(160 * 2 ** 20));
  await expect(look('bomb.csv.gz', zeros)).rejects.toMatchObject({ code: 'import.too-large' });
  const zip = zipSync({ 'bomb.csv': [new Uint8Array(160 * 2 ** 20), { level: 9 }] });
  await expect(look('bomb.zip', zip)).rejects.toMatchObject({ code: 'import.too-large' });
});

test('a flipped bit inside an archive is damage, never another figure', async () => {
  const zip = zipSync({ 'a.csv': [strToU8(csv.repeat(50)), { level: 0 }] });
  const at = 200;
  zip[at] = (zip[at] ?? 0) ^ 1;
  await expect(look('flipped.zip', zip)).rejects.toMatchObject({ code: 'import.damaged' });
});
