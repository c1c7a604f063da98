import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tijarat } from './support/cli.ts';

const program = join(import.meta.dirname, '../../../main/cli.ts');
const releases = join(import.meta.dirname, '../../../assets/sample/pakistan-ict-exports-monthly.csv');

let folder = '';
let sample = '';
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  sample = inFolder('sample.tijarat');
  const { code, told } = await tijarat('sample', sample);
  expect([code, told]).toEqual([0, '']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('info --json is the promised shape', async () => {
  const { code, out } = await tijarat('info', sample, '--json');
  expect(code).toBe(0);
  const info = JSON.parse(out);
  const monthly = info.tables.find((table: { name: string }) => table.name === 'Monthly releases');
  expect(monthly.rows).toBe(193);
  expect(monthly.columns).toContainEqual({
    name: 'value_usd_mn',
    type: 'number',
    unit: 'US$ million',
    role: 'measure',
  });
  for (const part of ['pages', 'views', 'decks', 'sources']) expect(info[part].length).toBeGreaterThan(0);
  expect((await tijarat('info', sample)).out).toContain('Table "Monthly releases": 193 rows');
});

test('July to March FY2025 is 2,824: neither first prints nor a month counted twice', async () => {
  for (const table of ['Monthly releases', 'Monthly series']) {
    const { code, out } = await tijarat(
      ...['query', sample, '--table', table, '--by', 'month', '--as', 'fytd'],
      ...['--where', 'item=ict_total', '--where', 'month=2025-03'],
    );
    expect([code, out]).toEqual([0, 'month,value_usd_mn\n2025-03,2824\n']);
  }
});

test('the printed cumulative figure of the same span is 2,825', async () => {
  const { out } = await tijarat(
    ...['query', sample, '--table', 'Cumulative releases', '--format', 'json'],
    ...['--where', 'item=ict_total', '--where', 'period=Jul-Mar FY25'],
  );
  expect(JSON.parse(out)).toEqual([{ value_usd_mn: 2825 }]);
});

test('a view answers by its title, as CSV', async () => {
  const info = JSON.parse((await tijarat('info', sample, '--json')).out);
  const { code, out } = await tijarat('query', sample, '--view', info.views[0].name);
  expect(code).toBe(0);
  expect(out.split('\n').length).toBeGreaterThan(2);
});

test('a new project from a file, then one more table in it', async () => {
  const into = inFolder('own.tijarat');
  const first = await tijarat('import', releases, '--into', into, '--table', 'Releases');
  expect([first.code, first.out]).toEqual([0, `${into}\n`]);
  const small = inFolder('small.csv');
  await writeFile(small, 'month,exports\n2025-01,1.25\n2025-02,=2+3\n2025-03,4\n2025-04,5\n2025-05,6\n');
  const second = await tijarat('import', small, '--into', into);
  expect(second.code).toBe(0);
  expect(second.told).toContain('line 3: "=2+3"');
  const info = JSON.parse((await tijarat('info', into, '--json')).out);
  expect(info.tables.map(({ name, rows }: { name: string; rows: number }) => [name, rows])).toEqual([
    ['Releases', 193],
    ['small', 5],
  ]);
});

test('a file that cannot be imported leaves no project behind', async () => {
  const bad = inFolder('bad.csv');
  await writeFile(bad, '');
  const { code, out, told } = await tijarat('import', bad, '--into', inFolder('never.tijarat'));
  expect([code, out]).toEqual([1, '']);
  expect(told).toContain('bad.csv');
  expect(told).toContain('[import.empty]');
  expect(await readdir(folder)).not.toContain('never.tijarat');
});

test('a table leaves as it came: names, values and texts as in the file', async () => {
  const file = inFolder('notes.csv');
  const text = 'month,value,note\n2025-01,1.25,=SUM(A1)\n2025-02,2.5,"-5, ""about"""\n2025-03,3,@home\n';
  await writeFile(file, text);
  const into = inFolder('notes.tijarat');
  await tijarat('import', file, '--into', into);
  const { code } = await tijarat('export', into, '--csv', inFolder('out.csv'), '--table', 'notes');
  expect(code).toBe(0);
  expect((await readFile(inFolder('out.csv'), 'utf8')).replaceAll('\r\n', '\n')).toBe(text);
  await tijarat('export', into, '--csv', inFolder('safe.csv'), '--table', 'notes', '--safe');
  expect(await readFile(inFolder('safe.csv'), 'utf8')).toContain("'=SUM(A1)");
});

test('a deck with native charts and their workbooks', async () => {
  const pptx = inFolder('deck.pptx');
  expect((await tijarat('export', sample, '--pptx', pptx)).code).toBe(0);
  const parts = Object.keys(unzipSync(new Uint8Array(await readFile(pptx))));
  expect(parts.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThanOrEqual(4);
  expect(parts.filter((name) => /^ppt\/embeddings\/.+\.xlsx$/.test(name)).length).toBeGreaterThanOrEqual(4);
});

test.each([
  ['svg', '<svg'],
  ['png', '\x89PNG'],
])('a picture of every view, as %s', async (way, start) => {
  const views = JSON.parse((await tijarat('info', sample, '--json')).out).views.length;
  const to = inFolder(way);
  const { code, out } = await tijarat('export', sample, `--${way}`, to);
  expect(code).toBe(0);
  const files = await readdir(to);
  expect(files).toHaveLength(views);
  expect(out.trim().split('\n')).toHaveLength(views);
  for (const file of files)
    expect((await readFile(join(to, file))).toString('latin1', 0, 400)).toContain(start);
});

test('verify passes what was saved, and fails on one flipped byte', async () => {
  expect((await tijarat('verify', sample)).code).toBe(0);
  const bytes = await readFile(sample);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const flipped = inFolder('flipped.tijarat');
  await writeFile(flipped, bytes);
  const { code, out, told } = await tijarat('verify', flipped);
  expect([code, out]).toEqual([1, '']);
  expect(told).toMatch(/\[project\.[a-z-]+\]/);
});

test.each([
  [['query', 'x.tijarat'], 'Give either --view or --table.'],
  [['query', 'x.tijarat', '--table', 'T', '--as', 'growth'], '--as is yoy, fytd or share.'],
  [['export', 'x.tijarat'], 'Give one of --pptx'],
  [['import', 'a.csv'], '--into P.tijarat'],
  [['convert', 'a.csv'], 'Give either --to or --out.'],
  [['info'], 'Name one project.'],
  [['verify', '--no-such-option', 'x'], '--no-such-option'],
  [['sample'], 'Name the file'],
  [['frobnicate'], 'There is no command "frobnicate".'],
])('%j is a matter of usage: 2, nothing on standard output', async (args, words) => {
  const { code, out, told } = await tijarat(...args);
  expect([code, out]).toEqual([2, '']);
  expect(told).toContain(words);
});

test.each([
  [['info', '/no/such/file.tijarat'], /\[project\./],
  [['verify', '/no/such/file.tijarat'], /\[project\./],
])('%j is a matter of the input: 1, nothing on standard output', async (args, words) => {
  const { code, out, told } = await tijarat(...args);
  expect([code, out]).toEqual([1, '']);
  expect(told).toMatch(words);
});

test('a name that is not there: 1, and the names that are', async () => {
  const { code, told } = await tijarat('query', sample, '--table', 'Nope');
  expect(code).toBe(1);
  expect(told).toContain('"Monthly releases"');
});

test('every command says what it does', async () => {
  for (const command of ['sample', 'import', 'info', 'query', 'export', 'convert', 'verify']) {
    const { code, out, told } = await tijarat(command, '--help');
    expect([code, told]).toEqual([0, '']);
    expect(out).toContain(`tijarat ${command} `);
  }
});

test('the real program: results on standard output, the rest on the other, the code at the end', async () => {
  const run = promisify(execFile);
  const good = await run(process.execPath, [program, 'info', sample, '--json']);
  expect(JSON.parse(good.stdout).tables.length).toBeGreaterThan(0);
  expect(good.stderr).toBe('');
  const failed = await run(process.execPath, [program, 'info', inFolder('none.tijarat')]).catch(
    (error) => error,
  );
  expect([failed.code, failed.stdout]).toEqual([1, '']);
  const misused = await run(process.execPath, [program]).catch((error) => error);
  expect(misused.code).toBe(2);
});
