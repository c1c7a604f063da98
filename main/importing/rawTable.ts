import { cellKind } from './detection/cellKind.ts';
import type { RowShape } from './detection/structure.ts';
import type { HeldRows } from './heldRows.ts';
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
  /** The rows themselves, where they are few and were asked for. */
  held?: HeldRows;
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
    const widest = widestOf(batch, width, file);
    for (const row of batch) shapes.push(shapeOf(row));
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

/** Cells that are held in JavaScript at most. */
const MOST_HELD = 200_000;

/** The same rows, held rather than stored; stored after all where they turn out to be many. */
export async function holdRaw(
  workshop: Workshop,
  batches: AsyncIterable<RawRow[]>,
  file: string,
  progress: (rows: number) => void,
): Promise<RawTable> {
  const rows: RawRow[] = [];
  let width = 1;
  let cells = 0;
  const rest = batches[Symbol.asyncIterator]();
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    for (const row of next.value) {
      rows.push(row);
      cells += row.cells.length;
    }
    if (cells > MOST_HELD) return await loadRaw(workshop, andThen(rows, rest), file, progress);
    width = widestOf(next.value, width, file);
    progress(rows.length);
  }
  // Half letters become that mark wherever they are stored: the same is told of them either way.
  for (const { cells } of rows)
    for (const [i, cell] of cells.entries())
      if (cell?.isWellFormed() === false) cells[i] = cell.toWellFormed();
  return { rows: rows.length, width, shapes: rows.map(shapeOf), even: false, held: { rows } };
}

async function* andThen(rows: RawRow[], rest: AsyncIterator<RawRow[]>): AsyncGenerator<RawRow[]> {
  yield rows;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Stores held rows as table `raw`. */
export async function storeHeld(workshop: Workshop, { rows }: HeldRows, width: number): Promise<void> {
  const columns = Array.from({ length: width }, (_, i) => `, c${i + 1} VARCHAR`).join('');
  await workshop.run(`CREATE TABLE raw (_line INTEGER${columns})`);
  await workshop.append('raw', rows, width);
}

/** The most cells of a row, those before it included. Problems: import.too-large, import.long-cell. */
function widestOf(batch: readonly RawRow[], before: number, file: string): number {
  let widest = before;
  for (const row of batch) {
    // Sheets and exports pad rows with cells that hold nothing, some to the last column there is.
    if (row.cells.length > MOST_COLUMNS)
      row.cells.length = row.cells.findLastIndex((cell) => cell !== null && cell !== '') + 1;
    widest = Math.max(widest, row.cells.length);
    const long = row.cells.findIndex((cell) => cell !== null && cell.length > LONGEST_CELL);
    if (long >= 0) throw longCell(file, row.line, long + 1);
  }
  if (widest > MOST_COLUMNS)
    throw tooLarge(
      file,
      `A row has ${widest} cells; at most ${MOST_COLUMNS} can be read.`,
      'Keep the columns that you need, and import those.',
    );
  return widest;
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
