/** English month names, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "March"; `month` counts from 1. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** "Mar" */
export function monthShort(month: number): string {
  return monthName(month).slice(0, 3);
}

/** 1 to 12 for "Mar", "march", "Sept", "Mar."; null where it is no month. At least three letters are needed. */
export function monthOfName(text: string): number | null {
  const letters = text.toLowerCase().replace(/\.$/, '');
  if (letters.length < 3) return null;
  const index = MONTHS.findIndex((name) => {
    const full = name.toLowerCase();
    return letters === full || letters === full.slice(0, 3) || (letters === 'sept' && full === 'september');
  });
  return index < 0 ? null : index + 1;
}
