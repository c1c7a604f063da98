import { Problem } from '../contract/problem.ts';
import { fiscalMonthOf, type PeriodCode, spanOf } from '../periods/period.ts';
import { periodOfText } from '../periods/periodText.ts';
import type { Clause, Filter } from './query.ts';

/** What a query keeps: a filter of its own, or what a selection in another view says about a period column. */
export type Condition =
  | Filter
  /** Periods that lie within one of these. */
  | { column: string; within: readonly PeriodCode[] }
  /** Months of the fiscal year, 1 to 12. */
  | { column: string; fiscalMonths: readonly number[] };

/** The canonical text of a filter as a period; a Problem where it is none. */
export function filterPeriod(text: string): PeriodCode {
  const code = periodOfText(text);
  if (code !== null) return code;
  throw new Problem({
    code: 'query.bad-period',
    message: `"${text}" is not a period.`,
    remedy: 'Write a month as 2025-03, a fiscal year as 2024-07/P12M.',
  });
}

/** What a clause of a selection keeps of the column `column`, which may be another table's of the same concept. */
export function clauseConditions(clause: Clause, column: string, isPeriod: boolean): Condition[] {
  const conditions: Condition[] = [];
  if (clause.range) conditions.push({ column, ...clause.range });
  if (clause.values && clause.level === 'fiscalMonth') {
    conditions.push({ column, fiscalMonths: clause.values.map(Number) });
  } else if (clause.values && isPeriod) {
    conditions.push({ column, within: clause.values.map(filterPeriod) });
  } else if (clause.values) {
    conditions.push({ column, oneOf: clause.values });
  }
  return conditions;
}

/** Whether a period passes; the same rules as `conditionSql`, for what is filtered after a calculation. */
export function keepsPeriod(condition: Condition, code: PeriodCode, fiscalYearStart: number): boolean {
  if ('within' in condition) return condition.within.some((outer) => within(code, outer, outer));
  if ('fiscalMonths' in condition) {
    const { start, months } = spanOf(code);
    return months === 1 && condition.fiscalMonths.includes(fiscalMonthOf(start, fiscalYearStart));
  }
  if ('oneOf' in condition) {
    return condition.oneOf.some((value) => typeof value === 'string' && filterPeriod(value) === code);
  }
  if ('contains' in condition || 'least' in condition || 'most' in condition) return true;
  const { from, to } = condition as { from?: string; to?: string };
  return within(
    code,
    from === undefined ? null : filterPeriod(from),
    to === undefined ? null : filterPeriod(to),
  );
}

function within(code: PeriodCode, from: PeriodCode | null, to: PeriodCode | null): boolean {
  const { start, months } = spanOf(code);
  if (from !== null && start < spanOf(from).start) return false;
  if (to === null) return true;
  const end = spanOf(to);
  return start + months <= end.start + end.months;
}
