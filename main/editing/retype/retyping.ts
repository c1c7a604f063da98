import type { RetypeReport } from '../../../shared/contract/columns.ts';
import type { Column, ColumnType, PeriodSpelling } from '../../../shared/model/table.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { identifier, type Statement } from '../../engine/engine.ts';
import { objectList } from '../../project/listParameter.ts';
import type { CellValue } from '../../project/rowEffects.ts';
import type { Run } from '../../project/run.ts';
import { sqlType } from '../../project/sqlType.ts';
import { isText, periodName, readingOf } from './readings.ts';

/** Places and texts that a report names. */
const MOST = 100;
/** Readings that a report shows, so that a person sees how "2024-25" was understood. */
const EXAMPLES = 6;

export interface Retyping {
  /** `_id`, `was` and `value`, of every row. */
  readonly cells: Statement;
  /** Of the periods that texts became. */
  readonly spelling: PeriodSpelling | undefined;
}

/**
 * How a column's cells read as another type. The engine does the work; JavaScript sees the different values that it cannot read itself,
 * never the rows.
 */
export async function retyping(
  run: Run,
  table: string,
  column: Column,
  to: ColumnType,
  fiscalYearStart: number,
): Promise<Retyping> {
  const at = identifier(column.id);
  const texts = (what: string) => `SELECT DISTINCT c FROM (SELECT ${at} AS c FROM ${table}) WHERE ${what}`;
  let spelling: PeriodSpelling | undefined;
  if (to === 'period' && isText(column.type)) {
    const all = await run({ sql: texts('c IS NOT NULL') });
    spelling = columnSpelling(all.map(([text]) => String(text))) ?? undefined;
  }
  const { sql, read } = readingOf(column, to, { fiscalYearStart, spelling });
  const type = sqlType(to);
  const known = sql ? `CAST(${sql} AS ${type})` : `CAST(NULL AS ${type})`;
  const rows = `SELECT _id, ${at} AS c FROM ${table}`;
  if (!read) return { cells: { sql: `SELECT _id, c AS was, ${known} AS value FROM (${rows})` }, spelling };
  const odd = await run({ sql: texts(sql ? `c IS NOT NULL AND (${sql}) IS NULL` : 'c IS NOT NULL') });
  const pairs = odd.flatMap(([was = null]) => {
    const value = was === null ? null : read(was);
    return value === null ? [] : [{ k: was, v: value }];
  });
  const list = objectList({ k: sqlType(column.type), v: type });
  return {
    cells: {
      sql: `SELECT _id, c AS was, coalesce(${known}, m.v) AS value FROM (${rows}) LEFT JOIN (${list}) m ON m.k = c`,
      values: [JSON.stringify(pairs)],
    },
    spelling,
  };
}

/** What would be lost, and how the rest would read. */
export async function retypeReport(
  run: Run,
  table: string,
  column: Column,
  to: ColumnType,
  fiscalYearStart: number,
): Promise<RetypeReport> {
  const { cells, spelling } = await retyping(run, table, column, to, fiscalYearStart);
  const all = `WITH cells AS MATERIALIZED (${cells.sql}) `;
  const values = cells.values ?? [];
  const [counts = []] = await run({
    sql: `${all}SELECT count(was), count(value), count(was) FILTER (WHERE ${losesZeros(column, to)}), any_value(was) FILTER (WHERE ${losesZeros(column, to)}) FROM cells`,
    values,
  });
  const [filled = 0, fits = 0, zeros = 0, zeroExample = null] = counts;
  const before = (value: CellValue) => words(column, value, fiscalYearStart);
  const after = { ...column, type: to, spelling };
  const examples = await run({
    sql: `${all}SELECT was, any_value(value) FROM cells WHERE value IS NOT NULL GROUP BY 1 ORDER BY min(_id) LIMIT ${EXAMPLES}`,
    values,
  });
  const lost = Number(filled) - Number(fits);
  const report: RetypeReport = {
    cells: Number(filled),
    lost,
    zeros: { cells: Number(zeros), ...(zeroExample !== null && { example: String(zeroExample) }) },
    examples: examples.map(([was = null, value = null]) => ({
      from: before(was),
      to: words(after, value, fiscalYearStart),
    })),
    texts: [],
    places: [],
  };
  if (lost === 0) return report;
  const misfit = 'FROM cells WHERE was IS NOT NULL AND value IS NULL';
  const texts = await run({
    sql: `${all}SELECT was, count(*) ${misfit} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
    values,
  });
  const places = await run({
    sql:
      `${all}, lost AS (SELECT _id, was ${misfit} ORDER BY _id LIMIT ${MOST}), ` +
      `places AS (SELECT _id, _line, row_number() OVER (ORDER BY _id) AS n FROM ${table}) ` +
      'SELECT n, _line, was FROM lost JOIN places USING (_id) ORDER BY n',
    values,
  });
  return {
    ...report,
    texts: texts.map(([was = null, count]) => ({ text: before(was), count: Number(count) })),
    places: places.map(([row, line, was = null]) => ({
      row: Number(row),
      ...(typeof line === 'number' && { line }),
      text: before(was),
    })),
  };
}

/** 007 becomes 7: a code loses its zeros. */
function losesZeros(column: Column, to: ColumnType): string {
  return isText(column.type) && to === 'number' ? `regexp_matches(was, '^\\s*0[0-9]')` : 'false';
}

function words(column: Column, value: CellValue, fiscalYearStart: number): string {
  if (value === null) return '';
  if (column.type === 'period') return periodName(column, Number(value), fiscalYearStart);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
