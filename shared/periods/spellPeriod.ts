import type { PeriodSpelling } from '../model/table.ts';
import { daysOf, edgeOfMonth, MONTH_END } from './monthDates.ts';
import { monthShort } from './monthNames.ts';
import { fiscalMonthOf, fiscalYearOf, type PeriodCode, spanOf } from './period.ts';
import { periodText } from './periodText.ts';

/**
 * A period in a file's own spelling, so that it is printed back as it was read. What a spelling has no word for
 * (a quarter in a column of months, a year before 1970 in two digits) is written in canonical text.
 */
export function spellPeriod(code: PeriodCode, spelling: PeriodSpelling, fiscalYearStart: number): string {
  if (code < 0) return '';
  const { start, months } = spanOf(code);
  const year = Math.floor(start / 12);
  const month = (start % 12) + 1;
  if (months === 1) return spellMonth(year, month, spelling) ?? periodText(code);
  const opensYear = fiscalMonthOf(start, fiscalYearStart) === 1;
  if (months === 12 && opensYear) {
    return (
      spellFiscalYear(fiscalYearOf(start, fiscalYearStart), spelling, fiscalYearStart) ?? periodText(code)
    );
  }
  return periodText(code);
}

/** How a text spells its period; null where it is none of the spellings that can be printed back. Dates at an edge of their month count however they are written. */
export function detectSpelling(text: string): PeriodSpelling | null {
  const clean = text.trim();
  return SHAPES.find(([, shape]) => shape.test(clean))?.[0] ?? edgeOfMonth(clean);
}

/**
 * The spelling of a column: the one of its texts, where all agree. 2001-02 may be a month or a fiscal year. It is a fiscal year where every such
 * text names two years that follow each other and either one of them can be nothing else (2024-25), or three of them do so, or two that follow
 * each other (2010-11, 2011-12): no months run like that.
 */
export function columnSpelling(texts: readonly string[]): PeriodSpelling | null {
  const seen = new Set<PeriodSpelling | null>(texts.map(detectSpelling));
  for (const [spelling, mark] of SPLITS) {
    const split = new Set(texts.map((text) => text.trim()).filter((text) => mark.test(text)));
    const following = [...split].every((text) => followingYears(text));
    if (following && (seen.has(spelling) || split.size >= 3 || followEachOther([...split]))) return spelling;
  }
  return seen.size === 1 ? ([...seen][0] ?? null) : null;
}

const SPLITS: readonly (readonly [PeriodSpelling, RegExp])[] = [
  ['fiscalSplit', /^\d{4}-\d{2}$/],
  ['fiscalSlash', /^\d{4}\/\d{2}$/],
];

const SHAPES: readonly (readonly [PeriodSpelling, RegExp])[] = [
  ['iso', /^\d{4}(-(Q[1-4]|(0[1-9]|1[0-2])(\/P\d{1,3}M)?))?$/],
  ['monthYear', /^[A-Z][a-z]{2} \d{4}$/],
  ['monthDashYear', /^[A-Z][a-z]{2}-\d{2}$/],
  ['monthDashYear4', /^[A-Z][a-z]{2}-\d{4}$/],
  ['yearMMonth', /^\d{4}M(0[1-9]|1[0-2])$/],
  ['fiscalShort', /^FY\d{2}$/],
  ['fiscalLong', /^FY\d{4}$/],
  ['fiscalSplit', /^\d{4}-\d{2}$/],
  ['fiscalSplitFY', /^FY\d{4}-\d{2}$/],
  ['fiscalSlash', /^\d{4}\/(?!0[1-9]|1[0-2])\d{2}$/],
  ['monthStart', /^\d{4}-(0[1-9]|1[0-2])-01$/],
  ['monthEnd', MONTH_END],
];

function followingYears(text: string): boolean {
  const parts = /^(\d{4})[-/](\d{2})$/.exec(text.trim());
  return parts !== null && (Number(parts[1]) + 1) % 100 === Number(parts[2]);
}

function followEachOther(texts: readonly string[]): boolean {
  const years = texts.map((text) => Number(text.slice(0, 4))).sort((a, b) => a - b);
  return years.length >= 2 && years.every((year, i) => i === 0 || year === (years[i - 1] ?? 0) + 1);
}

function twoDigits(year: number): string | null {
  return year >= 1970 && year <= 2069 ? String(year % 100).padStart(2, '0') : null;
}

function spellMonth(year: number, month: number, spelling: PeriodSpelling): string | null {
  const full = String(year).padStart(4, '0');
  switch (spelling) {
    case 'monthYear':
      return `${monthShort(month)} ${full}`;
    case 'monthDashYear': {
      const short = twoDigits(year);
      return short && `${monthShort(month)}-${short}`;
    }
    case 'monthDashYear4':
      return `${monthShort(month)}-${full}`;
    case 'yearMMonth':
      return `${full}M${String(month).padStart(2, '0')}`;
    case 'monthStart':
      return `${full}-${String(month).padStart(2, '0')}-01`;
    case 'monthEnd':
      return `${full}-${String(month).padStart(2, '0')}-${daysOf(year, month)}`;
    default:
      return null;
  }
}

function spellFiscalYear(year: number, spelling: PeriodSpelling, firstMonth: number): string | null {
  const full = String(year).padStart(4, '0');
  const before = String(year - 1).padStart(4, '0');
  const end = full.slice(2);
  switch (spelling) {
    case 'fiscalShort': {
      const short = twoDigits(year);
      return short && `FY${short}`;
    }
    case 'fiscalLong':
      return `FY${full}`;
    case 'fiscalSplit':
      return firstMonth === 1 ? null : `${before}-${end}`;
    case 'fiscalSplitFY':
      return firstMonth === 1 ? null : `FY${before}-${end}`;
    case 'fiscalSlash':
      return firstMonth === 1 ? null : `${before}/${end}`;
    default:
      return null;
  }
}
