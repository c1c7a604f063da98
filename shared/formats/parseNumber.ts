/**
 * A number as people write it: 1,234.5, 12,34,567.8, 1 234.5, 1'234.5, (1,234) for a negative, a true minus, +5, 1.5e3, 12%
 * (the number before the sign). `decimal` says which mark is the point; the other one, spaces and apostrophes group digits.
 * Groups must be whole: "1,5" is no number where the comma groups. Null where it is not a number; nothing is guessed.
 */
export function parseNumber(text: string, decimal: '.' | ',' = '.'): number | null {
  let clean = text.trim().replace(/[\u2212\u2010-\u2013]/g, '-');
  const bracketed = /^\((.+)\)$/.exec(clean);
  if (bracketed?.[1]) {
    if (/^[-+]/.test(bracketed[1])) return null;
    clean = `-${bracketed[1].trim()}`;
  }
  clean = clean.replace(/ ?%$/, '').replace(/^([-+]) /, '$1');
  const parts = (decimal === '.' ? POINT : COMMA).exec(clean);
  if (!parts) return null;
  const [, sign = '', whole = '', , fraction = '', exponent = ''] = parts;
  if (whole === '' && fraction === '') return null;
  const digits = whole.replace(/[^\d]/g, '') || '0';
  const value = Number(`${sign}${digits}.${fraction || '0'}${exponent}`);
  return Number.isFinite(value) ? value : null;
}

// Whole: plain digits, groups of three, or Indian groups (two, and three at the end), one and the same mark throughout.
const POINT =
  /^([-+]?)(\d+|\d{1,3}(?:([, \u00a0\u202f'\u2019])\d{3})(?:\3\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}|)(?:\.(\d*))?(e[-+]?\d{1,3})?$/i;
const COMMA =
  /^([-+]?)(\d+|\d{1,3}(?:([. \u00a0\u202f'\u2019])\d{3})(?:\3\d{3})*|)(?:,(\d*))?(e[-+]?\d{1,3})?$/i;
