import { monthOfDate } from './monthDates.ts';
import { monthOfName, monthShort } from './monthNames.ts';

/** Months whose year a spreadsheet program took for a day: "Jul-24" became 24 July, and is written "24-Jul" or 2025-07-24. */
export interface SwappedMonths {
  /** As written -> "Jul-24". */
  months: ReadonlyMap<string, string>;
  /** The number changes with the turn of the year, as no day does. */
  isSure: boolean;
}

/** Reads texts of which each may be a swapped month: three and more that follow each other month by month, or quarter by quarter. Null where they do not. */
export function swappedMonths(texts: readonly string[]): SwappedMonths | null {
  const months = new Map<string, string>();
  const at = new Set<number>();
  const years = new Set<number>();
  for (const text of texts) {
    const found = yearAndMonth(text.trim());
    if (!found) return null;
    months.set(text, `${monthShort(found.month)}-${String(found.year % 100).padStart(2, '0')}`);
    at.add(found.year * 12 + found.month - 1);
    years.add(found.year);
  }
  const order = [...at].sort((a, b) => a - b);
  const [first = 0, second = 0] = order;
  const step = second - first;
  const isRow = order.every((month, i) => month === first + i * step);
  // Dates that close or open their month are what they say.
  if (order.length < 3 || !isRow || (step !== 1 && step !== 3) || texts.every((text) => monthOfDate(text)))
    return null;
  return { months, isSure: years.size >= 2 };
}

/** Whether a text has the shape at all. */
export function mayBeSwapped(text: string): boolean {
  return yearAndMonth(text.trim()) !== null;
}

function yearAndMonth(text: string): { year: number; month: number } | null {
  const short = /^(\d{2})-([A-Za-z]{3})$/.exec(text);
  const long = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00)?$/.exec(text);
  // The program adds the year of its own day, which is near the meant one.
  if (long && Math.abs(Number(long[1]) - 2000 - Number(long[3])) > 5) return null;
  const [digits, month] = short
    ? [short[1], monthOfName(short[2] ?? '')]
    : [long?.[3], long ? Number(long[2]) : null];
  if (digits === undefined || month === null || month < 1 || month > 12) return null;
  return { year: 2000 + Number(digits), month };
}
