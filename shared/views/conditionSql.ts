import type { Column } from '../model/table.ts';
import { spanOf } from '../periods/period.ts';
import { type Condition, filterPeriod } from './condition.ts';
import { join, name, type SqlParameter, type SqlText, sql, trusted, value } from './sql.ts';

/**
 * A condition as SQL. Periods are compared by span: a range keeps what lies wholly within it, so July to March keeps months and
 * quarters of that time but not the year. `oneOf` on a period keeps exactly those codes.
 */
export function conditionSql(condition: Condition, column: Column, fiscalYearStart: number): SqlText {
  const at = name(column.id);
  if ('within' in condition) {
    if (condition.within.length === 0) return trusted('false');
    const spans = condition.within.map((code) => {
      const { start, months } = spanOf(code);
      return sql`(${at} >= ${value(start * 1000)} AND ${at} // 1000 + ${at} % 1000 <= ${value(start + months)})`;
    });
    return sql`(${join(spans, ' OR ')})`;
  }
  if ('fiscalMonths' in condition) {
    const months = condition.fiscalMonths.map((month) => value(month));
    if (months.length === 0) return trusted('false');
    return sql`(${at} % 1000 = 1 AND (${at} // 1000 + ${value(13 - fiscalYearStart)}) % 12 + 1 IN (${join(months, ', ')}))`;
  }
  if ('oneOf' in condition) return oneOf(at, condition.oneOf, column);
  if ('contains' in condition) {
    return sql`contains(lower(CAST(${at} AS VARCHAR)), lower(${value(condition.contains)}))`;
  }
  if ('least' in condition || 'most' in condition) {
    const { least, most } = condition as { least?: number; most?: number };
    return both(
      least === undefined ? null : sql`${at} >= ${value(least)}`,
      most === undefined ? null : sql`${at} <= ${value(most)}`,
    );
  }
  const { from, to } = condition as { from?: string; to?: string };
  if (column.type !== 'period') {
    return both(
      from === undefined ? null : sql`${at} >= ${value(from)}`,
      to === undefined ? null : sql`${at} <= ${value(to)}`,
    );
  }
  const end = to === undefined ? null : spanOf(filterPeriod(to));
  return both(
    from === undefined ? null : sql`${at} >= ${value(spanOf(filterPeriod(from)).start * 1000)}`,
    end && sql`${at} // 1000 + ${at} % 1000 <= ${value(end.start + end.months)}`,
  );
}

function both(first: SqlText | null, second: SqlText | null): SqlText {
  if (first && second) return sql`(${first} AND ${second})`;
  return first ?? second ?? trusted('true');
}

function oneOf(at: SqlText, wanted: readonly SqlParameter[], column: Column): SqlText {
  const known = wanted.filter((item) => item !== null).map((item) => value(asStored(item, column)));
  const missing = wanted.includes(null) ? sql`${at} IS NULL` : null;
  const listed = known.length > 0 ? sql`${at} IN (${join(known, ', ')})` : null;
  if (!missing && !listed) return trusted('false');
  return missing && listed ? sql`(${listed} OR ${missing})` : (listed ?? missing ?? trusted('false'));
}

/** A value of a filter as the column stores it: selections carry numbers and yes/no as text. */
function asStored(item: string | number | boolean, { type }: Column): SqlParameter {
  if (type === 'period') return typeof item === 'string' ? filterPeriod(item) : Number(item);
  if (type === 'number') return Number(item);
  if (type === 'boolean') return item === true || item === 'true';
  return String(item);
}
