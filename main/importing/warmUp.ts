import { DuckDBInstance } from '@duckdb/node-api';
import { sniffDialect } from './detection/sniffDialect.ts';

const TEXT = Array.from(
  { length: 200 },
  (_, i) => `2025-0${1 + (i % 9)},"item ${i % 5}",${i * 1.5},final`,
).join('\n');

/** What the first file of a process would else wait for: the engine's library from disk, and code that is compiled when it first runs. */
export async function warmUp(): Promise<void> {
  sniffDialect(TEXT, true);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      "CREATE TABLE t AS SELECT CAST(i AS VARCHAR) AS c, regexp_extract(CAST(i AS VARCHAR), '[0-9]') AS d FROM range(1000) AS r(i)",
    );
    await connection.runAndReadAll('SELECT c, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
