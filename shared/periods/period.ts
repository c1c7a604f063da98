/**
 * A statistical period is a span of whole months, held as one integer code:
 * `start * 1000 + months`, where `start` = year * 12 + month (January is 0) and `months` is the length (1 to 999).
 * March 2025 = (2025 * 12 + 2) * 1000 + 1. Codes sort by start, then by length, and fit 32 bits. -1 means missing.
 */
export type PeriodCode = number;

export const NO_PERIOD: PeriodCode = -1;

export interface Span {
  /** year * 12 + month, January is 0 */
  readonly start: number;
  /** length in months, 1 to 999 */
  readonly months: number;
}

export function periodCode(start: number, months: number): PeriodCode {
  return start * 1000 + months;
}

export function spanOf(code: PeriodCode): Span {
  return { start: Math.floor(code / 1000), months: code % 1000 };
}

/** Month `month` (1 to 12) of `year`. */
export function monthPeriod(year: number, month: number): PeriodCode {
  return periodCode(year * 12 + month - 1, 1);
}

/** The fiscal year that ends in calendar year `year`, for a year that starts in month `firstMonth` (July is 7; 1 is the calendar year). */
export function fiscalYearPeriod(year: number, firstMonth: number): PeriodCode {
  const start = firstMonth === 1 ? year * 12 : (year - 1) * 12 + firstMonth - 1;
  return periodCode(start, 12);
}

/** The number of the fiscal year that holds month index `start`: for July starts, July 2024 is in 2025. */
export function fiscalYearOf(start: number, firstMonth: number): number {
  return Math.floor((start + (firstMonth === 1 ? 0 : 13 - firstMonth)) / 12);
}

/** Month of the fiscal year, 1 to 12: July is 1 where the year starts in July. */
export function fiscalMonthOf(start: number, firstMonth: number): number {
  return ((((start - (firstMonth - 1)) % 12) + 12) % 12) + 1;
}

/** The period of the same length, `months` later (negative: earlier). */
export function shiftPeriod(code: PeriodCode, months: number): PeriodCode {
  return code + months * 1000;
}

/** The last month of a period, as a month index. */
export function lastMonth(code: PeriodCode): number {
  const { start, months } = spanOf(code);
  return start + months - 1;
}
