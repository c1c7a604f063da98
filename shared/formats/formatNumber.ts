import type { Settings } from '../contract/app.ts';
import { roundDecimal } from './roundDecimal.ts';

export interface NumberOptions {
  /** Digits after the point; 1 where absent. */
  decimals?: number | undefined;
  thousands?: boolean | undefined;
  /** Changes carry their sign: +19.7. */
  signed?: boolean | undefined;
  style?: Settings['numbers'] | undefined;
  /** (1,234.5) in place of a minus. */
  negative?: 'minus' | 'brackets' | undefined;
}

/** What stands where a figure has no meaning: growth on nothing, a share of zero. */
export const NOT_MEANINGFUL = 'n/m';

const MINUS = '\u2212';
const NARROW_SPACE = '\u202f';

/** A number for people: true minus (U+2212), half away from zero, digits grouped in the user's style. Missing or not finite: "n/m". */
export function formatNumber(value: number | null | undefined, options: NumberOptions = {}): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NOT_MEANINGFUL;
  const { decimals = 1, thousands = true, signed = false, style = '1,234.5', negative: how } = options;
  const text = roundDecimal(value, decimals);
  const negative = text.startsWith('-');
  const [whole = '0', fraction] = text.replace('-', '').split('.');
  const { group, point } = SIGNS[style];
  const grouped = thousands ? inGroups(whole, group, style === '12,34,567.8' ? 2 : 3) : whole;
  const zero = !/[1-9]/.test(text);
  const sign = negative ? MINUS : signed && !zero ? '+' : '';
  const digits = `${grouped}${fraction ? `${point}${fraction}` : ''}`;
  return negative && how === 'brackets' ? `(${digits})` : `${sign}${digits}`;
}

/** A fraction as a percentage: 0.197 is 19.7%. The same options as numbers; one decimal where not said. */
export function formatPercent(
  fraction: number | null | undefined,
  decimals = 1,
  signed = false,
  style: Settings['numbers'] = '1,234.5',
): string {
  if (fraction === null || fraction === undefined || !Number.isFinite(fraction)) return NOT_MEANINGFUL;
  return `${formatNumber(shiftDecimal(fraction, 2), { decimals, signed, style })}%`;
}

/** Times a power of ten by its digits, not as a product: 0.145 by two places is 14.5 and not 14.499999999999998. */
export function shiftDecimal(value: number, places: number): number {
  const digits = String(value);
  return digits.includes('e') ? value * 10 ** places : Number(`${digits}e${places}`);
}

const SIGNS: Record<Settings['numbers'], { group: string; point: string }> = {
  '1,234.5': { group: ',', point: '.' },
  '1.234,5': { group: '.', point: ',' },
  '1 234,5': { group: NARROW_SPACE, point: ',' },
  '12,34,567.8': { group: ',', point: '.' },
};

/** The last three digits, then groups of `size`: 1,234,567 or, with two, 12,34,567. */
function inGroups(digits: string, separator: string, size: number): string {
  if (digits.length <= 3) return digits;
  const groups = [digits.slice(-3)];
  for (let end = digits.length - 3; end > 0; end -= size)
    groups.unshift(digits.slice(Math.max(0, end - size), end));
  return groups.join(separator);
}
