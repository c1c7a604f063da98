import type { Settings } from '../contract/app.ts';
import { monthName, monthShort } from '../periods/monthNames.ts';
import { fiscalMonthOf, fiscalYearOf, type PeriodCode, spanOf } from '../periods/period.ts';

export interface PeriodOptions {
  /** How a month is printed; "Mar 2025" where absent. */
  style?: Settings['dates'] | undefined;
  fiscalYearStart: number;
  /** "Jul\u2013Mar FY25" rather than "July to March FY2025". */
  short?: boolean | undefined;
}

/** A period's name for people: Mar 2025, Q1 2025, 2025, FY2025, July to March FY2025. Missing: ''. */
export function formatPeriod(code: PeriodCode, options: PeriodOptions): string {
  if (code < 0) return '';
  const { style = 'Mar 2025', fiscalYearStart, short = false } = options;
  const { start, months } = spanOf(code);
  const year = Math.floor(start / 12);
  if (months === 1) return formatMonth(start, style);
  if (months === 12 && start % 12 === 0) return String(year);
  if (months === 3 && start % 3 === 0) return `Q${(start % 12) / 3 + 1} ${year}`;
  const end = start + months - 1;
  const fiscalYear = fiscalYearOf(start, fiscalYearStart);
  const fiscal = short ? `FY${String(fiscalYear).slice(-2)}` : `FY${fiscalYear}`;
  if (months === 12 && fiscalMonthOf(start, fiscalYearStart) === 1) return fiscal;
  const name = short ? monthShort : monthName;
  const join = short ? '\u2013' : ' to ';
  const spans = `${name((start % 12) + 1)}${join}${name((end % 12) + 1)}`;
  if (fiscalYearStart !== 1 && fiscalYear === fiscalYearOf(end, fiscalYearStart)) return `${spans} ${fiscal}`;
  if (Math.floor(end / 12) === year) return `${spans} ${year}`;
  return `${formatMonth(start, 'Mar 2025')}${join}${formatMonth(end, 'Mar 2025')}`;
}

function formatMonth(index: number, style: Settings['dates']): string {
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (style === '2025-03') return `${year}-${String(month).padStart(2, '0')}`;
  return style === 'Mar-25'
    ? `${monthShort(month)}-${String(year).slice(-2)}`
    : `${monthShort(month)} ${year}`;
}
