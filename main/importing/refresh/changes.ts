import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { sqlType } from '../../project/sqlType.ts';
import type { Comparison } from './comparison.ts';
import { isBeyondRounding } from './decimals.ts';
import { deletedFigures } from './deletedRows.ts';
import { differs, fields, sameIn } from './releaseTables.ts';

/** One row for each figure that differs: its key, the printing of today before and after, and what kind of difference it is. */
export function changes(comparison: Comparison): string {
  const { keys, measures } = comparison.loaded.columns;
  const parts = [
    ...measures.map((measure, i) => changesOf(comparison, measure, i === 0)),
    deletedFigures(comparison.scratch, keys, measures),
  ];
  return `SELECT row_number() OVER () AS n, * FROM (${parts.join(' UNION ALL ')}) WHERE kind IS NOT NULL`;
}

function changesOf({ scratch, loaded }: Comparison, measure: Column, isFirst: boolean): string {
  const { keys, beside } = loaded.columns;
  const at = identifier(measure.id);
  const [old, now] = [`b.${at}`, `a.${at}`];
  const time = keys.find(({ role }) => role === 'time');
  const period = time ? `k.${identifier(time.id)}` : 'NULL';
  const decimals = (side: string, alias: string) =>
    `LEFT JOIN ${scratch.name(`decimals_${side}`)} ${alias} ON ${alias}.measure = ${literal(measure.id)} AND ${alias}.period IS NOT DISTINCT FROM ${period}`;
  const restated = beside.map((column) => ({
    column,
    test: differs(`a.${identifier(column.id)}`, `b.${identifier(column.id)}`, column),
  }));
  const also = restated.map(
    ({ column, test }) =>
      `CASE WHEN b._id IS NOT NULL AND ${test} THEN ${literal(`${column.label ?? column.name}: `)} || coalesce(CAST(b.${identifier(column.id)} AS VARCHAR), 'nothing') || ', now ' || coalesce(CAST(a.${identifier(column.id)} AS VARCHAR), 'nothing') END`,
  );
  const kind = [
    // What was typed in is in no file, and is not missed there.
    `WHEN ${old} IS NOT NULL AND coalesce(n.${at}, 0) = 0 THEN CASE WHEN b._line IS NOT NULL THEN 'vanished' END`,
    'WHEN a._id = b._id THEN NULL',
    `WHEN (e.row IS NOT NULL OR (b._line IS NULL AND ${old} IS NOT NULL)) AND ${differs(now, old, measure)} THEN 'conflict'`,
    `WHEN ${old} IS NULL THEN CASE WHEN ${now} IS NOT NULL THEN 'new' END`,
    `WHEN ${isBeyondRounding(now, old, measure)} THEN 'revised'`,
    `WHEN ${differs(now, old, measure)} THEN 'restated'`,
    ...(isFirst && restated.length > 0
      ? [`WHEN ${restated.map(({ test }) => test).join(' OR ')} THEN 'restated'`]
      : []),
  ];
  return (
    `SELECT ${fields(keys, 'k')}, ${literal(measure.id)} AS "change:measure", b._id AS "change:before", a._id AS "change:after", CASE ${kind.join(' ')} END AS kind, ` +
    `${asNumber(old, measure)} AS "change:old", ${asNumber(`CASE WHEN kind = 'vanished' THEN NULL ELSE ${now} END`, measure)} AS "change:now", ` +
    `${asText(old, measure)} AS "change:oldText", ${asText(`CASE WHEN kind = 'vanished' THEN NULL ELSE ${now} END`, measure)} AS "change:nowText", ` +
    `${also.length > 0 ? `CASE WHEN kind = 'vanished' THEN '' ELSE concat_ws('; ', ${also.join(', ')}) END` : "''"} AS "change:also" ` +
    `FROM ${scratch.name('touched')} k LEFT JOIN ${scratch.name('before')} b ON ${sameIn('b', 'k', keys)} LEFT JOIN ${scratch.name('after')} a ON ${sameIn('a', 'k', keys)} ` +
    `LEFT JOIN ${scratch.name('newerKeys')} n ON ${sameIn('n', 'k', keys)} ${decimals('stored', 'o')} ${decimals('newer', 'd')} ` +
    `LEFT JOIN ${scratch.name('edits')} e ON e.row = b._id AND e.col = ${literal(measure.id)}`
  );
}

function asNumber(cell: string, { type }: Column): string {
  return type === 'number' || type === 'period' || type === 'boolean'
    ? `CAST(${cell} AS DOUBLE)`
    : 'CAST(NULL AS DOUBLE)';
}

function asText(cell: string, { type }: Column): string {
  return type === 'category' || type === 'text' ? `(${cell})` : 'CAST(NULL AS VARCHAR)';
}

/** True for conflicts that the user's own figure wins. */
export function isMine({ answers }: Pick<Comparison, 'answers'>): string {
  const { take, except } = answers.edits;
  const named = except.map(literal).join(', ');
  const isNamed = named
    ? `(CAST("change:before" AS VARCHAR) || ':' || "change:measure") IN (${named})`
    : 'false';
  return `kind = 'conflict' AND ${take === 'mine' ? `NOT ${isNamed}` : isNamed}`;
}

/** The user's figures as printings over those of the file: what the file says stays to be seen. */
export function mineOver(comparison: Comparison, from: number): string {
  const { scratch, table, loaded } = comparison;
  const { measures } = loaded.columns;
  const alias = (column: Column) => `c${measures.indexOf(column)}`;
  const joins = measures.map((column) => {
    const value = column.type === 'category' || column.type === 'text' ? '"change:oldText"' : '"change:old"';
    return `LEFT JOIN (SELECT "change:after" AS _id, CAST(${value} AS ${sqlType(column.type)}) AS mine FROM ${scratch.name('changes')} WHERE ${isMine(comparison)} AND "change:measure" = ${literal(column.id)}) ${alias(column)} ON ${alias(column)}._id = i._id`;
  });
  const columns = table.columns.map((column) => {
    const at = identifier(column.id);
    return measures.includes(column)
      ? `CASE WHEN ${alias(column)}._id IS NOT NULL THEN ${alias(column)}.mine ELSE i.${at} END AS ${at}`
      : `i.${at}`;
  });
  const any = measures.map((column) => `${alias(column)}._id IS NOT NULL`).join(' OR ');
  return `SELECT ${from} + row_number() OVER (ORDER BY i._id) AS _id, i._line, ${columns.join(', ')}, i._id AS "change:after" FROM ${scratch.name('inserts')} i ${joins.join(' ')} WHERE ${any}`;
}
