import { literal } from '../../engine/engine.ts';

/**
 * What each text of a column stands for, as an expression over a cell; a text that is not among them gives NULL. `value` is SQL.
 * It is no join: rows come out of DuckDB 1.5's hash joins in another order than they went in, and the order of a file is kept.
 */
export function textLookup(
  pairs: readonly (readonly [text: string, value: string])[],
  type: 'VARCHAR' | 'INTEGER',
): (cell: string) => string {
  // The name of a type cannot hold NUL: such a text stands for nothing.
  const known = [...new Map(pairs)].filter(([text]) => !text.includes('\0'));
  if (known.length === 0) return () => `CAST(NULL AS ${type})`;
  const texts = `ENUM(${known.map(([text]) => literal(text)).join(', ')})`;
  const values = `CAST([${known.map(([, value]) => value).join(', ')}] AS ${type}[])`;
  return (cell) => `${values}[CAST(enum_code(TRY_CAST(${cell} AS ${texts})) AS BIGINT) + 1]`;
}
