import type { PeriodSpelling } from '../model/table.ts';
import { inEnglish } from './foreignMonths.ts';
import { monthOfDate } from './monthDates.ts';
import { monthOfName } from './monthNames.ts';
import { fiscalYearPeriod, monthPeriod, type PeriodCode, periodCode, spanOf } from './period.ts';
import { periodOfText } from './periodText.ts';

export interface ParseOptions {
  /** The month that opens a fiscal year: 7 = July. */
  fiscalYearStart: number;
  /** How the column spells its periods. `fiscalSplit` makes 2001-02 a fiscal year, which alone reads as February 2001; `monthEnd` makes a date a month. */
  spelling?: PeriodSpelling | undefined;
}

/**
 * A period as people and statistical offices write it; null where the text is not one, or is ambiguous.
 *
 * Months: 2025-03, 2025-M03, 2025M03, 202503, 03/2025, Mar-25, Mar-2025, Mar 2025, March 2025, FY25 Mar. Quarters: 2025-Q1, Q1 2025, 1Q2025, Q1:2025, First quarter 2025.
 * Years: 2025, CY2025, "2019 [YR2019]". Fiscal years, named by the year they end in: FY25, FY2025, FY2024-25, 2024-25, 2024/25.
 * Parts of a fiscal year: Q1 FY2026, FY26Q1, 1QFY26, 1HFY26, 5MFY25 (the first five months), Jul-Mar FY25, FY2024-25 (Jul-Mar), July to March FY2025.
 * Spans: Jul 2024 - Mar 2025, year ended June 2025, 9 months ended March 2025. Twelve months say themselves where their year begins: Apr-Mar FY25; so do months that no year of the given start holds: Apr-Dec FY25.
 * Month names of other languages are read as well (foreignMonths.ts). Canonical text: 2024-07/P9M. Two-digit years are 1970 to 2069. 2024-25 is never a month: there is no month 25.
 */
export function parsePeriod(text: string, { fiscalYearStart, spelling }: ParseOptions): PeriodCode | null {
  if (text.length > 80) return null;
  const clean = plain(text);
  if (clean.length < 4 || clean.length > 40) return null;
  if ((spelling === 'fiscalSplit' && SPLIT.test(clean)) || (spelling === 'fiscalSlash' && SLASH.test(clean)))
    return fiscalYear(clean, fiscalYearStart);
  if (spelling === 'monthStart' || spelling === 'monthEnd') {
    const month = monthOfDate(clean);
    if (month !== null) return periodOfText(month);
  }
  return spelt(clean, fiscalYearStart) ?? spelt(yearLast(clean), fiscalYearStart) ?? spanOfDates(clean);
}

const QUARTERS: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4' };

/** One dash, one space, English month names; "First quarter", "Qtr 1" and "Quarter 1" are Q1, "F.Y." is FY. */
function plain(text: string): string {
  return inEnglish(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/]) ?/g, '$1')
    .replace(/\bF\.Y\.?(?= ?'?\d)/gi, 'FY')
    .replace(/^(Q[1-4]|[1-4]Q|H[12]|[12]H) ?: ?/i, '$1 ')
    .replace(/(\d) ?: ?(Q[1-4]|H[12]|M\d{1,2})$/i, '$1-$2')
    .replace(/^(Q[1-4]|H[12])\/(?=\d{4}$)/i, '$1 ')
    .replace(
      /\b(?:(?<word>first|second|third|fourth)|(?<nth>[1-4])(?:st|nd|rd|th)) (?<kind>quarter|half)(?: of)?\b/gi,
      (...match) => {
        const { word, nth, kind } = match.at(-1) as Record<string, string | undefined>;
        return `${kind?.[0]?.toUpperCase()}${nth ?? QUARTERS[word?.toLowerCase() ?? '']}`;
      },
    )
    .replace(/\b(?:quarter|qtr\.?) ?([1-4])\b/gi, 'Q$1')
    .replace(/^(?:end[- ](?:of )?)(?=[A-Za-z]{3,9}\b)/i, '')
    .trim();
}

function spelt(text: string, firstMonth: number): PeriodCode | null {
  return (
    periodOfText(text) ??
    calendarPeriod(text) ??
    fiscalYear(text, firstMonth) ??
    partOfYear(text, firstMonth) ??
    monthsOfYear(text, firstMonth)
  );
}

/** "FY2023-24 (Jul-Apr)", "FY26Q1", "(Jul-Mar) FY25": the part of the year first, then the year, without brackets. */
function yearLast(text: string): string {
  const bare = text
    .replace(/[()[\],]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const parts =
    /^((?:FY ?)?(?:\d{4}[-/]\d{4}|\d{4}[-/]\d{2}|\d{2}[-/]\d{2}|\d{4}|\d{2}))[- ]?(?:([QH][1-4]|[1-4][QH]|\d{1,2}M)|([A-Za-z]{3,9}\.?(?:(?:-| to )[A-Za-z]{3,9}\.?)?))$/i.exec(
      bare,
    );
  if (!parts?.[1]) return bare;
  // Two digits alone are a day or a number, not a year.
  return /^\d{2}$/.test(parts[1]) ? bare : `${parts[2] ?? parts[3]} ${parts[1]}`;
}

/** The months that fiscal years open in. */
const YEAR_STARTS: ReadonlySet<number> = new Set([4, 7, 10]);

const SPLIT = /^\d{4}[-/](\d{2}|\d{4})$/;
const SLASH = /^\d{4}\/(\d{2}|\d{4})$/;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Months, calendar quarters, halves and years. */
function calendarPeriod(text: string): PeriodCode | null {
  const yearMonth =
    /^(\d{4})[- ]?M(\d{1,2})$/i.exec(text) ??
    /^(\d{4})\/(0[1-9]|1[0-2])$/.exec(text) ??
    /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/.exec(text);
  if (yearMonth?.[1] && yearMonth[2]) return validMonth(yearMonth[1], Number(yearMonth[2]));
  const monthYear = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (monthYear?.[1] && monthYear[2]) return validMonth(monthYear[2], Number(monthYear[1]));
  const year = /^(?:CY ?|year )(\d{4}|\d{2})$/i.exec(text) ?? /^(\d{4}) \[YR\1\]$/i.exec(text);
  if (year?.[1]) return periodCode(fullYear(year[1]) * 12, 12);
  const named = MONTH_YEAR.exec(text);
  if (named?.[1] && named[2]) return validMonth(named[2], monthOfName(named[1]));
  const namedAfter = /^(\d{4})[- ]?([A-Za-z]{3,9})$/.exec(text);
  if (namedAfter?.[1] && namedAfter[2]) return validMonth(namedAfter[1], monthOfName(namedAfter[2]));
  const part =
    /^(?<year>\d{4})[- ]?(?<kind>[QSH])(?<nth>[1-4])$/i.exec(text) ??
    /^(?<kind>[QH])(?<nth>[1-4])[- ']?(?<year>\d{4}|\d{2})$/i.exec(text) ??
    /^(?<nth>[1-4])(?<kind>[QH])[- ']?(?:CY ?)?(?<year>\d{4}|\d{2})$/i.exec(text);
  if (!part?.groups) return null;
  const { year: digits = '', kind = '', nth = '' } = part.groups;
  return nthPart(fullYear(digits) * 12, kind, Number(nth));
}

const MONTH_YEAR = /^([A-Za-z]{3,9}\.?)(?:, ?|[- '\u2019]{1,2})(\d{2}|\d{4})$/;

function validMonth(year: string, month: number | null): PeriodCode | null {
  return month === null || month < 1 || month > 12 ? null : monthPeriod(fullYear(year), month);
}

function nthPart(firstMonth: number, kind: string, nth: number): PeriodCode | null {
  if (kind.toUpperCase() === 'Q') return periodCode(firstMonth + (nth - 1) * 3, 3);
  return nth > 2 ? null : periodCode(firstMonth + (nth - 1) * 6, 6);
}

/** FY25, FY2025, FY2024-25, FY24-25, 2024-25, 2024/25, 2024-2025. */
function fiscalYear(text: string, firstMonth: number): PeriodCode | null {
  const year = fiscalYearNumber(text);
  // A year that is the calendar year has no two halves: 2024-25 then means something else.
  return year === null || (year.split && firstMonth === 1) ? null : fiscalYearPeriod(year.ends, firstMonth);
}

/** The calendar year in which a fiscal year ends, and whether the text names both of its halves. */
function fiscalYearNumber(text: string): { ends: number; split: boolean } | null {
  const single = /^FY[ -]?['\u2019]?(\d{4}|\d{2})$/i.exec(text);
  if (single?.[1]) return { ends: fullYear(single[1]), split: false };
  const split = /^(?:FY ?)?(\d{4})[-/](\d{4}|\d{2})$/i.exec(text) ?? /^FY ?(\d{2})[-/](\d{2})$/i.exec(text);
  if (!split?.[1] || !split[2]) return null;
  const from = fullYear(split[1]);
  const to = split[2].length === 4 ? Number(split[2]) : Math.floor((from + 1) / 100) * 100 + Number(split[2]);
  return to === from + 1 ? { ends: to, split: true } : null;
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
  const parts = /^([A-Za-z]{3,9})\.?(?:(?:-| to )([A-Za-z]{3,9})\.?)?,? ?((?:FY)? ?['\u2019]?[\d/-]+)$/i.exec(
    text,
  );
  if (!parts?.[1] || !parts[3]) return null;
  const from = monthOfName(parts[1]);
  const to = parts[2] ? monthOfName(parts[2]) : from;
  if (from === null || to === null) return null;
  const named = fiscalYearNumber(parts[3]);
  if (named === null) return monthsOfCalendarYear(from, to, parts[3]);
  // A whole year says itself where it begins, whatever the project's year: April to March.
  if ((to - from + 12) % 12 === 11) return fiscalYearPeriod(named.ends, from);
  const fiscal = fiscalYear(parts[3], firstMonth);
  if (fiscal === null) return null;
  const first = (from - firstMonth + 12) % 12;
  const last = (to - firstMonth + 12) % 12;
  if (last >= first) return periodCode(spanOf(fiscal).start + first, last - first + 1);
  // April to December lie in no year from July: theirs begins with them. No office's year begins in March.
  if (!YEAR_STARTS.has(from)) return null;
  const months = ((to - from + 12) % 12) + 1;
  return periodCode(spanOf(fiscalYearPeriod(named.ends, from)).start, months);
}

function monthsOfCalendarYear(from: number, to: number, year: string): PeriodCode | null {
  const digits = /^['\u2019-]?(\d{4}|\d{2})$/.exec(year)?.[1];
  return digits === undefined || to < from
    ? null
    : periodCode(fullYear(digits) * 12 + from - 1, to - from + 1);
}

/** Jul 2024-Mar 2025, Jul-24 to Mar-25, year ended June 2025, quarter ended Sep 2024, 9 months ended March 2025. */
function spanOfDates(text: string): PeriodCode | null {
  const range =
    /^([A-Za-z]{3,9}\.?[- '\u2019]{1,2}(?:\d{4}|\d{2}))(?:-| to )([A-Za-z]{3,9}\.?[- '\u2019]{1,2}(?:\d{4}|\d{2}))$/i.exec(
      text,
    );
  if (range?.[1] && range[2]) {
    const [from, to] = [calendarPeriod(range[1]), calendarPeriod(range[2])];
    if (from === null || to === null || to < from) return null;
    const [first, last] = [spanOf(from).start, spanOf(to).start];
    return last - first < 999 ? periodCode(first, last - first + 1) : null;
  }
  const ended =
    /^(?:the )?(?:(?<unit>year|quarter|month|half(?:[- ]year)?)|(?<count>\d{1,2}) months?) end(?:ed|ing) (?:\d{1,2}(?:st|th)? )?(?<month>[A-Za-z]{3,9}\.?[- ,'\u2019]{1,2}(?:\d{4}|\d{2}))$/i.exec(
      text,
    );
  if (!ended?.groups) return null;
  const { unit = '', count, month = '' } = ended.groups;
  const end = calendarPeriod(month);
  const lengths: Record<string, number> = { year: 12, quarter: 3, month: 1 };
  const months = count === undefined ? (lengths[unit.toLowerCase()] ?? 6) : Number(count);
  return end === null || months < 1 ? null : periodCode(spanOf(end).start - months + 1, months);
}
