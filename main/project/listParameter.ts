import { identifier, literal } from '../engine/engine.ts';
import type { CellValue, StoredColumn } from './rowEffects.ts';
import { sqlType } from './sqlType.ts';

// A list of any length is one parameter, as JSON: a statement with thousands of parameters takes a millisecond for each.

/** A query of one column, `id`, whose parameter is `JSON.stringify(rows)`. */
export const ROW_LIST = `SELECT unnest(from_json(?, '["BIGINT"]')) AS id`;

/** A query of the columns named in `fields`, whose parameter is a JSON list of objects. */
export function objectList(fields: Readonly<Record<string, string>>): string {
  return `SELECT unnest(from_json(?, ${literal(JSON.stringify([fields]))}), recursive := true)`;
}

/** Short names of columns in JSON, because ids may be `_id` in other letters: c0, c1 ... */
export function columnFields(columns: readonly StoredColumn[]): Record<string, string> {
  return Object.fromEntries(columns.map(({ type }, i) => [`c${i}`, sqlType(type)]));
}

export function columnSelect(columns: readonly StoredColumn[]): string {
  return columns.map(({ id }, i) => `, c${i} AS ${identifier(id)}`).join('');
}

export function columnValues(
  columns: readonly StoredColumn[],
  cells: Readonly<Record<string, CellValue>>,
): Record<string, CellValue> {
  return Object.fromEntries(columns.map(({ id }, i) => [`c${i}`, cells[id] ?? null]));
}
