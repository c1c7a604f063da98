import type { Recipe } from '../../shared/model/recipe.ts';
import { csvReader, LARGE_BYTES, readsDialect } from './csvReader.ts';
import type { Dialect } from './detection/dialect.ts';
import type { Encoding } from './detection/sniffEncoding.ts';
import type { FileFacts } from './fileFacts.ts';
import { LONGEST_CELL } from './problems.ts';
import { type RawTable, shapeOf } from './rawTable.ts';
import type { RawRow } from './readers/reader.ts';
import type { Unread } from './steps/step.ts';
import { LITTLE, MUCH, sampleText } from './textSample.ts';
import type { Workshop } from './workshop.ts';

/** A text in UTF-8, and what one pass over its bytes will tell. */
export interface TextFile {
  path: string;
  bytes: number;
  dialect: Dialect;
  encoding: Encoding;
  facts: Promise<FileFacts>;
}

/** Below this many lines there is little to be won by not storing them. */
const MANY_LINES = 20_000;
/** Cells beyond the first line's that the padding reader makes room for. */
const SPARE = 8;
/** Rows in which tables are sought at a first look. */
const SHAPED = 2000;

/**
 * Of a large text that looks even: its first and last rows as `raw`, and rows from all over it as `raw_sample`; the rest stays in the file
 * until somebody asks. Undefined where it is small, or no line like the next.
 */
export async function loadEnds(
  workshop: Workshop,
  { path, bytes, dialect, encoding, facts }: TextFile,
): Promise<RawTable | undefined> {
  if (bytes < LARGE_BYTES || !readsDialect(dialect)) return undefined;
  const { head, middle, tail, width, even } = await sampleText(path, bytes, encoding, dialect, MUCH);
  const { lines } = await facts;
  const last = head.at(-1);
  if (!even || !last || lines === null || lines < MANY_LINES || last.line + tail.length > lines)
    return undefined;
  const ends = [...head, ...tail.map(({ line, cells }) => ({ line: lines - tail.length + line, cells }))];
  const between = middle.map((row) => ({ ...row, line: Math.min(row.line, lines - tail.length) }));
  await loadSample(workshop, ends, between, width);
  return { rows: lines, width, even, ends: { head: last.line }, sampled: true };
}

/** Tables `raw_ends` and `raw_sample` (the ends, and rows between them), `raw` being the first. */
async function loadSample(
  workshop: Workshop,
  ends: readonly RawRow[],
  between: readonly RawRow[],
  width: number,
): Promise<void> {
  const columns = Array.from({ length: width }, (_, i) => `, c${i + 1} VARCHAR`).join('');
  const all = [...ends, ...between].sort((a, b) => a.line - b.line);
  for (const [name, rows] of [
    ['raw_ends', ends],
    ['raw_sample', all],
  ] as const) {
    await workshop.run(`CREATE TABLE ${name} (_line INTEGER${columns})`);
    await workshop.append(name, rows, width);
  }
  await workshop.run('CREATE VIEW raw AS SELECT * FROM raw_sample');
}

/** The first rows of a large text, whatever it is like, with others from all over it for who judges its columns. Its lines are an estimate. */
export async function loadFirst(
  workshop: Workshop,
  { path, bytes, dialect, encoding }: Omit<TextFile, 'facts'>,
): Promise<RawTable> {
  const { head, middle, lines } = await sampleText(path, bytes, encoding, dialect, LITTLE);
  const width = [...head, ...middle].reduce((widest, { cells }) => Math.max(widest, cells.length), 1);
  const last = head.at(-1)?.line ?? 0;
  const between = middle.map(({ line, cells }) => ({ line: Math.max(line, last + 1), cells }));
  await loadSample(workshop, head, between, width);
  return { rows: lines, width, even: false, shapes: head.slice(0, SHAPED).map(shapeOf), sampled: true };
}

/** What a step that types columns needs to read such a text straight from its file. Undefined where the recipe wants all of its cells. */
export function unreadBy(
  recipe: Recipe,
  { path, dialect }: TextFile,
  { rows, width, ends }: RawTable,
): Unread | undefined {
  const header = recipe[1];
  if (!ends || header?.step !== 'header' || header.lastDataLine !== undefined) return undefined;
  if (Math.max(header.firstDataLine, ...header.lines) > ends.head) return undefined;
  const typing = recipe.findIndex(({ step }) => step === 'setColumn');
  const before = recipe.slice(2, typing);
  // A period that is read by another column's text cannot be known from a sample of its own.
  if (recipe.some((step) => step.step === 'setColumn' && step.fiscalYearStartBy)) return undefined;
  if (typing < 0 || !before.every(({ step }) => step === 'dropColumns' || step === 'rename'))
    return undefined;
  const { firstDataLine } = header;
  return {
    firstLine: firstDataLine,
    rows: rows - firstDataLine + 1,
    // The header takes the rows from its first data line on; which they are is known by `skip`.
    raw: `SELECT CAST(2147483647 AS INTEGER) AS _line, * FROM ${csvReader(path, dialect, width, { skip: firstDataLine - 1 })}`,
  };
}

/**
 * All rows of a large text by DuckDB's strict reader. Accepted only where its row count is that of the file's lines, so that a row is a line
 * and none was skipped or joined; else undefined, and our own tokenizer reads the file.
 */
export async function loadWhole(
  workshop: Workshop,
  { path, bytes, dialect, encoding, facts }: TextFile,
): Promise<RawTable | undefined> {
  if (bytes < LARGE_BYTES || !readsDialect(dialect)) return undefined;
  const { width, even } = await sampleText(path, bytes, encoding, dialect, MUCH);
  const load = async (from: string) => {
    try {
      await workshop.run(`CREATE OR REPLACE TABLE raw_fast AS SELECT * FROM ${from}`);
    } catch {
      // What strict reading refuses is our tokenizer's to explain, or the padding reader's to fill.
      return false;
    }
    const [[rows = 0] = []] = await workshop.rows('SELECT count(*) FROM raw_fast');
    return Number(rows) === (await facts).lines;
  };
  const view = async (columns: number) => {
    const cells = Array.from({ length: columns }, (_, i) => `c${i + 1}`).join(', ');
    await workshop.run(
      `CREATE VIEW raw AS SELECT CAST(rowid + 1 AS INTEGER) AS _line, ${cells} FROM raw_fast`,
    );
  };
  const { lines, longest } = await facts;
  // It would take minutes over a line that is no row of a table, to refuse it in the end.
  if (longest > LONGEST_CELL) return undefined;
  if (lines !== null && even && (await load(csvReader(path, dialect, width)))) {
    await view(width);
    return { rows: lines, width, even: true };
  }
  if (lines !== null && (await load(csvReader(path, dialect, width + SPARE, { padded: true })))) {
    const widest = await widestRow(workshop, width + SPARE);
    await view(widest);
    return { rows: lines, width: widest, even: false };
  }
  await workshop.run('DROP TABLE IF EXISTS raw_fast');
  return undefined;
}

/** The last column in which any row has a cell. */
async function widestRow(workshop: Workshop, columns: number): Promise<number> {
  const counts = Array.from({ length: columns }, (_, i) => `count(c${i + 1})`).join(', ');
  const [found = []] = await workshop.rows(`SELECT ${counts} FROM raw_fast`);
  return Math.max(1, found.findLastIndex((count) => Number(count) > 0) + 1);
}
