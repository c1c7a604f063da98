import type { Vector } from '../../../shared/contract/vectors.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { join, name, type SqlText, sql, trusted } from '../../../shared/views/sql.ts';
import type { OrderProject, OrderSpec } from './orders.ts';

/** Columns of a table (absent: all), `_id` and `_line` of rows with `_at`, in its order; `from` stands after FROM. */
export async function readRows(
  { engine }: OrderProject,
  { table }: Pick<OrderSpec, 'table'>,
  from: SqlText,
  asked: readonly string[] | undefined,
  signal?: AbortSignal,
): Promise<Map<string, Vector>> {
  const columns = asked ? asked.map((id) => columnOf(table, id)) : table.columns;
  const selected = join([...columns.map(({ id }) => name(id)), trusted('"_id", "_line"')], ', ');
  const periods = new Set(columns.filter(({ type }) => type === 'period').map(({ id }) => id));
  return await engine.columns(sql`SELECT ${selected} FROM ${from} ORDER BY _at`, periods, signal);
}
