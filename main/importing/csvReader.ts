import { literal } from '../engine/engine.ts';
import type { Dialect } from './detection/dialect.ts';

/** Below this the fast ways are not worth their checks. */
export const LARGE_BYTES = 4 * 1024 * 1024;

/** Whether DuckDB can read this dialect as our tokenizer does. */
export function readsDialect({ delimiter, escape: escapeMark }: Dialect): boolean {
  return delimiter.length === 1 && escapeMark === '';
}

/**
 * DuckDB's strict reader under our dialect, as SQL: all cells as text in c1 to c<width>, nothing guessed, nothing skipped. What it refuses is
 * our tokenizer's to explain. `padded`: short lines are filled with nulls, where a cell that is there and empty is ''.
 */
export function csvReader(
  path: string,
  dialect: Dialect,
  width: number,
  { skip = 0, padded = false }: { skip?: number; padded?: boolean } = {},
): string {
  const columns = Array.from({ length: width }, (_, i) => `'c${i + 1}': 'VARCHAR'`).join(', ');
  const quote = literal(dialect.quote);
  return (
    `read_csv(${literal(path)}, auto_detect = false, header = false, all_varchar = true, strict_mode = true, null_padding = ${padded}, ` +
    `ignore_errors = false, skip = ${skip}, nullstr = '\\N\\N', delim = ${literal(dialect.delimiter)}, quote = ${quote}, escape = ${quote}, ` +
    `max_line_size = 8000000, columns = {${columns}})`
  );
}
