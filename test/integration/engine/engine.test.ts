import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine, identifier, literal } from '../../../main/engine/engine.ts';
import { vectorLength } from '../../../shared/contract/vectors.ts';

let folder: string;
let engine: Engine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tijarat-engine-'));
  engine = await Engine.open(':memory:', folder);
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

test('columns come out as typed arrays, longer than one chunk, with what is missing marked', async () => {
  const columns = await engine.columns(
    {
      sql: `SELECT CASE WHEN i % 10 = 0 THEN NULL ELSE i + 0.5 END AS number,
              CASE WHEN i % 7 = 0 THEN NULL ELSE 'text ' || (i % 3) END AS text,
              CASE WHEN i % 5 = 0 THEN NULL ELSE i % 2 = 0 END AS yes,
              CASE WHEN i % 4 = 0 THEN NULL ELSE (24300 + i % 12) * 1000 + 1 END AS month
            FROM range(?) AS r(i) ORDER BY i`,
      values: [5000],
    },
    new Set(['month']),
  );
  const number = columns.get('number');
  const text = columns.get('text');
  const yes = columns.get('yes');
  const month = columns.get('month');
  if (
    number?.kind !== 'number' ||
    text?.kind !== 'text' ||
    yes?.kind !== 'boolean' ||
    month?.kind !== 'period'
  )
    throw new Error('The kinds are wrong.');
  for (const vector of [number, text, yes, month]) expect(vectorLength(vector)).toBe(5000);
  expect(number.values[0]).toBeNaN();
  expect(number.values[4999]).toBe(4999.5);
  expect(text.codes[0]).toBe(-1);
  expect(text.dictionary[text.codes[4999] ?? -1]).toBe('text 1');
  expect([...text.dictionary].sort()).toEqual(['text 0', 'text 1', 'text 2']);
  expect([yes.values[0], yes.values[1], yes.values[2]]).toEqual([2, 0, 1]);
  expect([month.values[0], month.values[1]]).toEqual([-1, 24301001]);
});

test('decimals and large integers become numbers', async () => {
  const columns = await engine.columns(
    { sql: 'SELECT 2825.5::DECIMAL(10, 2) AS d, 9007199254740991::BIGINT AS b, sum(1)::HUGEINT AS h' },
    new Set(),
  );
  const first = ['d', 'b', 'h'].map((name) => {
    const vector = columns.get(name);
    return vector?.kind === 'number' ? vector.values[0] : null;
  });
  expect(first).toEqual([2825.5, 9007199254740991, 1]);
});

test('a query that is cancelled ends with the reason, and the engine answers on', async () => {
  const controller = new AbortController();
  const endless = engine.rows(
    { sql: 'SELECT count(*) FROM range(100000000) a, range(1000) b WHERE a.range * b.range % 7 = 1' },
    controller.signal,
  );
  setTimeout(() => controller.abort(), 30);
  await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
  expect(await engine.rows({ sql: 'SELECT 42' })).toEqual([[42]]);
});

test.each([
  `SELECT * FROM read_text('/etc/hostname')`,
  `SELECT * FROM read_csv('/etc/hostname')`,
  `SELECT * FROM '/etc/hostname'`,
  `SELECT * FROM glob('/etc/*')`,
  `COPY (SELECT 1) TO '/tmp/tijarat-outside.csv'`,
  `ATTACH '/tmp/tijarat-outside.db'`,
  `INSTALL httpfs`,
  `LOAD httpfs`,
  `SELECT * FROM read_csv('https://example.org/a.csv')`,
  `SET enable_external_access = true`,
  `SET allowed_directories = ['/']`,
  `EXPORT DATABASE '/tmp/tijarat-outside'`,
])('SQL cannot leave the project: %s', async (sql) => {
  await expect(engine.rows({ sql })).rejects.toThrow();
  expect(existsSync('/tmp/tijarat-outside.csv')).toBe(false);
  expect(existsSync('/tmp/tijarat-outside.db')).toBe(false);
});

test('its own folder can be written and read', async () => {
  const path = join(folder, 'o’clock.parquet');
  await engine.run({ sql: `COPY (SELECT 7 AS seven) TO ${literal(path)} (FORMAT parquet)` });
  expect(await engine.rows({ sql: `SELECT seven FROM ${literal(path)}` })).toEqual([[7]]);
});

test('a transaction that fails leaves nothing', async () => {
  await engine.run({ sql: 'CREATE TABLE kept (i INTEGER)' });
  const failing = engine.transaction(async (run) => {
    await run({ sql: 'INSERT INTO kept VALUES (1)' });
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await engine.rows({ sql: 'SELECT count(*) FROM kept' })).toEqual([[0]]);
});

test('names and texts with quotes stay names and texts', async () => {
  const name = identifier('a"; DROP TABLE kept; --');
  await engine.run({ sql: `CREATE TABLE ${name} (t VARCHAR)` });
  await engine.run({ sql: `INSERT INTO ${name} VALUES (?)`, values: ["'); DROP TABLE kept; --"] });
  expect(await engine.rows({ sql: `SELECT t = ${literal("'); DROP TABLE kept; --")} FROM ${name}` })).toEqual(
    [[true]],
  );
  expect(await engine.rows({ sql: 'SELECT count(*) FROM kept' })).toEqual([[0]]);
});

test('NUL in a text or a name does not end the statement', async () => {
  const text = "it's\0b";
  const sql = `SELECT ${literal(text)} AS ${identifier('x\0y')}, ${literal(text)} LIKE ${literal('it%')}`;
  expect(await engine.rows({ sql })).toEqual([[text, true]]);
  expect([...(await engine.columns({ sql }, new Set())).keys()][0]).toBe('x\u2400y');
});
