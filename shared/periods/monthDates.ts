/** An ISO date that may close a month. */
export const MONTH_END = /^\d{4}-(?:(?:0[13578]|1[02])-31|(?:0[469]|11)-30|02-2[89])$/;

/** 28 to 31; `month` counts from 1. */
export function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** "2025-03" for a date that opens or closes March 2025; null for any other day, and for what is no date. */
export function monthOfDate(text: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12) return null;
  return day === 1 || day === daysOf(year, month) ? `${parts[1]}-${parts[2]}` : null;
}
