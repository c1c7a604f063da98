import type { Settings } from '../contract/app.ts';
import type { Figure } from '../contract/views.ts';
import { formatNumber, formatPercent, NOT_MEANINGFUL } from '../formats/formatNumber.ts';
import { unitScale } from '../formats/unitScale.ts';

/** A piece of a text: plain words, or a live figure as it is printed. */
export type LivePart =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly text: string;
      readonly id: string;
      readonly format: string;
      /** Absent: the slide has no such figure. */
      readonly figure?: Figure;
    };

/** What stands for a figure that the slide does not have. */
const UNKNOWN = '?';

/** `{{id}}` or `{{id|format}}`; ids as in shared/model/ids.ts. */
const PLACE = /\{\{\s*([A-Za-z][A-Za-z0-9_-]{0,59})\s*(?:\|\s*([^{}|]*?)\s*)?\}\}/g;

/** A text cut into its words and its live figures, in order. */
export function liveParts(
  text: string,
  figures: Readonly<Record<string, Figure>>,
  numbers?: Settings['numbers'],
): LivePart[] {
  const parts: LivePart[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACE)) {
    if (match.index > end) parts.push({ kind: 'words', text: text.slice(end, match.index) });
    const id = match[1] ?? '';
    const format = match[2] ?? '';
    const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
    parts.push({
      kind: 'figure',
      id,
      format,
      text: figure ? formatFigure(figure, format, numbers) : UNKNOWN,
      ...(figure && { figure }),
    });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'words', text: text.slice(end) });
  return parts;
}

/** A text with its live figures printed: "{{needed|0}} m" is "392 m". */
export function liveText(
  text: string,
  figures: Readonly<Record<string, Figure>>,
  numbers?: Settings['numbers'],
): string {
  return liveParts(text, figures, numbers)
    .map((part) => part.text)
    .join('');
}

/**
 * A figure in one of the formats; a leading + prints the sign of rises.
 * - none: fractions as 14.2%, from 100 up without decimals, below with one
 * - `0`, `0.0`, `0.00` ...: that many decimals
 * - `%`, `0%`, `0.00%`: a fraction as a percentage, one decimal unless said; `pp`: as percentage points
 * - `k`, `m`, `bn`: scaled from the figure's unit, "2.825 bn", at most three decimals and no idle zeros
 * - `unit`: with its unit, "2,825 US$ million"
 * - `ordinal`: 17th
 * A format that is none of these prints as if none were given. A figure that cannot be worked out is "n/m".
 */
export function formatFigure(figure: Figure, format: string, style?: Settings['numbers']): string {
  const { value, unit, fraction } = figure;
  if (!Number.isFinite(value)) return NOT_MEANINGFUL;
  const signed = format.startsWith('+');
  const code = signed ? format.slice(1) : format;
  if (code === 'ordinal') return ordinal(value);
  if (code === 'unit') return `${plain(figure, signed, style)}${fraction ? '' : ` ${unit}`}`.trimEnd();
  const factor = FACTORS[code];
  if (factor !== undefined) {
    const scaled = (value * (unitScale(unit)?.factor ?? 1)) / factor;
    return `${formatNumber(scaled, { decimals: neededDecimals(scaled), signed, style })} ${code}`;
  }
  if (code === 'pp') return `${formatPercent(value, 1, signed, style).replace('%', '')} pp`;
  const digits = /^(0(?:\.(0+))?)?(%?)$/.exec(code);
  if (!digits || code === '') return plain(figure, signed, style);
  const decimals = digits[2]?.length ?? 0;
  if (digits[3] === '%') return formatPercent(value, digits[1] === undefined ? 1 : decimals, signed, style);
  return formatNumber(value, { decimals, signed, style });
}

const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

function plain({ value, fraction }: Figure, signed: boolean, style?: Settings['numbers']): string {
  if (fraction) return formatPercent(value, 1, signed, style);
  return formatNumber(value, {
    decimals: Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1,
    signed,
    style,
  });
}

/** Decimals, at most three, that are not idle zeros: 4 has none, 2.825 three. */
function neededDecimals(value: number): number {
  for (let decimals = 0; decimals < 3; decimals++) {
    if (Math.abs(value - Number(value.toFixed(decimals))) < 0.0005) return decimals;
  }
  return 3;
}

function ordinal(value: number): string {
  const whole = Math.round(value);
  const tens = Math.abs(whole) % 100;
  const suffix =
    tens >= 11 && tens <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[Math.abs(whole) % 10] ?? 'th');
  return `${whole}${suffix}`;
}
