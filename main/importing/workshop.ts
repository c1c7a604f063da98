import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { identifier, literal } from '../engine/engine.ts';
import type { RawRow } from './readers/reader.ts';

export type Cell = string | number | boolean | null;

/** The importer's own DuckDB: it may read the one file and write into one folder, and nothing else. One connection, in memory. */
export class Workshop {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  /** Tables may have been made. */
  #isUsed = false;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** One that reads no file by itself and serves many small ones in turn, for opening one costs more than such a file does. */
  static async forMany(folder: string): Promise<Workshop> {
    return await Workshop.open(folder, undefined, { threads: '1', isForSmall: true });
  }

  static async open(
    folder: string,
    file: string | undefined,
    { threads, isForSmall = false }: { threads?: string; isForSmall?: boolean } = {},
  ): Promise<Workshop> {
    const instance = await DuckDBInstance.create(':memory:', {
      ...(threads !== undefined && { threads }),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      temp_directory: folder,
      memory_limit: '2GB',
    });
    const connection = await instance.connect();
    await connection.run(`SET allowed_directories = [${literal(folder)}]`);
    if (file !== undefined) await connection.run(`SET allowed_paths = [${literal(file)}]`);
    await connection.run('SET enable_external_access = false');
    // The tables of periods are joined in: the many rows must stay the side that is read through, or their order is lost.
    await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
    // Over a few hundred rows a query is planned for longer than it runs.
    if (isForSmall) await connection.run('PRAGMA disable_optimizer');
    await connection.run('SET lock_configuration = true');
    return new Workshop(instance, connection);
  }

  /** Forgets all tables. */
  async clear(): Promise<void> {
    if (!this.#isUsed) return;
    this.#isUsed = false;
    const made = await this.rows(
      "SELECT 'VIEW', view_name FROM duckdb_views() WHERE NOT internal UNION ALL SELECT 'TABLE', table_name FROM duckdb_tables() WHERE NOT internal",
    );
    if (made.length === 0) return;
    // In one go: each query by itself waits for a thread.
    await this.#connection.run(
      made.map(([kind, name]) => `DROP ${kind} ${identifier(String(name))}`).join('; '),
    );
  }

  async run(sql: string): Promise<void> {
    this.#isUsed = true;
    await this.#connection.run(sql);
  }

  async rows(sql: string): Promise<Cell[][]> {
    const reader = await this.#connection.runAndReadAll(sql);
    return reader.getRows().map((row) => row.map(plain));
  }

  /** Rows in batches, for what must not be held whole. */
  async *stream(sql: string): AsyncGenerator<Cell[][]> {
    const result = await this.#connection.stream(sql);
    for (
      let chunk = await result.fetchChunk();
      chunk && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      yield chunk.getRows().map((row) => row.map(plain));
    }
  }

  /** Appends raw rows to `table` (_line, c1 to c<width>); rows are at most `width` wide. */
  async append(table: string, rows: readonly RawRow[], width: number): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    const types = [INTEGER, ...Array.from({ length: width }, () => VARCHAR)];
    for (let from = 0; from < rows.length; from += 2048) {
      const part = rows.slice(from, from + 2048);
      const chunk = DuckDBDataChunk.create(types);
      chunk.setColumns([
        part.map((row) => row.line),
        ...Array.from({ length: width }, (_, column) => part.map((row) => row.cells[column] ?? null)),
      ]);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

function plain(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : String(value);
}
