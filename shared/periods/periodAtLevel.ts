import type { Level } from '../views/query.ts';
import {
  fiscalMonthOf,
  fiscalYearOf,
  fiscalYearPeriod,
  NO_PERIOD,
  type PeriodCode,
  periodCode,
  spanOf,
} from './period.ts';

/**
 * The period of `level` that holds `code`: month 2025-03 at fiscalYear is FY2025. `fiscalMonth` gives 1 to 12, not a code.
 * NO_PERIOD where the span does not lie within one such period: a year has no month. Quarters are those of the calendar.
 */
export function periodAtLevel(code: PeriodCode, level: Level, fiscalYearStart: number): number {
  if (code < 0) return NO_PERIOD;
  const { start, months } = spanOf(code);
  const within = (first: number, length: number) =>
    start + months <= first + length ? periodCode(first, length) : NO_PERIOD;
  switch (level) {
    case 'asIs':
      return code;
    case 'month':
      return months === 1 ? code : NO_PERIOD;
    case 'quarter':
      return within(start - (start % 3), 3);
    case 'calendarYear':
      return within(start - (start % 12), 12);
    case 'fiscalYear':
      return within(
        spanOf(fiscalYearPeriod(fiscalYearOf(start, fiscalYearStart), fiscalYearStart)).start,
        12,
      );
    case 'fiscalMonth':
      return months === 1 ? fiscalMonthOf(start, fiscalYearStart) : NO_PERIOD;
  }
}
