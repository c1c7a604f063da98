import type { SqlParameter, SqlText } from '../../../shared/views/sql.ts';
import { literal } from '../../engine/engine.ts';

/** A statement of the views' builder with its parameters written into it: steps are put inside other statements, which parameters do not survive. */
export function inlineSql({ sql, values }: SqlText): string {
  const parts = sql.split('?');
  if (parts.length !== values.length + 1) throw new Error('a question mark that is no parameter');
  return parts.map((part, i) => (i === 0 ? part : written(values[i - 1] ?? null) + part)).join('');
}

function written(value: SqlParameter): string {
  return typeof value === 'string' ? literal(value) : String(value);
}
