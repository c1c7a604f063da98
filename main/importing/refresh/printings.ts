import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { type Comparison, textOrNull } from './comparison.ts';
import { differs, fields, sameIn } from './releaseTables.ts';

/** The rows of the newer file that are added, numbered after those that are there. */
export function printingsToAdd(comparison: Comparison): string {
  const { loaded } = comparison;
  const rows = loaded.datesInRows ? datedPrintings(comparison) : newFigures(comparison);
  return `SELECT ${loaded.lastRow} + row_number() OVER (ORDER BY _id) AS _id, * EXCLUDE (_id) FROM (${rows})`;
}

/** A file that dates its rows: those that are not there yet in every part. */
function datedPrintings({ scratch, loaded }: Comparison): string {
  return `SELECT n.* FROM ${scratch.name('newer')} n ANTI JOIN ${scratch.name('inFile')} f ON ${sameIn('n', 'f', loaded.shared)}`;
}

/** A file of one date: figures that are not there, or that stand otherwise in the printing before it. */
function newFigures({ scratch, table, loaded, answers, released }: Comparison): string {
  const { keys, measures, beside, vintage, source } = loaded.columns;
  const shared = (column: Column) =>
    loaded.shared.includes(column) || loaded.shared.some(({ id }) => id === column.id);
  const told = source && shared(source) ? [...keys, source] : keys;
  const keep = answers.vanished === 'keep';
  const n = (column: Column) => `n.${identifier(column.id)}`;
  const f = (column: Column) => `f.${identifier(column.id)}`;
  // An empty cell takes no figure away unless that is what was decided.
  const figureChanged = measures
    .filter(shared)
    .map(
      (column) => `(${keep ? `${n(column)} IS NOT NULL AND ` : ''}${differs(n(column), f(column), column)})`,
    );
  const restated = beside.filter(shared).map((column) => differs(n(column), f(column), column));
  const hasFigure = measures.map((column) => `${n(column)} IS NOT NULL`).join(' OR ');
  const hadNone = measures.map((column) => `${f(column)} IS NULL`).join(' AND ');
  // A figure that is taken anew is in no printing yet.
  const isNew = loaded.added
    .filter((column) => measures.includes(column))
    .map((column) => `${n(column)} IS NOT NULL`);
  const changed = [...isNew, ...figureChanged, ...restated].join(' OR ') || 'false';
  const columns = table.columns.map((column) => {
    const at = identifier(column.id);
    if (column.id === vintage?.id) return `${textOrNull(released)} AS ${at}`;
    const isMeasure = measures.includes(column);
    // What the file does not say of a figure's source is that of the printing before.
    const filled = (isMeasure && keep) || column.id === source?.id;
    return `${filled ? `coalesce(${n(column)}, ${f(column)})` : n(column)} AS ${at}`;
  });
  return (
    `SELECT n._id, n._line, ${columns.join(', ')} FROM ${scratch.name('newer')} n LEFT JOIN (${printingBefore({ scratch, loaded, released }, told)}) f ON ${sameIn('n', 'f', told)} ` +
    `WHERE f._id IS NULL OR ((${changed})${keep ? ` AND (${hasFigure} OR (${hadNone}))` : ''})`
  );
}

/** Of each figure the printing that was out when the newer file came. */
function printingBefore(
  { scratch, loaded, released }: Pick<Comparison, 'scratch' | 'loaded' | 'released'>,
  told: readonly Column[],
): string {
  const { vintage } = loaded.columns;
  const rows = scratch.name('inFile');
  if (!vintage) return `SELECT * FROM ${rows}`;
  const at = identifier(vintage.id);
  const known =
    released === null ? 'true' : `(${at} IS NULL OR ${fullDay(at)} <= ${fullDay(textOrNull(released))})`;
  return `SELECT * FROM ${rows} WHERE ${known} QUALIFY row_number() OVER (PARTITION BY ${fields(told)} ORDER BY ${fullDay(at)} DESC NULLS LAST, _id DESC) = 1`;
}

/** A month or a year counts from its last day, as queries count it. */
function fullDay(text: string): string {
  return `CASE length(${text}) WHEN 7 THEN ${text} || '-31' WHEN 4 THEN ${text} || '-12-31' ELSE ${text} END`;
}

/** Figures that the newer file no longer has, printed as empty from its release on. */
export function emptyPrintings({ scratch, table, loaded, released }: Comparison, from: number): string {
  const { keys, measures, vintage } = loaded.columns;
  const gone = measures.map(
    ({ id }) => `(b.${identifier(id)} IS NOT NULL AND coalesce(n.${identifier(id)}, 0) = 0)`,
  );
  const columns = table.columns.map((column) => {
    const at = identifier(column.id);
    if (column.id === vintage?.id) return `${textOrNull(released)} AS ${at}`;
    if (!measures.includes(column)) return `b.${at} AS ${at}`;
    return `CASE WHEN coalesce(n.${at}, 0) > 0 THEN b.${at} END AS ${at}`;
  });
  return (
    `SELECT ${from} + row_number() OVER (ORDER BY b._id) AS _id, CAST(NULL AS INTEGER) AS _line, ${columns.join(', ')} FROM ${scratch.name('before')} b ` +
    `LEFT JOIN ${scratch.name('newerKeys')} n ON ${sameIn('b', 'n', keys)} WHERE b._line IS NOT NULL AND (${gone.join(' OR ')})`
  );
}
