import { basename } from 'node:path';
import { identifier, literal } from '../../engine/engine.ts';
import { damagedFile } from '../problems.ts';
import { Workshop } from '../workshop.ts';
import type { RawRow, Reader } from './reader.ts';

const FIRST_ROWS = 1000;

/** Parquet, by a DuckDB that may read this file alone. Every value becomes its text; row 1 holds the names. */
export const parquet: Reader = {
  format: 'parquet',
  extensions: ['.parquet', '.pq'],
  accepts: ({ head }) => Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1',
  async open(path, _head, _bytes, { folder }) {
    const file = basename(path);
    const from = `read_parquet(${literal(path)})`;
    const columns = await withDuckDb(file, folder, path, async (workshop) =>
      (await workshop.rows(`DESCRIBE SELECT * FROM ${from}`)).map(([name, type]) => ({
        name: String(name),
        type: String(type),
      })),
    );
    const cells = columns.map(({ name, type }) => asText(identifier(name), type)).join(', ');
    return {
      format: 'parquet',
      sheets: [],
      isHeaded: () => true,
      first: (signal) => ({
        rows: rows(`SELECT ${cells} FROM ${from} LIMIT ${FIRST_ROWS}`, signal),
        count: withDuckDb(file, folder, path, async (workshop) => {
          const [[count = 0] = []] = await workshop.rows(`SELECT count(*) FROM ${from}`);
          return Number(count) + 1;
        }),
      }),
      rows: (_sheet, _note, signal) => rows(`SELECT ${cells} FROM ${from}`, signal),
    };

    async function* rows(query: string, signal: AbortSignal): AsyncGenerator<RawRow[]> {
      yield [{ line: 1, cells: columns.map(({ name }) => name) }];
      const workshop = await Workshop.open(folder, path);
      try {
        let line = 2;
        for await (const batch of workshop.stream(query)) {
          signal.throwIfAborted();
          yield batch.map((row) => ({
            line: line++,
            cells: row.map((cell) => (cell === null ? null : String(cell))),
          }));
        }
      } catch (error) {
        signal.throwIfAborted();
        throw damagedFile(file, 'its Parquet data cannot be read', error);
      } finally {
        workshop.close();
      }
    }
  },
};

async function withDuckDb<T>(
  file: string,
  folder: string,
  path: string,
  use: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const workshop = await Workshop.open(folder, path);
  try {
    return await use(workshop);
  } catch (error) {
    throw damagedFile(file, 'its Parquet data cannot be read', error);
  } finally {
    workshop.close();
  }
}

/** Days are written as days, as other readers do; what is nested as JSON. */
function asText(column: string, type: string): string {
  if (type.startsWith('TIMESTAMP'))
    return `CASE WHEN ${column} = date_trunc('day', ${column}) THEN CAST(CAST(${column} AS DATE) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`;
  if (/^(STRUCT|MAP)|\[\d*\]$/.test(type)) return `CAST(to_json(${column}) AS VARCHAR)`;
  return `CAST(${column} AS VARCHAR)`;
}
