import type { AggregateLevel, HowToAggregate } from '../../../shared/model/combineSteps.ts';
import type { Column } from '../../../shared/model/table.ts';
import { periodAtLevel } from '../../../shared/periods/periodAtLevel.ts';
import { identifier } from '../../engine/engine.ts';
import type { StepContext } from './step.ts';

export interface AggregateKey {
  column: Column;
  level: AggregateLevel;
}
export interface AggregateValue {
  column: Column;
  how: HowToAggregate;
  name: string | undefined;
}
export interface Grouping {
  keys: readonly AggregateKey[];
  time: Column | undefined;
  /** The rest of a figure's key but for time: what is added up in a group are such series. */
  series: readonly Column[];
  values: readonly AggregateValue[];
}

export interface BaseRows {
  /** The rows that have a place in a group: the columns, the keys at their level as `_g0`, `_g1`, ..., `_at` to tell rows apart. */
  table: string;
  rows: number;
  /** Rows whose period does not lie within one of the wished level, and those without any. */
  tooLong: number;
  noPeriod: number;
}

export async function baseRows(
  sql: string,
  columns: readonly Column[],
  { keys }: Grouping,
  context: StepContext,
): Promise<BaseRows> {
  const all = context.helperTable();
  await context.run(
    `CREATE TABLE ${all} AS SELECT ${columns.map(({ id }) => identifier(id)).join(', ') || '1'}, row_number() OVER () AS _at FROM (${sql})`,
  );
  const fields: string[] = [];
  const joins: string[] = [];
  const lost: string[] = [];
  const missing: string[] = [];
  for (const [i, { column, level }] of keys.entries()) {
    const at = `t.${identifier(column.id)}`;
    if (level === 'asIs') {
      fields.push(`${at} AS _g${i}`);
      continue;
    }
    const map = await levelMap(all, column, level, context);
    joins.push(`LEFT JOIN ${map} m${i} ON m${i}.code = ${at}`);
    fields.push(`m${i}.level AS _g${i}`);
    lost.push(`(${at} IS NOT NULL AND m${i}.level IS NULL)`);
    missing.push(`${at} IS NULL`);
  }
  const table = context.helperTable();
  const from = `${all} t ${joins.join(' ')}`;
  const out = [...lost, ...missing].join(' OR ') || 'false';
  await context.run(
    `CREATE TABLE ${table} AS SELECT ${['t.*', ...fields].join(', ')} FROM ${from} WHERE NOT (${out})`,
  );
  const [[kept = 0, tooLong = 0, noPeriod = 0] = []] = await context.rows(
    `SELECT count(*) FILTER (NOT (${out})), count(*) FILTER (${lost.join(' OR ') || 'false'}), count(*) FILTER (${missing.join(' OR ') || 'false'}) FROM ${from}`,
  );
  return { table, rows: Number(kept), tooLong: Number(tooLong), noPeriod: Number(noPeriod) };
}

/** Each period of the column with the period of the level that holds it; none where it lies in no single one. */
async function levelMap(
  table: string,
  column: Column,
  level: AggregateLevel,
  context: StepContext,
): Promise<string> {
  const codes = await context.rows(
    `SELECT DISTINCT ${identifier(column.id)} FROM ${table} WHERE ${identifier(column.id)} IS NOT NULL`,
  );
  const map = context.helperTable();
  await context.run(`CREATE TABLE ${map} (code INTEGER, level INTEGER)`);
  const pairs = codes.map(([code]) => {
    const found = periodAtLevel(Number(code), level, context.fiscalYearStart);
    return `(${Number(code)}, ${found < 0 ? 'NULL' : found})`;
  });
  for (let from = 0; from < pairs.length; from += 1000)
    await context.run(`INSERT INTO ${map} VALUES ${pairs.slice(from, from + 1000).join(', ')}`);
  return map;
}

/** The key that is time brought to a level at which a period can be incomplete. */
export function coarseKey({ keys, time }: Grouping): number {
  return keys.findIndex(({ column, level }) => column === time && level !== 'asIs' && level !== 'month');
}

/**
 * One row a group: `_g0` ..., the values `_v0` ..., of each how many cells had a figure `_n0` ..., how many rows there were `_rows`, and `_c0` ...:
 * the months that the series with the fewest covers (of `last`: whether its last period ends the period, as 1 or 0), null where nothing is to be complete.
 */
export function coverSql(base: string, grouping: Grouping): string {
  const { keys, series, time, values } = grouping;
  const groups = keys.map((_, i) => `_g${i}`);
  const seriesIds = series.map(({ id }) => identifier(id));
  const coarse = coarseKey(grouping);
  const by = (names: readonly string[]) => (names.length > 0 ? ` GROUP BY ${names.join(', ')}` : '');
  const own = values.map(
    ({ column, how }, i) =>
      `${valueSql(column, how, time)} AS _w${i}, count(${identifier(column.id)}) AS _n${i}`,
  );
  const plain = `SELECT ${[...groups, ...own, 'count(*) AS _rows'].join(', ')} FROM ${base}${by(groups)}${groups.length === 0 ? ' HAVING count(*) > 0' : ''}`;
  if (coarse < 0 || !time) {
    const fields = values.map((_, i) => `_w${i} AS _v${i}, _n${i}, CAST(NULL AS INTEGER) AS _c${i}`);
    return `SELECT ${[...groups, ...fields, '_rows'].join(', ')} FROM (${plain})`;
  }
  const at = identifier(time.id);
  const level = `_g${coarse}`;
  const filled = values.map(({ column }, i) => `count(${identifier(column.id)}) > 0 AS _f${i}`);
  const periods = `SELECT ${[...groups, ...seriesIds, at, ...filled].join(', ')} FROM ${base}${by([...groups, ...seriesIds, at])}`;
  const end = (code: string) => `(${code} // 1000 + ${code} % 1000)`;
  const covered = values.map(({ how }, i) =>
    how === 'last'
      ? `CASE WHEN bool_or(_f${i}) THEN CAST(max(${end(at)}) FILTER (_f${i}) = ${end(level)} AS INTEGER) END AS _m${i}`
      : `CAST(sum(${at} % 1000) FILTER (_f${i}) AS INTEGER) AS _m${i}`,
  );
  const each = `SELECT ${[...groups, ...covered].join(', ')} FROM (${periods})${by([...groups, ...seriesIds])}`;
  const least = values.map((_, i) => `min(_m${i}) AS _c${i}`);
  const whole = `SELECT ${[...groups, ...least].join(', ')} FROM (${each})${by(groups)}`;
  const on = groups.map((name) => `p.${name} IS NOT DISTINCT FROM w.${name}`).join(' AND ') || 'true';
  const fields = values.map(({ how }, i) => {
    if (how === 'count') return `p._w${i} AS _v${i}, p._n${i}, CAST(NULL AS INTEGER) AS _c${i}`;
    const complete = how === 'last' ? `w._c${i} = 1` : `w._c${i} >= p.${level} % 1000`;
    return `CASE WHEN ${complete} THEN p._w${i} END AS _v${i}, p._n${i}, w._c${i}`;
  });
  return `SELECT ${[...groups.map((name) => `p.${name}`), ...fields, 'p._rows'].join(', ')} FROM (${plain}) p JOIN (${whole}) w ON ${on}`;
}

function valueSql(column: Column, how: HowToAggregate, time: Column | undefined): string {
  const at = identifier(column.id);
  switch (how) {
    case 'mean':
      return `avg(${at})`;
    case 'count':
      return `CAST(count(${at}) AS DOUBLE)`;
    case 'last':
      return `arg_max(${at}, struct_pack(p := ${time ? identifier(time.id) : '0'}, at := _at)) FILTER (${at} IS NOT NULL)`;
    default:
      return `${how}(${at})`;
  }
}
