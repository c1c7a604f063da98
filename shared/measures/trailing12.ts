import { type PeriodCode, periodCode, spanOf } from '../periods/period.ts';

/** The twelve months that end with `month`; null for a period that is not a month. A trailing figure needs all twelve. */
export function trailingMonths(month: PeriodCode): PeriodCode[] | null {
  const { start, months } = spanOf(month);
  if (months !== 1) return null;
  return Array.from({ length: 12 }, (_, i) => periodCode(start - 11 + i, 1));
}
