import type { PeriodSpelling } from '../model/table.ts';
import { monthOfName } from './monthNames.ts';
import { fiscalYearPeriod, monthPeriod, type PeriodCode, periodCode, spanOf } from './period.ts';
import { periodOfText } from './periodText.ts';

export interface ParseOptions {
  /** The month that opens a fiscal year: 7 = July. */
  fiscalYearStart: number;
  /** How the column spells its periods. `fiscalSplit` makes 2001-02 a fiscal year, which alone reads as February 2001. */
  spelling?: PeriodSpelling | undefined;
}

/**
 * A period as people and statistical offices write it; null where the text is not one, or is ambiguous.
 *
 * Months: 2025-03, 2025-M03, 2025M03, 03/2025, Mar-25, Mar-2025, Mar 2025, March 2025. Quarters: 2025-Q1, Q1 2025, 1Q2025.
 * Years: 2025, CY2025, "2019 [YR2019]". Fiscal years, named by the year they end in: FY25, FY2025, FY2024-25, 2024-25, 2024/25.
 * Parts of a fiscal year: Q1 FY2026, 1QFY26, 1HFY26, 5MFY25 (the first five months), Jul-Mar FY25, July to March FY2025.
 * Canonical text: 2024-07/P9M. Two-digit years are 1970 to 2069. 2024-25 is never a month: there is no month 25.
 */
export function parsePeriod(text: string, { fiscalYearStart, spelling }: ParseOptions): PeriodCode | null {
  const clean = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/]) ?/g, '$1')
    .trim();
  if (clean.length < 4 || clean.length > 40) return null;
  if (spelling === 'fiscalSplit' && SPLIT.test(clean)) return fiscalYear(clean, fiscalYearStart);
  return (
    periodOfText(clean) ??
    calendarPeriod(clean) ??
    fiscalYear(clean, fiscalYearStart) ??
    partOfYear(clean, fiscalYearStart) ??
    monthsOfYear(clean, fiscalYearStart)
  );
}

const SPLIT = /^\d{4}[-/](\d{2}|\d{4})$/;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Months, calendar quarters, halves and years. */
function calendarPeriod(text: string): PeriodCode | null {
  const yearMonth = /^(\d{4})[- ]?M(\d{1,2})$/i.exec(text) ?? /^(\d{4})\/(0[1-9]|1[0-2])$/.exec(text);
  if (yearMonth?.[1] && yearMonth[2]) return validMonth(yearMonth[1], Number(yearMonth[2]));
  const monthYear = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (monthYear?.[1] && monthYear[2]) return validMonth(monthYear[2], Number(monthYear[1]));
  const named = /^([A-Za-z]{3,9}\.?)(?:, ?|[- '\u2019]{1,2})(\d{2}|\d{4})$/.exec(text);
  if (named?.[1] && named[2]) return validMonth(named[2], monthOfName(named[1]));
  const namedAfter = /^(\d{4})[- ]?([A-Za-z]{3,9})$/.exec(text);
  if (namedAfter?.[1] && namedAfter[2]) return validMonth(namedAfter[1], monthOfName(namedAfter[2]));
  const year = /^CY ?(\d{2}|\d{4})$/i.exec(text) ?? /^(\d{4}) \[YR\1\]$/i.exec(text);
  if (year?.[1]) return periodCode(fullYear(year[1]) * 12, 12);
  const part =
    /^(?<year>\d{4})[- ]?(?<kind>[QSH])(?<nth>[1-4])$/i.exec(text) ??
    /^(?<kind>[QH])(?<nth>[1-4])[- ']?(?<year>\d{4}|\d{2})$/i.exec(text) ??
    /^(?<nth>[1-4])(?<kind>[QH])[- ']?(?:CY ?)?(?<year>\d{4}|\d{2})$/i.exec(text);
  if (!part?.groups) return null;
  const { year: digits = '', kind = '', nth = '' } = part.groups;
  return nthPart(fullYear(digits) * 12, kind, Number(nth));
}

function validMonth(year: string, month: number | null): PeriodCode | null {
  return month === null || month < 1 || month > 12 ? null : monthPeriod(fullYear(year), month);
}

function nthPart(firstMonth: number, kind: string, nth: number): PeriodCode | null {
  if (kind.toUpperCase() === 'Q') return periodCode(firstMonth + (nth - 1) * 3, 3);
  return nth > 2 ? null : periodCode(firstMonth + (nth - 1) * 6, 6);
}

/** FY25, FY2025, FY2024-25, FY24-25, 2024-25, 2024/25, 2024-2025. */
function fiscalYear(text: string, firstMonth: number): PeriodCode | null {
  const single = /^FY[ -]?'?(\d{4}|\d{2})$/i.exec(text);
  if (single?.[1]) return fiscalYearPeriod(fullYear(single[1]), firstMonth);
  const split = /^(?:FY ?)?(\d{4})[-/](\d{4}|\d{2})$/i.exec(text) ?? /^FY ?(\d{2})[-/](\d{2})$/i.exec(text);
  // A year that is the calendar year has no two halves: 2024-25 then means something else.
  if (!split?.[1] || !split[2] || firstMonth === 1) return null;
  const from = fullYear(split[1]);
  const to = split[2].length === 4 ? Number(split[2]) : Math.floor((from + 1) / 100) * 100 + Number(split[2]);
  return to === from + 1 ? fiscalYearPeriod(to, firstMonth) : null;
}

/** 1QFY26, Q1 FY2026, 1HFY26, H1 2025-26, 5MFY25. */
function partOfYear(text: string, firstMonth: number): PeriodCode | null {
  const parts =
    /^(?<nth>\d{1,2}) ?(?<kind>[QHM])[- ]?(?<year>(?:FY|\d{4}[-/]).+)$/i.exec(text) ??
    /^(?<kind>[QH])(?<nth>[1-4])[-, ]{0,2}(?<year>(?:FY|\d{4}[-/]).+)$/i.exec(text);
  if (!parts?.groups) return null;
  const { nth: digits = '', kind = '', year = '' } = parts.groups;
  const whole = fiscalYear(year, firstMonth);
  if (whole === null) return null;
  const nth = Number(digits);
  const { start } = spanOf(whole);
  if (kind.toUpperCase() === 'M') return nth >= 1 && nth <= 12 ? periodCode(start, nth) : null;
  return nth >= 1 && nth <= 4 ? nthPart(start, kind, nth) : null;
}

/** Jul-Mar FY25, July to March FY2025, Jul-Mar 2024-25, March FY2025, Jul-Sep 2024. */
function monthsOfYear(text: string, firstMonth: number): PeriodCode | null {
  const parts = /^([A-Za-z]{3,9})\.?(?:(?:-| to )([A-Za-z]{3,9})\.?)?,? ?((?:FY)? ?[\d/-]+)$/i.exec(text);
  if (!parts?.[1] || !parts[3]) return null;
  const from = monthOfName(parts[1]);
  const to = parts[2] ? monthOfName(parts[2]) : from;
  if (from === null || to === null) return null;
  const fiscal = fiscalYear(parts[3], firstMonth);
  const opens = fiscal === null ? 1 : firstMonth;
  const first = (from - opens + 12) % 12;
  const last = (to - opens + 12) % 12;
  if (last < first) return null;
  if (fiscal !== null) return periodCode(spanOf(fiscal).start + first, last - first + 1);
  return /^\d{4}$/.test(parts[3]) ? periodCode(Number(parts[3]) * 12 + first, last - first + 1) : null;
}
