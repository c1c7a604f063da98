import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { Vector } from '../../shared/contract/vectors.ts';
import { readVectors } from './vectors.ts';

/** A statement and its parameters; texts and numbers never stand in the SQL itself. */
export interface Statement {
  sql: string;
  values?: readonly SqlValue[];
}
export type SqlValue = string | number | boolean | null | bigint;

const NUL = '\0';

/**
 * DuckDB in this process. Every query has a connection of its own from a small pool, because a cancel interrupts whatever runs on a connection.
 * `lock()` closes the file system (but for `folders`), and the configuration, for the life of the instance.
 */
export class Engine {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[] = [];

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  /** `path` ':memory:' or a file that is a cache and can be rebuilt. `folder` is the only one that SQL may read and write. */
  static async open(
    path: string,
    folder: string,
    options: { memoryLimit?: string; threads?: number } = {},
  ): Promise<Engine> {
    const instance = await DuckDBInstance.create(path, {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      temp_directory: folder,
      ...(options.memoryLimit && { memory_limit: options.memoryLimit }),
      ...(options.threads && { threads: String(options.threads) }),
    });
    const engine = new Engine(instance);
    await engine.run({ sql: `SET allowed_directories = [${literal(folder)}]` });
    await engine.run({ sql: 'SET enable_external_access = false' });
    await engine.run({ sql: 'SET lock_configuration = true' });
    return engine;
  }

  /** Runs one statement for its effect. */
  async run(statement: Statement, signal?: AbortSignal): Promise<void> {
    await this.#with(signal, async (connection) => {
      await connection.run(statement.sql, values(statement));
    });
  }

  /** All rows as arrays of plain values (bigint as number, decimals as number). For small answers. */
  async rows(statement: Statement, signal?: AbortSignal): Promise<(string | number | boolean | null)[][]> {
    return await this.#with(signal, async (connection) => {
      const reader = await connection.runAndReadAll(statement.sql, values(statement));
      return reader.getRows().map((row) => row.map(plain));
    });
  }

  /** All columns by name, as typed arrays. `periods` names the integer columns that hold period codes. */
  async columns(
    statement: Statement,
    periods: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<Map<string, Vector>> {
    return await this.#with(signal, async (connection) => {
      const result = await connection.stream(statement.sql, values(statement));
      return await readVectors(result, periods, signal);
    });
  }

  /** Several statements as one: all of them happen, or none. */
  async transaction<T>(
    work: (run: (statement: Statement) => Promise<(string | number | boolean | null)[][]>) => Promise<T>,
  ): Promise<T> {
    return await this.#with(undefined, async (connection) => {
      await connection.run('BEGIN');
      try {
        const answer = await work(async (statement) => {
          const reader = await connection.runAndReadAll(statement.sql, values(statement));
          return reader.getRows().map((row) => row.map(plain));
        });
        await connection.run('COMMIT');
        return answer;
      } catch (error) {
        await connection.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  close(): void {
    for (const connection of this.#idle) connection.closeSync();
    this.#idle.length = 0;
    this.#instance.closeSync();
  }

  async #with<T>(
    signal: AbortSignal | undefined,
    work: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const connection = this.#idle.pop() ?? (await this.#instance.connect());
    const stop = () => connection.interrupt();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await work(connection);
    } catch (error) {
      signal?.throwIfAborted(); // the reason, not "INTERRUPT Error"
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#idle.push(connection);
    }
  }
}

/** A text as an SQL literal. Only for statements that take no parameters (SET, COPY ... TO). */
export function literal(text: string): string {
  const parts = text.split(NUL).map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || chr(0) || ')})`; // NUL would end the statement
}

/** A name as an SQL identifier. One cannot hold NUL, its picture stands for it. */
export function identifier(name: string): string {
  return `"${name.replaceAll(NUL, '\u2400').replaceAll('"', '""')}"`;
}

function values({ values = [] }: Statement): DuckDBValue[] {
  return [...values];
}

function plain(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number(value);
  return String(value);
}
