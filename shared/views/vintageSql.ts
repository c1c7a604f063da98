import type { Column, Table } from '../model/table.ts';
import { columnOfRole, columnsOfRole } from './columns.ts';
import type { QuerySpec } from './query.ts';
import { join, name, type SqlText, sql, trusted, value } from './sql.ts';

/** The key of a figure: what must be equal for two rows to be printings of one figure. */
export function keyColumns(table: Table): Column[] {
  return columnsOfRole(table, 'dimension', 'definition', 'unit', 'time');
}

/**
 * Whether the table can hold several printings of one figure, so that one must be picked before anything is added: it knows when a
 * figure was released, or who printed it with which status (a list of releases without dates, whose order is the order of the file).
 */
export function hasVintages(table: Table): boolean {
  if (columnOfRole(table, 'vintage')) return true;
  const source = columnOfRole(table, 'source');
  return source !== undefined && (table.sourceRank.length > 0 || columnOfRole(table, 'status') !== undefined);
}

/**
 * QUALIFY that keeps one printing of each key: the highest-ranked source, of it the latest release (`first`: the earliest), of those the last
 * row entered (`first`: the first). Releases without a date come last. Nothing for a table without vintages.
 */
export function pickVintage(table: Table, vintage: QuerySpec['vintage']): SqlText {
  if (!hasVintages(table)) return trusted('');
  const released = columnOfRole(table, 'vintage');
  const order: SqlText[] = [];
  const rank = sourceRank(table);
  if (rank) order.push(rank);
  const direction = trusted(vintage === 'first' ? 'ASC' : 'DESC');
  if (released) order.push(sql`${releaseDay(released)} ${direction} NULLS LAST`);
  order.push(sql`"_id" ${direction}`);
  const keys = keyColumns(table).map(({ id }) => name(id));
  const partition = keys.length > 0 ? sql`PARTITION BY ${join(keys, ', ')} ` : trusted('');
  return sql` QUALIFY row_number() OVER (${partition}ORDER BY ${join(order, ', ')}) = 1`;
}

/** Keeps the releases known on a date. One without a date is not known to have been out, and is left out. */
export function knownOn(table: Table, asOf: string | undefined): SqlText | null {
  const released = columnOfRole(table, 'vintage');
  if (!released || asOf === undefined) return null;
  return sql`${releaseDay(released)} <= ${value(lastDay(asOf))}`;
}

/**
 * A release date as a full day, compared as text. A release of which only the month is known is taken as known from the last day of it
 * (of a year: from 31 December): an analyst must not be credited with figures that may not have been out yet.
 */
function releaseDay({ id }: Column): SqlText {
  const at = name(id);
  return sql`CASE length(${at}) WHEN 7 THEN ${at} || '-31' WHEN 4 THEN ${at} || '-12-31' ELSE ${at} END`;
}

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-31` : date;
}

function sourceRank(table: Table): SqlText | null {
  const source = columnOfRole(table, 'source');
  if (!source || table.sourceRank.length === 0) return null;
  const ranks = table.sourceRank.map((title, i) => sql`WHEN ${value(title)} THEN ${trusted(String(i))}`);
  return sql`CASE ${name(source.id)} ${join(ranks, ' ')} ELSE ${trusted(String(ranks.length))} END`;
}
