import type { Column, Table } from '../../shared/model/table.ts';
import type { View } from '../../shared/model/view.ts';
import { type Condition, clauseConditions } from '../../shared/views/condition.ts';
import type { Clause, Selection } from '../../shared/views/query.ts';
import { identifier } from '../engine/engine.ts';
import { type QueryProject, tableOf } from './runQuery.ts';

/**
 * What a page's selection keeps for a view: the clauses of other views, on the same column, or across tables on a column of the
 * same concept. A clause on time reaches another table only where both hold periods of one length: nine months select no year.
 */
export async function selectionConditions(
  project: QueryProject,
  view: View,
  selection: Selection,
  signal?: AbortSignal,
): Promise<Condition[]> {
  if (!view.follows) return [];
  const table = tableOf(project.document, view.query.table);
  const conditions: Condition[] = [];
  for (const clause of selection) {
    if (clause.view === view.id) continue;
    const column = await answering(project, table, clause, signal);
    if (column) conditions.push(...clauseConditions(clause, column.id, column.type === 'period'));
  }
  return conditions;
}

/** The column of `table` that answers to a clause; undefined where none does. */
export async function answering(
  project: QueryProject,
  table: Table,
  clause: Pick<Clause, 'table' | 'column'>,
  signal?: AbortSignal,
): Promise<Column | undefined> {
  if (clause.table === table.id) return table.columns.find(({ id }) => id === clause.column);
  const other = project.document.tables.find(({ id }) => id === clause.table);
  const selected = other?.columns.find(({ id }) => id === clause.column);
  if (!other || !selected?.concept) return undefined;
  const column = table.columns.find(
    ({ concept, type }) => concept === selected.concept && type === selected.type,
  );
  if (column?.type !== 'period') return column;
  const [mine, theirs] = await Promise.all([
    periodLength(project, table, column, signal),
    periodLength(project, other, selected, signal),
  ]);
  return mine !== null && mine === theirs ? column : undefined;
}

/** By table as it is now: the document is immutable, so a change of rows makes another table object. */
const lengths = new WeakMap<Table, Map<string, number | null>>();

/** The length in months of all periods of a column; null where they differ or there are none. */
async function periodLength(
  { engine, tableName }: QueryProject,
  table: Table,
  column: Column,
  signal?: AbortSignal,
): Promise<number | null> {
  const known = lengths.get(table) ?? new Map<string, number | null>();
  lengths.set(table, known);
  const found = known.get(column.id);
  if (found !== undefined) return found;
  const at = identifier(column.id);
  const sql = `SELECT min(${at} % 1000), max(${at} % 1000) FROM ${tableName(table.id)}`;
  const [[least, most] = []] = await engine.rows({ sql }, signal);
  const length = typeof least === 'number' && least === most ? least : null;
  known.set(column.id, length);
  return length;
}
