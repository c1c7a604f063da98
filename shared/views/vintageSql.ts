import type { Column, Table } from '../model/table.ts';
import { columnOfRole, columnsOfRole } from './columns.ts';
import type { QuerySpec } from './query.ts';
import { join, name, type SqlText, sql, trusted, value, where } from './sql.ts';

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

/** What stands after FROM in place of a table's rows once one printing of each key is picked; `kept` are the conditions that come before the pick. */
export interface Pick {
  from: SqlText;
  kept: readonly SqlText[];
  needed: readonly Column[];
}

/**
 * One printing of each key: the highest-ranked source, of it the latest release (`first`: the earliest), of those the last row entered
 * (`first`: the first). Releases without a date come last. An aggregate and no window: it takes half the time at a million rows, a quarter at a hundred.
 */
export function pickVintage(
  table: Table,
  vintage: QuerySpec['vintage'],
  { from, kept, needed }: Pick,
): SqlText {
  const keys = keyColumns(table);
  const inKey = new Set(keys);
  const own = needed.filter((column) => inKey.has(column)).map(({ id }) => name(id));
  const other = needed.filter((column) => !inKey.has(column)).map(({ id }) => name(id));
  const picked =
    other.length === 0
      ? []
      : [
          sql`${trusted(vintage === 'first' ? 'arg_min' : 'arg_max')}(struct_pack(${join(
            other.map((column) => sql`${column} := ${column}`),
            ', ',
          )}), ${precedence(table, vintage)}) AS ${PICKED}`,
        ];
  const rows = sql`SELECT ${join([...own, ...picked], ', ')} FROM ${from}${where(kept)}`;
  const grouped =
    keys.length > 0
      ? sql`${rows} GROUP BY ${join(
          keys.map(({ id }) => name(id)),
          ', ',
        )}`
      : sql`${rows} HAVING count(*) > 0`;
  const columns = [...own, ...other.map((column) => sql`${PICKED}.${column} AS ${column}`)];
  return sql`(SELECT ${join(columns, ', ')} FROM (${grouped}))`;
}

/** No id of a column holds a colon. */
const PICKED = name('picked:');

/** What the picked printing is greatest in (`first`: least). */
function precedence(table: Table, vintage: QuerySpec['vintage']): SqlText {
  const released = columnOfRole(table, 'vintage');
  const first = vintage === 'first';
  const order: SqlText[] = [];
  const rank = sourceRank(table);
  if (rank) order.push(first ? rank : sql`-${rank}`);
  if (released) {
    const missing = trusted(first ? 'IS NULL' : 'IS NOT NULL');
    order.push(sql`${name(released.id)} ${missing}`, sql`coalesce(${releaseDay(released)}, '')`);
  }
  order.push(trusted('"_id"'));
  return sql`row(${join(order, ', ')})`;
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
export function releaseDay({ id }: Column): SqlText {
  const at = name(id);
  return sql`CASE length(${at}) WHEN 7 THEN ${at} || '-31' WHEN 4 THEN ${at} || '-12-31' ELSE ${at} END`;
}

export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? `${date}-31` : date;
}

function sourceRank(table: Table): SqlText | null {
  const source = columnOfRole(table, 'source');
  if (!source || table.sourceRank.length === 0) return null;
  const ranks = table.sourceRank.map((title, i) => sql`WHEN ${value(title)} THEN ${trusted(String(i))}`);
  return sql`(CASE ${name(source.id)} ${join(ranks, ' ')} ELSE ${trusted(String(ranks.length))} END)`;
}
