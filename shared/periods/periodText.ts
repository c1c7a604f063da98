import { monthPeriod, type PeriodCode, periodCode, spanOf } from './period.ts';

/**
 * A period in canonical text, as stored and as filters write it: month 2025-03, calendar quarter 2025-Q1, calendar year 2025,
 * any other span by its first month and its length in months, 2024-07/P9M. Missing (negative) is ''.
 */
export function periodText(code: PeriodCode): string {
  if (code < 0) return '';
  const { start, months } = spanOf(code);
  const year = String(Math.floor(start / 12)).padStart(4, '0');
  const month = start % 12;
  if (months === 12 && month === 0) return year;
  if (months === 3 && month % 3 === 0) return `${year}-Q${month / 3 + 1}`;
  const first = `${year}-${String(month + 1).padStart(2, '0')}`;
  return months === 1 ? first : `${first}/P${months}M`;
}

/** The inverse of `periodText`; also reads 2025-01/P3M for 2025-Q1. Null where the text is not canonical. */
export function periodOfText(text: string): PeriodCode | null {
  const parts = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])(?:\/P([1-9]\d{0,2})M)?))?$/.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (parts[2]) return periodCode(year * 12 + (Number(parts[2]) - 1) * 3, 3);
  if (!parts[3]) return periodCode(year * 12, 12);
  if (!parts[4]) return monthPeriod(year, Number(parts[3]));
  return periodCode(year * 12 + Number(parts[3]) - 1, Number(parts[4]));
}
