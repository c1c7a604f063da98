import { monthOfName } from './monthNames.ts';

/** An ISO date that may close a month. */
export const MONTH_END = /^\d{4}-(?:(?:0[13578]|1[02])-31|(?:0[469]|11)-30|02-2[89])$/;

/** 28 to 31; `month` counts from 1. */
export function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** "2025-03" for a date that opens or closes March 2025; null for any other day, and for what is no date. */
export function monthOfDate(text: string): string | null {
  const date = dateOf(text);
  if (!date) return null;
  const { year, month, day } = date;
  return day === 1 || day === daysOf(year, month) ? `${year}-${String(month).padStart(2, '0')}` : null;
}

/** Whether a date, however written, opens its month or closes it; null for any other day. */
export function edgeOfMonth(text: string): 'monthStart' | 'monthEnd' | null {
  const date = dateOf(text);
  if (!date) return null;
  if (date.day === 1) return 'monthStart';
  return date.day === daysOf(date.year, date.month) ? 'monthEnd' : null;
}

interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** 2025-03-31, 31-Mar-2025, 31 March 2025, March 31, 2025, 31.03.2025; with strokes only where no other order can be meant. */
function dateOf(text: string): CalendarDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[- ](?<month>[A-Za-z]{3,9})\.?[- ,]{1,2}(?<year>\d{4}|\d{2})$/.exec(
      text,
    ) ?? /^(?<month>[A-Za-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/.exec(text);
  if (named?.groups) {
    const { day = '', month = '', year = '' } = named.groups;
    const at = monthOfName(month);
    return at === null
      ? null
      : valid(year.length === 2 ? 2000 + Number(year) : Number(year), at, Number(day));
  }
  const points = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (points) return valid(Number(points[3]), Number(points[2]), Number(points[1]));
  const strokes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (!strokes) return null;
  const [first, second, year] = [Number(strokes[1]), Number(strokes[2]), Number(strokes[3])];
  if (first > 12) return valid(year, second, first);
  return second > 12 ? valid(year, first, second) : null;
}

function valid(year: number, month: number, day: number): CalendarDate | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) ? { year, month, day } : null;
}
