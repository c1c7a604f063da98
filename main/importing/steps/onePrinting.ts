import type { Column, Table } from '../../../shared/model/table.ts';
import { trusted } from '../../../shared/views/sql.ts';
import { hasVintages, pickVintage } from '../../../shared/views/vintageSql.ts';
import { inlineSql } from './inlineSql.ts';

/** One printing of each figure, picked as the views do. The rows as they are where the columns tell no printings apart. In no order. */
export function onePrinting(
  sql: string,
  columns: readonly Column[],
  sourceRank: readonly string[],
  vintage: 'latest' | 'first',
): string {
  const table = tableOf(columns, sourceRank);
  if (!hasVintages(table)) return sql;
  const from = trusted(`(SELECT *, row_number() OVER () AS "_id" FROM (${sql}))`);
  const picked = inlineSql(pickVintage(table, vintage, { from, kept: [], needed: columns }));
  return `SELECT * FROM ${picked}`;
}

/** Columns under way as the table that the views' rules look at. */
export function tableOf(columns: readonly Column[], sourceRank: readonly string[], title = ''): Table {
  return {
    id: 'underway',
    title,
    kind: 'data',
    columns: [...columns],
    rowCount: 0,
    sourceRank: [...sourceRank],
    revision: 0,
  };
}
