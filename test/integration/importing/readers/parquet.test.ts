import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { withContent } from '../support/importFile.ts';

async function parquetOf(select: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  try {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (${select}) TO '${join(folder, 'a')}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    return await readFile(join(folder, 'a'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('parquet: names and values as text, days as days; a row without a value is no row of the table', async () => {
  const content = await parquetOf(
    `SELECT * FROM (VALUES ('01', TIMESTAMP '2024-07-01 00:00:00', 1.50::DECIMAL(9,2), {'a': 1}, [1, 2]),
      (NULL, NULL, NULL, NULL, NULL), ('é', TIMESTAMP '2024-08-01 12:00:00', 9007199254740993::HUGEINT, NULL, NULL)) t(code, "when", value, more, list)`,
  );
  await withContent('a.parquet', content, async (session) => {
    const preview = await session.preview(await session.propose());
    expect(preview.format).toBe('parquet');
    expect(preview.raw).toEqual([
      { line: 1, cells: ['code', 'when', 'value', 'more', 'list'] },
      { line: 2, cells: ['01', '2024-07-01', '1.50', '{"a":1}', '[1,2]'] },
      { line: 3, cells: ['', '', '', '', ''] },
      { line: 4, cells: ['é', '2024-08-01 12:00:00', '9007199254740993.00', '', ''] },
    ]);
    expect(preview.result.rowCount).toBe(2);
  });
});

test('a parquet file cut short is damaged', async () => {
  const content = await parquetOf('SELECT range AS a FROM range(1000)');
  await expect(
    withContent('cut.parquet', content.subarray(0, 900), async (session) => await session.propose()),
  ).rejects.toMatchObject({ code: 'import.damaged', place: { file: 'cut.parquet' } });
});
