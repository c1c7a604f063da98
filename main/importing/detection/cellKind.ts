/** What a text looks like, from its letters alone. Cheap: asked for every cell. */
export type CellKind = 'empty' | 'missing' | 'number' | 'period' | 'text';

/** Marks that offices print where a figure is missing. They are never zero. */
export const MISSING_MARKS: readonly string[] = [
  '-',
  '–',
  '—',
  '..',
  '...',
  ':',
  '_',
  'n.a.',
  'n.a',
  'na',
  'n/a',
  '#n/a',
  '#div/0!',
  '#ref!',
  '#value!',
  '#name?',
  '#num!',
  '#null!',
  'nan',
  'null',
];
const MISSING = new Set(MISSING_MARKS);

/** Thousands are parted by one mark throughout, or as lakhs are: 01.01.2020 and 10.20.30.40 are no numbers. */
const NUMBER =
  /^[(+\u2212-]?\s?(\d+|\d{1,3}([, \u00a0\u2009\u202f'\u2019.])\d{3}(\2\d{3})*|\d{1,2}([, \u00a0\u2009\u202f'\u2019.])\d\d(\4\d\d)*\4\d{3})([.,]\d+)?([eE][+-]?\d+)?\s?[%)-]?$/;
const POINT_ONLY = /^[+\u2212-]?[.,]\d+%?$/;
const PERIOD =
  /^((19|20)\d\d[-/. ]?(q[1-4]|m?(0?[1-9]|1[0-2]))([-/](0?[1-9]|[12]\d|3[01]))?|(19|20)\d\d[-/]\d\d(\d\d)?[pr]?|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ',]*(\d\d|\d{4})|q[1-4][-/ ]?(fy)?\d{2,4}|\d{1,2}[qm]fy\d\d|(cy|fy) ?\d{2,4}([-/]\d{2,4})?|(0?[1-9]|[12]\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.](19|20)\d\d)$/i;

export function cellKind(text: string | null): CellKind {
  if (text === null) return 'empty';
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  const first = trimmed.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if (trimmed.length > 40) return 'text';
  if (MISSING.has(trimmed.toLowerCase())) return 'missing';
  if (!digit && first > 57 && first !== 0x2212) return PERIOD.test(trimmed) ? 'period' : 'text';
  if (NUMBER.test(trimmed) || POINT_ONLY.test(trimmed)) return 'number';
  return PERIOD.test(trimmed) ? 'period' : 'text';
}

/** A year that a header may carry: 1900 to 2100, as a plain number. */
export function isYear(text: string | null): boolean {
  return text !== null && /^\s*(19\d\d|20\d\d|2100)\s*$/.test(text);
}
