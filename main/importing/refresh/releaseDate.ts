import { monthOfName } from '../../../shared/periods/monthNames.ts';

const WORDS =
  /\b(release[sd]?|release date|published|publication date|date of publication|issued( on)?|last updated|updated( on)?|posted)\b/i;

/** The day that a text says something was released on: "Released on 10 June 2025" is 2025-06-10. Null where it says none, or says it so that it can be read in two ways. */
export function releaseDay(text: string): string | null {
  return WORDS.test(text) ? dayIn(text) : null;
}

/** Whether a text announces a release date that stands in the cell beside it. */
export function announcesRelease(text: string): boolean {
  return WORDS.test(text);
}

/** The day that a text holds: 2025-06-10, 20250610, 10 June 2025, June 10, 2025, 10-Jun-25, 25/06/2025. 06/10/2025 could be two days: null. */
export function dayIn(text: string): string | null {
  const iso = /(?<!\d)((?:19|20)\d\d)[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s\-_/]+([a-z]{3,9})\.?,?[\s\-_/]+((?:19|20)?\d\d)(?!\d)/i.exec(text);
  if (named) return day(fullYear(named[3]), monthOfName(named[2] ?? '') ?? 0, Number(named[1]));
  const american = /([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)/i.exec(text);
  if (american) return day(Number(american[3]), monthOfName(american[1] ?? '') ?? 0, Number(american[2]));
  const figures = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)/.exec(text);
  if (!figures) return null;
  const [first, second] = [Number(figures[1]), Number(figures[2])];
  if (first > 12) return day(Number(figures[3]), second, first);
  return second > 12 ? day(Number(figures[3]), first, second) : null;
}

function fullYear(text = ''): number {
  const year = Number(text);
  return text.length === 2 ? 2000 + year : year;
}

function day(year: number, month: number, date: number): string | null {
  const found = new Date(Date.UTC(year, month - 1, date));
  const isDay = found.getUTCMonth() === month - 1 && found.getUTCDate() === date && month >= 1;
  return isDay ? found.toISOString().slice(0, 10) : null;
}
