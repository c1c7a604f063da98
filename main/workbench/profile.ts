import type { CallResult } from '../../shared/contract/index.ts';
import type { CellValue } from '../../shared/contract/vectors.ts';
import type { Column } from '../../shared/model/table.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import { columnOf } from '../../shared/views/columns.ts';
import { name, sql, trusted } from '../../shared/views/sql.ts';
import { type QueryProject, tableOf } from './runQuery.ts';

type Profile = CallResult<'tables.profile'>;

/** The most bars of a histogram. */
const BARS = 12;

/** What a column holds. Least and most of texts are by code point; periods are canonical text; a histogram for numbers only. */
export async function profile(
  project: QueryProject,
  asked: { table: string; column: string },
  signal?: AbortSignal,
): Promise<Profile> {
  const { engine } = project;
  const table = tableOf(project.document, asked.table);
  const column = columnOf(table, asked.column);
  const at = name(column.id);
  const from = trusted(project.tableName(table.id));
  const median =
    column.type === 'number' || column.type === 'period' ? sql`quantile_disc(${at}, 0.5)` : trusted('NULL');
  const statement = sql`SELECT count(${at}), count(*) - count(${at}), count(DISTINCT ${at}), min(${at}), ${median}, max(${at}) FROM ${from}`;
  const [row = []] = await engine.rows(statement, signal);
  const [values, missing, distinct, least = null, middle = null, most = null] = row;
  const numbers = column.type === 'number' && typeof least === 'number' && typeof most === 'number';
  return {
    values: Number(values),
    missing: Number(missing),
    distinct: Number(distinct),
    least: asText(column, least),
    median: asText(column, middle),
    most: asText(column, most),
    histogram: numbers ? await histogram(project, table.id, column, least, most, signal) : [],
  };
}

async function histogram(
  { engine, tableName }: QueryProject,
  table: string,
  { id }: Column,
  least: number,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Profile['histogram']> {
  const at = name(id);
  const width = (most - least) / BARS;
  if (!(width > 0) || !Number.isFinite(width)) {
    const [[count = 0] = []] = await engine.rows(
      sql`SELECT count(${at}) FROM ${trusted(tableName(table))}`,
      signal,
    );
    return [{ from: least, to: most, count: Number(count) }];
  }
  const bar = {
    sql: `least(CAST(floor((${at.sql} - ?) / ?) AS INTEGER), ${BARS - 1})`,
    values: [least, width],
  };
  const statement = sql`SELECT ${bar} AS bar, count(*) FROM ${trusted(tableName(table))} WHERE ${at} IS NOT NULL GROUP BY bar`;
  const counts = new Map(
    (await engine.rows(statement, signal)).map(([i, count]) => [Number(i), Number(count)]),
  );
  return Array.from({ length: BARS }, (_, i) => ({
    from: least + i * width,
    to: i === BARS - 1 ? most : least + (i + 1) * width,
    count: counts.get(i) ?? 0,
  }));
}

/** A value as text: periods canonical, so that filters can use it. */
export function asText({ type }: Column, cell: CellValue): string | null {
  if (cell === null) return null;
  return type === 'period' && typeof cell === 'number' ? periodText(cell) : String(cell);
}
