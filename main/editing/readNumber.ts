import { calculate } from './calculate.ts';

/**
 * A number in its usual spellings: 1,234.5 and 12,34,567 (commas group), 1 234, (123) and 123- (negative), −5, +5, 1.5e6, =1200/3.
 * 12.5% is 12.5 where the column's unit is a percentage, else 0.125. Null where it is none of these.
 */
export function readNumber(text: string, unit?: string): number | null {
  const typed = text.trim().replaceAll('\u2212', '-');
  if (typed.startsWith('=')) return calculate(typed.slice(1));
  const percent = typed.endsWith('%');
  const body = percent ? typed.slice(0, -1).trimEnd() : typed;
  const negated = /^\((.*)\)$/.exec(body)?.[1] ?? /^([^+-].*)-$/.exec(body)?.[1];
  const value = plainNumber((negated ?? body).trim());
  if (value === null || (negated !== undefined && value < 0)) return null;
  const signed = negated === undefined ? value : -value;
  if (!percent) return signed;
  return unit?.includes('%') || /per ?cent/i.test(unit ?? '') ? signed : signed / 100;
}

/** Commas and spaces only between digits, in groups of two or three that end with three: 1,2 is a slip, not 12. */
const GROUPED = /^[+-]?\d{1,3}(?:[,\u00a0\u202f ]\d{2,3})*[,\u00a0\u202f ]\d{3}(?:\.\d*)?$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function plainNumber(text: string): number | null {
  const digits = GROUPED.test(text) ? text.replace(/[,\u00a0\u202f ]/g, '') : text;
  if (!PLAIN.test(digits)) return null;
  const value = Number(digits);
  return Number.isFinite(value) ? value : null;
}
