import type { Column, Table } from '../model/table.ts';
import { columnOf, columnOfRole, timeColumn } from './columns.ts';
import type { Condition } from './condition.ts';
import { conditionSql } from './conditionSql.ts';
import type { QuerySpec } from './query.ts';
import { join, name, type SqlText, sql, trusted, where } from './sql.ts';
import { hasVintages, keyColumns, knownOn, pickVintage } from './vintageSql.ts';

/** How a statement answers: the columns it groups by, and those whose codes it lists for the check of parents and parts. */
export interface CellQuery extends SqlText {
  /** Key columns of the query, each once, as they are stored; the level is applied to the cells afterwards. */
  readonly groups: readonly Column[];
  /** Columns that a sum must not run over two values of (definition, unit), and the status: grouped as well. */
  readonly hidden: readonly Column[];
  readonly listed: readonly Column[];
  /** The time column, where its extent is answered because it is not grouped. */
  readonly extent: Column | undefined;
  /** Equal for statements that aggregate one column over the same rows. */
  readonly scope: string;
  /** Whether cells know sums, or the least or the greatest value, beside the counts. */
  readonly kept: 'sum' | 'least' | 'most' | 'counts';
}

export interface CellOptions {
  /** The quoted table of the engine. */
  tableName: string;
  fiscalYearStart: number;
  /** What else is kept: the selections of other views. */
  conditions: readonly Condition[];
  /** Columns to group by beside the keys: a brushed column, the time of a calculation. */
  also?: readonly Column[];
}

/**
 * A query as one statement that answers cells: for each combination of the key columns what the aggregate needs (`sum`, `least` or `most`), `count` and `rows`.
 * Period columns are grouped as stored and brought to their level afterwards, which costs a few hundred cells and tells which months are missing.
 * A table without vintages, definitions, units and hierarchies is one plain GROUP BY; one with vintages first picks one printing a key.
 * Identifiers are ids of columns that exist, values are parameters.
 */
export function toSql(spec: QuerySpec, table: Table, options: CellOptions): CellQuery {
  const measure = columnOf(table, spec.measure.column);
  const keys = spec.keys.map(({ column }) => columnOf(table, column));
  const groups = [...new Set([...keys, ...(options.also ?? [])])];
  const hidden = ['definition', 'unit', 'status']
    .map((role) => columnOfRole(table, role as Column['role']))
    .filter((column) => column !== undefined)
    .filter((column) => !groups.includes(column));
  const summed = spec.measure.aggregate === 'sum';
  const listed = table.columns.filter(
    (column) =>
      summed &&
      column.role === 'dimension' &&
      (column.parents !== undefined || column.groups !== undefined) &&
      !groups.includes(column) &&
      !isFixed(column, options.conditions),
  );
  const time = timeColumn(table);
  const extent = time && summed && !groups.includes(time) ? time : undefined;

  const grouped = [...groups, ...hidden].map(({ id }) => name(id));
  const selected = [
    ...grouped,
    ...aggregates(measure, spec.measure.aggregate),
    ...listed.map(
      (column, i) => sql`array_to_string(list(DISTINCT ${name(column.id)}), chr(31)) AS ${name(`list:${i}`)}`,
    ),
    ...(extent ? extentOf(extent) : []),
  ];
  const needed = new Set([
    measure,
    ...groups,
    ...hidden,
    ...listed,
    ...(extent ? [extent] : []),
    ...options.conditions.map(({ column }) => columnOf(table, column)),
  ]);
  const from = rowsOf(spec, table, [...needed], options);
  const groupBy = grouped.length > 0 ? sql` GROUP BY ${join(grouped, ', ')}` : trusted('');
  const statement = sql`SELECT ${join(selected, ', ')} FROM ${from}${groupBy}`;
  const { asOf, vintage } = spec;
  const scope = JSON.stringify([options.tableName, measure.id, asOf, vintage, options.conditions]);
  return {
    ...statement,
    groups,
    hidden,
    listed,
    extent,
    scope,
    kept: keptOf(measure, spec.measure.aggregate),
  };
}

/** The rows that a query reads, as something that can stand after FROM: one printing a key, filtered. */
export function rowsOf(
  spec: Pick<QuerySpec, 'asOf' | 'vintage'>,
  table: Table,
  needed: readonly Column[],
  { tableName, fiscalYearStart, conditions }: CellOptions,
): SqlText {
  const written = conditions.map((condition) => {
    const column = columnOf(table, condition.column);
    return { column, text: conditionSql(condition, column, fiscalYearStart) };
  });
  const from = trusted(tableName);
  if (!hasVintages(table)) return sql`${from}${where(written.map(({ text }) => text))}`;
  // A filter on the key commutes with the pick, one on source or release asks for that source's own figures: both go first.
  // The others (a status, a value) are about the figure that was picked.
  const before = new Set([...keyColumns(table), ...table.columns.filter(isOfRelease)]);
  const first = written.filter(({ column }) => before.has(column)).map(({ text }) => text);
  const then = written.filter(({ column }) => !before.has(column)).map(({ text }) => text);
  const known = knownOn(table, spec.asOf);
  const kept = known ? [...first, known] : first;
  return sql`${pickVintage(table, spec.vintage, { from, kept, needed })}${where(then)}`;
}

function isOfRelease({ role }: Column): boolean {
  return role === 'source' || role === 'vintage';
}

function isFixed(column: Column, conditions: readonly Condition[]): boolean {
  return conditions.some(
    (condition) => condition.column === column.id && 'oneOf' in condition && condition.oneOf.length === 1,
  );
}

function keptOf({ type }: Column, aggregate: QuerySpec['measure']['aggregate']): CellQuery['kept'] {
  if (type !== 'number' || aggregate === 'count') return 'counts';
  if (aggregate === 'min') return 'least';
  return aggregate === 'max' ? 'most' : 'sum';
}

/** Only what the aggregate is worked out from: each further one costs a tenth of the scan. */
function aggregates(measure: Column, aggregate: QuerySpec['measure']['aggregate']): SqlText[] {
  const at = name(measure.id);
  const counts = [sql`count(${at}) AS "count"`, trusted('count(*) AS "rows"')];
  const kept = keptOf(measure, aggregate);
  if (kept === 'counts') return counts;
  const take = { sum: 'sum', least: 'min', most: 'max' }[kept];
  return [sql`${trusted(take)}(${at}) AS ${name(kept)}`, ...counts];
}

/** Whether the cells of one statement tell all that those of another, coarser one would. */
export function contains(finer: CellQuery, coarser: CellQuery): boolean {
  const known = new Set([...finer.groups, ...finer.hidden]);
  return (
    finer.scope === coarser.scope &&
    (coarser.kept === 'counts' || coarser.kept === finer.kept) &&
    coarser.listed.length === 0 &&
    coarser.extent === finer.extent &&
    [...coarser.groups, ...coarser.hidden].every((column) => known.has(column))
  );
}

function extentOf({ id }: Column): SqlText[] {
  const at = name(id);
  return [
    sql`min(${at}) AS "first"`,
    sql`max(${at}) AS "last"`,
    sql`min(${at} % 1000) AS "shortest"`,
    sql`max(${at} % 1000) AS "longest"`,
  ];
}
