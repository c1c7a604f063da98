import { cellKind } from './detection/cellKind.ts';
import type { RowShape } from './detection/structure.ts';
import { LONGEST_CELL, longCell, tooLarge } from './problems.ts';
import type { RawRow } from './readers/reader.ts';
import type { Workshop } from './workshop.ts';

/** Months of 160 years. Each column is looked at by itself: ten times as many would take minutes. */
const MOST_COLUMNS = 2000;

/** The raw cells in the workshop: table `raw` with `_line` and `c1` to `c<width>`; null where a row has no such cell. */
export interface RawTable {
  rows: number;
  width: number;
  /** For each row, in order; absent where no row was looked at by itself. */
  shapes?: RowShape[];
  /** Every row is known to have all its cells, and not to be blank. */
  even: boolean;
  /** Only the ends of a large text are at hand; the lines of the first one. See `loadEnds`. */
  ends?: { head: number };
  /** `raw` shows rows of `raw_ends` or `raw_sample`. */
  sampled?: boolean;
}

/** Takes the raw cells away, whichever way they came. */
export async function dropRaw(workshop: Workshop): Promise<void> {
  const [view] = await workshop.rows("SELECT 1 FROM duckdb_views() WHERE view_name = 'raw'");
  await workshop.run(view ? 'DROP VIEW raw' : 'DROP TABLE IF EXISTS raw');
  for (const table of ['raw_fast', 'raw_ends', 'raw_sample'])
    await workshop.run(`DROP TABLE IF EXISTS ${table}`);
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
      // Sheets and exports pad rows with cells that hold nothing, some to the last column there is.
      if (row.cells.length > MOST_COLUMNS)
        row.cells.length = row.cells.findLastIndex((cell) => cell !== null && cell !== '') + 1;
      widest = Math.max(widest, row.cells.length);
      const long = row.cells.findIndex((cell) => cell !== null && cell.length > LONGEST_CELL);
      if (long >= 0) throw longCell(file, row.line, long + 1);
      shapes.push(shapeOf(row));
    }
    if (widest > MOST_COLUMNS)
      throw tooLarge(
        file,
        `A row has ${widest} cells; at most ${MOST_COLUMNS} can be read.`,
        'Keep the columns that you need, and import those.',
      );
    if (widest > width) {
      const more = Array.from(
        { length: widest - width },
        (_, i) => `CAST(NULL AS VARCHAR) AS c${width + i + 1}`,
      );
      // A column at a time would copy the list of columns each time.
      await workshop.run(`CREATE OR REPLACE TABLE raw AS SELECT *, ${more.join(', ')} FROM raw`);
    }
    width = widest;
    await workshop.append('raw', batch, width);
    rows += batch.length;
    progress(rows);
  }
  return { rows, width, shapes, even: false };
}

export function shapeOf({ line, cells }: RawRow): RowShape {
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
