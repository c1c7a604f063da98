import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { withContent } from './support/importFile.ts';

const ROWS = 150_000;
/** Above the size from which the engine's own reader is tried. */
function lines(change: (line: string, i: number) => string = (line) => line): string {
  const rows = Array.from({ length: ROWS }, (_, i) =>
    change(`${2015 + (i % 10)}-0${1 + (i % 9)},C${i % 200},item ${i % 12},${i}.25,bank ${i % 30}`, i),
  );
  return `month,country,item,value_usd,bank\n${rows.join('\n')}\n`;
}

test('a large clean file: every row, its line, its values', async () => {
  await withContent('large.csv', lines(), async (session) => {
    const { result, lines: counted } = await session.preview(await session.propose());
    // No row was looked at one by one: the engine's own reader has read them.
    expect(session.raw.shapes).toBeUndefined();
    expect([result.rowCount, counted]).toEqual([ROWS, ROWS + 1]);
    expect(result.columns.map(({ type }) => type)).toEqual([
      'period',
      'category',
      'category',
      'number',
      'category',
    ]);
    const { sha256 } = await session.preview(await session.propose());
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    // Until somebody asks for them, its cells stay in the file.
    expect(session.raw.ends).toBeDefined();
    await session.whole();
    const [[sum = 0] = []] = await session.workshop.rows(
      'SELECT sum(CAST(c4 AS DOUBLE)) FROM raw WHERE _line > 1',
    );
    // 0 + 1 + ... + 149,999, and a quarter for each row
    expect(sum).toBe((ROWS * (ROWS - 1)) / 2 + ROWS / 4);
  });
});

test('rows keep the order of the file, whatever is looked up for their cells', async () => {
  const many = Array.from(
    { length: 200_000 },
    (_, i) => `2025-${String((i % 12) + 1).padStart(2, '0')},${i}`,
  );
  await withContent('order.csv', `month,value\n${many.join('\n')}\n`, async (session) => {
    const [[folder] = []] = await session.workshop.rows("SELECT current_setting('temp_directory')");
    const to = join(String(folder), 'order.parquet');
    await session.run(await session.propose(), to);
    const [[rows, wrong] = []] = await onceInDuckDb(
      `SELECT count(*), count(*) FILTER (WHERE value <> file_row_number OR _line <> file_row_number + 2) FROM read_parquet('${to}', file_row_number = true)`,
    );
    expect([rows, wrong]).toEqual([200_000, 0]);
  });
});

test('one odd line among many: the careful reader reads the file, and the line is told', async () => {
  const odd = (line: string, i: number) =>
    i === 70_000 ? `${line},beyond` : i === 90_000 ? line.replace(`${i}.25`, 'n/k') : line;
  await withContent('large.csv', lines(odd), async (session) => {
    const { result, notes } = await session.preview(await session.propose());
    expect(session.raw.even).toBe(false);
    expect(result.rowCount).toBe(ROWS);
    expect(notes.find(({ code }) => code === 'import.overflow')).toMatchObject({
      count: 1,
      place: { line: 70_002 },
    });
    expect(notes.find(({ code }) => code === 'cell.not-a-number')).toMatchObject({
      count: 1,
      place: { column: 'value_usd', line: 90_002 },
    });
  });
});

test('a text that is no number, far down in a clean large file, is told with its line', async () => {
  const odd = (line: string, i: number) => (i === 120_000 ? line.replace(`${i}.25`, 'about 5') : line);
  await withContent('large.csv', lines(odd), async (session) => {
    const { notes } = await session.preview(await session.propose());
    expect(session.raw.shapes).toBeUndefined();
    expect(notes.find(({ code }) => code === 'cell.not-a-number')?.text).toBe(
      'In value_usd, now missing: line 120002: "about 5".',
    );
  });
});

test('one letter beyond ASCII, far down in a large file: the first look cannot know, the pass over the whole tells the encoding', async () => {
  const odd = (line: string, i: number) => (i === 100_321 ? line.replace('bank', 'Société') : line);
  await withContent('large.csv', Buffer.from(lines(odd), 'latin1'), async (session) => {
    expect((await session.quickLook())?.recipe[0]).toMatchObject({ encoding: 'utf-8' });
    const { recipe, notes } = await session.preview(await session.propose());
    // This letter is the same in several encodings of the West.
    expect(recipe[0]).toMatchObject({ encoding: expect.stringMatching(/^windows-125[02]$/) });
    expect(notes.map(({ code }) => code)).not.toContain('import.undecodable');
    const { rows } = await session.rows('raw', recipe, { from: 100_322, count: 1 });
    expect(rows[0]?.slice(0, 2)).toEqual([100_323, '2016-08']);
    expect(rows[0]?.at(-1)).toBe('Société 1');
  });
});

test('letters beyond ASCII in the middle of a large file tell its encoding at the first look', async () => {
  const odd = (line: string, i: number) => (i > 60_000 && i < 90_000 ? line.replace('bank', 'بینک') : line);
  await withContent('large.csv', Buffer.from(lines(odd)), async (session) => {
    expect((await session.quickLook())?.recipe[0]).toMatchObject({ encoding: 'utf-8' });
  });
});

test('blanks around one text of a list, and one text that is on no list, far down in a large file', async () => {
  const odd = (line: string, i: number) =>
    i === 100_322 ? line.replace('item', ' item') : i === 100_421 ? line.replace('item 5', 'item 99') : line;
  await withContent('large.csv', lines(odd), async (session) => {
    const { recipe, result } = await session.preview(await session.propose());
    expect(result.rowCount).toBe(ROWS);
    const { rows } = await session.rows('result', recipe, { from: 100_322, count: 100 });
    expect([rows[0]?.[3], rows[99]?.[3]]).toEqual(['item 2', 'item 99']);
  });
});

/** One query by an engine of its own. */
async function onceInDuckDb(sql: string): Promise<number[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows.map((row) => row.map(Number));
}
