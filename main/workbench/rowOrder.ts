import { Problem } from '../../shared/contract/problem.ts';
import type { Rows } from '../../shared/contract/tables.ts';
import { findById } from '../../shared/model/document.ts';
import type { Table } from '../../shared/model/table.ts';
import { parsePeriod } from '../../shared/periods/parsePeriod.ts';
import { columnOf } from '../../shared/views/columns.ts';
import { conditionSql } from '../../shared/views/conditionSql.ts';
import { join, name, type SqlText, sql, trusted, value, where } from '../../shared/views/sql.ts';
import type { QueryProject } from './runQuery.ts';

/** The rows that a grid shows, as parts of a statement. */
export interface RowOrder {
  readonly table: Table;
  /** The table and what is kept of it: stands after FROM. */
  readonly from: SqlText;
  /** ORDER BY with the row id last, so that equal rows keep their place from window to window. */
  readonly orderBy: SqlText;
}

export function rowOrder(
  { document, tableName }: QueryProject,
  { table: id, sort, where: filters, quick }: Rows,
): RowOrder {
  const table = findById(document.tables, id);
  if (!table) {
    throw new Problem({
      code: 'query.unknown-table',
      message: `There is no table "${id}".`,
      remedy: 'It may have been removed; undo brings it back.',
    });
  }
  const kept = filters.map((filter) =>
    conditionSql(filter, columnOf(table, filter.column), document.fiscalYearStart),
  );
  if (quick) kept.push(holds(table, quick, document.fiscalYearStart));
  const order = sort.map(({ column, descending }) => {
    // Missing values stand last either way: nobody looks for them first.
    const direction = trusted(descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST');
    return sql`${name(columnOf(table, column).id)} ${direction}`;
  });
  return {
    table,
    from: sql`${trusted(tableName(id))}${where(kept)}`,
    orderBy: sql` ORDER BY ${join([...order, trusted('"_id"')], ', ')}`,
  };
}

/** Rows where any text or category, as stored or as displayed, holds these letters, whatever their case, or a period is the one that they name. */
function holds(table: Table, quick: string, fiscalYearStart: number): SqlText {
  const letters = quick.toLowerCase();
  const tests = table.columns.flatMap(({ id, type, labels, spelling }) => {
    if (type === 'period') {
      const period = parsePeriod(quick, { fiscalYearStart, spelling });
      return period === null ? [] : [sql`${name(id)} = ${value(period)}`];
    }
    if (type !== 'text' && type !== 'category') return [];
    const named = Object.entries(labels ?? {}).filter(([, label]) => label.toLowerCase().includes(letters));
    const codes = named.map(([code]) => value(code));
    const stored = sql`contains(lower(${name(id)}), ${value(letters)})`;
    return codes.length > 0 ? [stored, sql`${name(id)} IN (${join(codes, ', ')})`] : [stored];
  });
  return tests.length > 0 ? sql`(${join(tests, ' OR ')})` : trusted('false');
}
