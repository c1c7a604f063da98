import { DuckDBInstance } from '@duckdb/node-api';

/** The engine alone, as a script would use it: the yardstick for imports, and the maker of files. Ended afterwards. */
export async function bareDuckDb<T>(
  work: (run: (sql: string) => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return await work((sql) => connection.run(sql));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
