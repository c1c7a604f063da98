import { monthOfName } from '../../../shared/periods/monthNames.ts';

/** The month that opens the fiscal year, as a title or a note says it: "April-March" is 4, "year ending 30 June" 7. Null where it says nothing. */
export function statedYear(text: string): number | null {
  for (const [, first = '', last = ''] of text.matchAll(
    /\b([A-Za-z]{3,9})\.?\s*(?:-|\u2013|\u2014|to)\s*([A-Za-z]{3,9})\b/g,
  )) {
    const [from, to] = [monthOfName(first), monthOfName(last)];
    if (from !== null && to !== null && (to - from + 12) % 12 === 11) return from;
  }
  const ended =
    /\byears?\s+(?:that\s+)?end(?:s|ed|ing)?\s+(?:in\s+|on\s+)?(?:\d{1,2}(?:st|th)?\s+)?([A-Za-z]{3,9})\b/i.exec(
      text,
    );
  const month = ended?.[1] ? monthOfName(ended[1]) : null;
  return month === null ? null : (month % 12) + 1;
}
