import type { Table } from '../../../shared/model/table.ts';
import { join, name, sql, trusted } from '../../../shared/views/sql.ts';
import { cellText } from '../cellText.ts';
import type { QueryProject } from '../runQuery.ts';

/** Rows by what people call them: their time and their first dimension; "row 12" where they have neither. */
export async function rowNames(
  { document, engine, tableName }: QueryProject,
  table: Table,
  ids: readonly number[],
  signal?: AbortSignal,
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const said = [
    table.columns.find(({ role }) => role === 'time'),
    table.columns.find(({ role }) => role === 'dimension'),
  ].filter((column) => column !== undefined);
  const selected = join([trusted('"_id"'), ...said.map(({ id }) => name(id))], ', ');
  const kept = join(
    ids.map((id) => trusted(String(Math.trunc(id)))),
    ', ',
  );
  const rows = await engine.rows(
    sql`SELECT ${selected} FROM ${trusted(tableName(table.id))} WHERE "_id" IN (${kept})`,
    signal,
  );
  return new Map(
    rows.map(([id, ...cells]) => {
      const words = said.map((column, i) => cellText(document, column, cells[i] ?? null)).filter(Boolean);
      return [Number(id), words.join(', ') || `row ${id}`];
    }),
  );
}
