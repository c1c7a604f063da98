import { cellKind } from './cellKind.ts';
import { statusOfFlag } from './periodFlag.ts';
import { isUnitMark } from './unitWords.ts';

/** A figure with what an office prints around it. */
export interface FigureText {
  /** The figure alone. */
  number: string;
  /** Currencies and scales beside it. */
  affixes: string[];
  /** The flag or footnote mark behind it, as written. */
  flag?: string;
}

const FOOTNOTE =
  /^(.*[\d)%])(?:\s*([*†‡§#^~]{1,3}|\^\d{1,2}|\[\w{1,3}\]|\([a-z]\)|[¹²³⁰⁴-⁹]{1,2}[)⁾]?|[\u1d43-\u1d5b\u02b0-\u02b8]{1,2})|\s+(\d{1,2}\/|\(\d\)))$/;
const LETTERS = /^(.*[\d)%.])\s*([([]?[A-Za-z][A-Za-z/]{0,3}\.?[)\]]?)$/;
const BEFORE = /^([(+\u2212-]?\s*)([A-Za-z$€£¥₹₨৳][A-Za-z$€£¥₹₨৳. ]{0,7}?)(?=\s*[(+\u2212-]?[\s.,]?\d)/;
const BEHIND = /^(.*[\d)%.,-])\s*([A-Za-z$€£¥₹₨৳'][A-Za-z$€£¥₹₨৳'. ]{0,19})(\)?)$/;

/** Reads "US$ 1,234", "(123.4) p", "1 234,5*", "Rs 12 mn"; null for what is no figure. Cheap for plain ones. */
export function figureText(text: string): FigureText | null {
  const trimmed = plainDigits(text).trim();
  const kind = cellKind(trimmed);
  if (kind === 'number') return { number: trimmed, affixes: [] };
  if (kind !== 'text' || trimmed.length > 40 || !/\d/.test(trimmed)) return null;
  const note = FOOTNOTE.exec(trimmed);
  const letters = note ? null : LETTERS.exec(trimmed);
  const flag = note
    ? (note[2] ?? note[3])
    : letters && statusOfFlag(letters[2] ?? '')
      ? letters[2]
      : undefined;
  const rest = flag === undefined ? trimmed : ((note ?? letters)?.[1]?.trim() ?? trimmed);
  const figure = withoutAffixes(rest);
  if (figure) return { ...figure, ...(flag !== undefined && { flag }) };
  // "5.2 b" is a billion where it stands behind a currency: the letter is no flag then.
  return flag === undefined ? null : withoutAffixes(trimmed);
}

function withoutAffixes(text: string): FigureText | null {
  const affixes: string[] = [];
  let rest = text;
  const before = BEFORE.exec(rest);
  if (before?.[2] && isUnitMark(before[2])) {
    affixes.push(before[2].trim());
    rest = `${before[1] ?? ''}${rest.slice(before[0].length)}`.trim();
  }
  const behind = BEHIND.exec(rest);
  if (behind?.[2] && isUnitMark(`${affixes[0] ?? ''} ${behind[2]}`)) {
    affixes.push(behind[2].trim());
    rest = `${behind[1] ?? ''}${behind[3] ?? ''}`.trim();
  }
  const number = rest.replace(/^\(\s+/, '(').replace(/^-\s*\(/, '(');
  return cellKind(number) === 'number' ? { number, affixes } : null;
}

/** Arabic-Indic, Persian, Devanagari and Bengali digits and marks as the plain ones. */
export function plainDigits(text: string): string {
  if (!/[^\u0020-\u007e]/.test(text)) return text;
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = [0x660, 0x6f0, 0x966, 0x9e6].find((first) => code >= first && code < first + 10) ?? code;
      return String(code - zero);
    })
    .replace(/[\u00a0\u2002-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200e\u200f\u061c\u2066\u2067\u2069]/g, '')
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/\u066a/g, '%')
    .replace(/[\u2212\u2010-\u2012\uff0d]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'");
}
