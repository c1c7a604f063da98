import { createReadStream } from 'node:fs';
import { literal } from '../engine/engine.ts';
import { cellKind } from './detection/cellKind.ts';
import type { Dialect } from './detection/dialect.ts';
import type { RowShape } from './detection/structure.ts';
import type { FileFacts } from './fileFacts.ts';
import { tooLarge } from './problems.ts';
import type { RawRow } from './readers/reader.ts';
import type { Workshop } from './workshop.ts';

/** Excel's own limit; a text with more columns is no table. */
const MOST_COLUMNS = 16_384;
/** Below this the fast way is not worth its checks. */
const FAST_FROM_BYTES = 4 * 1024 * 1024;

/** The raw cells in the workshop: table `raw` with `_line` and `c1` to `c<width>`; null where a row has no such cell. */
export interface RawTable {
  rows: number;
  width: number;
  /** For each row, in order; absent after the fast way, where every row has the same width. */
  shapes?: RowShape[];
}

/** Takes the raw cells away, whichever way they came. */
export async function dropRaw(workshop: Workshop): Promise<void> {
  const [view] = await workshop.rows("SELECT 1 FROM duckdb_views() WHERE view_name = 'raw'");
  await workshop.run(view ? 'DROP VIEW raw' : 'DROP TABLE IF EXISTS raw');
  await workshop.run('DROP TABLE IF EXISTS raw_fast');
}

/** Rows from a reader into the table `raw`, which widens as wider rows come. */
export async function loadRaw(
  workshop: Workshop,
  batches: AsyncIterable<RawRow[]>,
  file: string,
  progress: (rows: number) => void,
): Promise<RawTable> {
  let width = 1;
  let rows = 0;
  const shapes: RowShape[] = [];
  await workshop.run('CREATE TABLE raw (_line INTEGER, c1 VARCHAR)');
  for await (const batch of batches) {
    let widest = width;
    for (const row of batch) {
      widest = Math.max(widest, row.cells.length);
      shapes.push(shapeOf(row));
    }
    if (widest > MOST_COLUMNS)
      throw tooLarge(file, `A row has ${widest} cells; at most ${MOST_COLUMNS} can be read.`);
    for (let column = width + 1; column <= widest; column++)
      await workshop.run(`ALTER TABLE raw ADD COLUMN c${column} VARCHAR`);
    width = widest;
    await workshop.append('raw', batch, width);
    rows += batch.length;
    progress(rows);
  }
  return { rows, width, shapes };
}

function shapeOf({ line, cells }: RawRow): RowShape {
  let filled = 0;
  let numbers = 0;
  let last = 0;
  for (let i = 0; i < cells.length; i++) {
    const kind = cellKind(cells[i] ?? null);
    if (kind === 'empty') continue;
    filled++;
    last = i + 1;
    if (kind === 'number') numbers++;
  }
  return { line, width: cells.length, filled, numbers, last };
}

/**
 * A large clean UTF-8 text by DuckDB's strict reader under our dialect. Accepted only where its row count is that of the file's lines,
 * so that a row is a line and none was skipped, joined or padded; else false, and our own tokenizer reads the file.
 */
export async function loadRawFast(
  workshop: Workshop,
  path: string,
  bytes: number,
  dialect: Dialect,
  facts: Promise<FileFacts>,
): Promise<RawTable | false> {
  if (bytes < FAST_FROM_BYTES || dialect.delimiter.length !== 1 || dialect.escape !== '') return false;
  try {
    await workshop.run(
      `CREATE OR REPLACE TABLE raw_fast AS SELECT * FROM read_csv(${literal(path)}, auto_detect = false, header = false, all_varchar = true, strict_mode = true, ` +
        `null_padding = false, ignore_errors = false, skip = 0, nullstr = '\\N\\N', delim = ${literal(dialect.delimiter)}, quote = ${literal(dialect.quote)}, escape = ${literal(dialect.quote)}, ` +
        `max_line_size = 8000000, columns = ${await columnsOf(path, dialect)})`,
    );
  } catch {
    // What strict reading refuses is our tokenizer's to explain.
    return false;
  }
  const { lines } = await facts;
  const [[rows = 0] = [], described] = [
    (await workshop.rows('SELECT count(*) FROM raw_fast'))[0] ?? [],
    await workshop.rows('DESCRIBE raw_fast'),
  ];
  if (lines === null || Number(rows) !== lines) {
    await workshop.run('DROP TABLE raw_fast');
    return false;
  }
  await workshop.run(`CREATE VIEW raw AS SELECT CAST(rowid + 1 AS INTEGER) AS _line, * FROM raw_fast`);
  return { rows: Number(rows), width: described.length };
}

/** The columns of the first line, named c1 to cN, as DuckDB wants them. */
async function columnsOf(path: string, dialect: Dialect): Promise<string> {
  const stream = createReadStream(path, { end: 1 << 18 });
  let head = '';
  for await (const bytes of stream) head += String(bytes);
  const { Tokenizer } = await import('./readers/tokenizer.ts');
  const first = new Tokenizer(dialect, () => undefined).push(head.replace(/^\ufeff/, ''), false)[0];
  const names = Array.from({ length: first?.cells.length ?? 1 }, (_, i) => `'c${i + 1}': 'VARCHAR'`);
  return `{${names.join(', ')}}`;
}
