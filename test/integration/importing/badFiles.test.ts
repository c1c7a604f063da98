import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { expect, onTestFinished, test } from 'vitest';
import { Problem } from '../../../shared/contract/problem.ts';
import { withContent, withFile } from './support/importFile.ts';

async function problemOf(name: string, content: string | Uint8Array): Promise<Problem> {
  const error = await withContent(name, content, async (session) => await session.propose()).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw new Error(`expected a Problem, got ${String(error)}`, { cause: error });
}

const workbook = async () => await writeXlsx({ sheets: [{ name: 'A', rows: [['month'], ['2025-01']] }] });

/** A zip's directory entry for a part that claims gigabytes. */
function bomb(): Uint8Array {
  const zip = zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook/>') });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 < zip.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3_000_000_000, true);
  return zip;
}

function encryptedZip(): Uint8Array {
  const zip = zipSync({ 'xl/workbook.xml': new TextEncoder().encode('<workbook/>') });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 < zip.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  return zip;
}

/** The container of old Excel files and of encrypted new ones. */
function oldContainer(stream: string): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
}

test.each([
  ['nothing.csv', '', 'import.empty'],
  ['spaces.csv', ' \n \r\n', 'import.empty'],
  ['noise.csv', Uint8Array.from({ length: 4000 }, (_, i) => (i * 73) % 256), 'import.binary'],
  ['paper.csv', '%PDF-1.7\nmonth,value\n', 'import.binary'],
  ['archive.xlsx', zipSync({ 'picture.png': new Uint8Array([65]) }), 'import.binary'],
  ['bomb.xlsx', bomb(), 'import.too-large'],
  ['locked.xlsx', encryptedZip(), 'import.encrypted'],
  ['protected.xlsx', oldContainer('EncryptedPackage'), 'import.encrypted'],
  ['old.xls', oldContainer('Workbook'), 'import.damaged'],
  ['rows.csv.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'import.damaged'],
])('%s is refused in words, with the file and what to do', async (name, content, code) => {
  const problem = await problemOf(name, content);
  expect(problem.code).toBe(code);
  expect(problem.place?.file).toBe(name);
  expect(problem.remedy).toBeTruthy();
});

test('a workbook cut short anywhere is damaged, never half a table', async () => {
  const whole = await workbook();
  for (const part of [0.1, 0.5, 0.9, 0.99]) {
    const problem = await problemOf('cut.xlsx', whole.subarray(0, Math.floor(whole.length * part)));
    expect(problem).toMatchObject({ code: 'import.damaged', place: { file: 'cut.xlsx' } });
  }
});

test('a file that is not there says so', async () => {
  await expect(withFile('/no/such/file.csv', async () => undefined)).rejects.toMatchObject({
    code: 'import.unreadable',
    place: { file: 'file.csv' },
  });
});

test('titles without a table are no table', async () => {
  const problem = await problemOf('title.xlsx', await writeXlsx({ sheets: [{ name: 'A', rows: [] }] }));
  expect(problem).toMatchObject({ code: 'import.no-table', place: { file: 'title.xlsx' } });
});

test('a cell without end is refused by its line and column', async () => {
  const problem = await problemOf('cell.csv', `month,note\n2025-01,"${'x'.repeat(10 << 20)}"\n2025-02,b\n`);
  expect(problem).toMatchObject({
    code: 'import.too-large',
    place: { file: 'cell.csv', line: 2, column: '2' },
  });
});

test('a line without end is refused by its line', async () => {
  const problem = await problemOf('line.csv', `a,b\n1,2\n${'"x,'.repeat(4 << 20)}`);
  expect(problem).toMatchObject({ code: 'import.too-large', place: { file: 'line.csv', line: 3 } });
});

test('a name of 300,000 letters is cut short, and told', async () => {
  const content = `month;"${'Jan '.repeat(75_000)}";value\n2025-01;PK;1\n2025-02;PK;2\n2025-03;PK;3\n`;
  const { notes, result } = await withContent(
    'name.csv',
    content,
    async (session) => await session.preview(await session.propose()),
  );
  expect(result.columns.map(({ name }) => name.length <= 1000)).not.toContain(false);
  expect(notes).toContainEqual(expect.objectContaining({ code: 'import.long-name', count: 1 }));
});

test.skipIf(process.platform === 'win32')(
  'a folder and a pipe are no files, and nobody waits for them',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tijarat-no-file-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    for (const path of [folder, pipe])
      await expect(withFile(path, async () => undefined)).rejects.toMatchObject({
        code: 'import.unreadable',
      });
  },
);

test('a page that breaks off inside its table says so', async () => {
  const content = '<table><tr><th>month<th>value<tr><td>2025-01<td>1<tr><td>2025-02<td>2';
  const { notes, result } = await withContent(
    'cut.html',
    content,
    async (session) => await session.preview(await session.propose()),
  );
  expect(result.rowCount).toBe(2);
  expect(notes).toContainEqual(
    expect.objectContaining({ code: 'import.broken-off', place: expect.objectContaining({ line: 3 }) }),
  );
});

const utf16 = (text: string, cut = 0) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bytes.subarray(0, bytes.length - cut);
};

test.each([
  ['half.csv', utf16('month,name\n2025-01,a\n2025-02,x\ud800y\n2025-03,c\n'), 'import.undecodable', 3],
  ['odd.csv', utf16('month,name\n2025-01,a\n2025-02,b\n2025-03,cd', 1), 'import.broken-off', 4],
  ['half.json', '[{"a":"x\\ud800y","b":1},{"a":"z","b":2}]', 'import.lone-surrogate', 2],
])('%s: a letter that is not whole is told by its line', async (name, content, code, line) => {
  const { notes } = await withContent(
    name,
    content,
    async (session) => await session.preview(await session.propose()),
  );
  expect(notes).toContainEqual(expect.objectContaining({ code, place: expect.objectContaining({ line }) }));
});
