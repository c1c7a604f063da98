import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';

/** The engine alone, as a script would use it: the yardstick for imports, and the maker of files. Ended afterwards. */
export async function bareDuckDb<T>(
  work: (
    run: (sql: string) => Promise<unknown>,
    rows: (sql: string) => Promise<DuckDBValue[][]>,
  ) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return await work(
      (sql) => connection.run(sql),
      async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
