import { fiscalMonthOf, type PeriodCode, periodCode, spanOf } from '../periods/period.ts';

/**
 * The months that a fiscal-year-to-date figure covers: from the start of the fiscal year to `month`, both included.
 * September 2024 with a year from July: July, August, September. Null for a period that is not a month.
 * The figure is null where one of them is missing: a sum over a gap is not a figure to date.
 */
export function monthsToDate(month: PeriodCode, fiscalYearStart: number): PeriodCode[] | null {
  const { start, months } = spanOf(month);
  if (months !== 1) return null;
  const first = start - fiscalMonthOf(start, fiscalYearStart) + 1;
  return Array.from({ length: start - first + 1 }, (_, i) => periodCode(first + i, 1));
}
