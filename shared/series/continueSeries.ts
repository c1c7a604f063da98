import type { ColumnType } from '../model/table.ts';
import { monthName, monthShort } from '../periods/monthNames.ts';
import { parsePeriod } from '../periods/parsePeriod.ts';
import { shiftPeriod, spanOf } from '../periods/period.ts';
import { detectSpelling, spellPeriod } from '../periods/spellPeriod.ts';

type Value = string | number | boolean | null;

export interface SeriesOptions {
  readonly type: ColumnType;
  readonly fiscalYearStart: number;
  /** What stands before the cells is asked for: 1, 2 goes on with 0, -1. */
  readonly backwards?: boolean;
  /** `copy` repeats whatever stands there; `other` repeats what would go on, and lets a single number or code go on by one. */
  readonly as?: 'auto' | 'copy' | 'other';
}

/**
 * What follows cells, as a spreadsheet fills them: numbers with one step between them go on by it, periods by theirs (a single one by its
 * length), texts that end with a number count, month names and quarters turn. All else, and a single number or code, repeats.
 * Backwards the first of the answer stands nearest to the cells.
 */
export function continueSeries(source: readonly Value[], count: number, options: SeriesOptions): Value[] {
  const { type, backwards = false, as = 'auto' } = options;
  const cells = backwards ? source.toReversed() : source;
  if (cells.length === 0) return [];
  const goesOn = type !== 'boolean' && as !== 'copy' ? series(cells, options) : null;
  const isCopied = cells.length === 1 && (type === 'number' || type === 'category');
  const next = goesOn && isCopied === (as === 'other') ? goesOn : null;
  return Array.from({ length: count }, (_, i) =>
    next ? next(cells.length + i) : (cells[i % cells.length] ?? null),
  );
}

/** The value at a place of the series, where the cells are one; the first cell stands at 0. */
type At = (place: number) => Value;

function series(
  cells: readonly Value[],
  { type, backwards = false, fiscalYearStart }: SeriesOptions,
): At | null {
  const single = backwards ? -1 : 1;
  if (type === 'period') {
    const codes = cells.flatMap((cell) => (typeof cell === 'number' && cell >= 0 ? [cell] : []));
    return codes.length === cells.length ? periods(codes, single) : null;
  }
  if (type === 'number') {
    const numbers = cells.flatMap((cell) => (typeof cell === 'number' ? [cell] : []));
    return numbers.length === cells.length ? steps(numbers, single) : null;
  }
  const texts = cells.flatMap((cell) => (typeof cell === 'string' ? [cell] : []));
  if (texts.length < cells.length) return null;
  return turning(texts, single) ?? spelt(texts, single, fiscalYearStart) ?? counted(texts, single);
}

function steps(numbers: readonly number[], single: number): At | null {
  const decimals = Math.max(...numbers.map(decimalsOf));
  const step = constantStep(numbers, decimals, single);
  if (step === null) return null;
  const [first = 0] = numbers;
  // Each value from the first, rounded: 0.1, 0.2 goes on with 0.3 and gathers no error.
  return (place) => rounded(first + step * place, decimals);
}

function periods(codes: readonly number[], single: number): At | null {
  const [first = 0] = codes;
  const { months } = spanOf(first);
  if (codes.some((code) => spanOf(code).months !== months)) return null;
  const step = constantStep(
    codes.map((code) => spanOf(code).start),
    0,
    single * months,
  );
  if (step === null) return null;
  return (place) => {
    const code = shiftPeriod(first, step * place);
    // Periods have years of four digits.
    return code >= 0 && spanOf(code).start < 10_000 * 12 ? code : null;
  };
}

/** Periods that a text column writes as a file would: FY2024-25, Mar 2025. */
function spelt(texts: readonly string[], single: number, fiscalYearStart: number): At | null {
  const spelling = detectSpelling(texts[0] ?? '');
  if (spelling === null) return null;
  const codes = texts.map((text) => parsePeriod(text, { fiscalYearStart, spelling }));
  const same = codes.every(
    (code, i) => code !== null && spellPeriod(code, spelling, fiscalYearStart) === texts[i],
  );
  const at = same
    ? periods(
        codes.map((code) => code ?? 0),
        single,
      )
    : null;
  return (
    at &&
    ((place) => {
      const code = at(place);
      return typeof code === 'number' ? spellPeriod(code, spelling, fiscalYearStart) : null;
    })
  );
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const TURNS = [MONTHS.map(monthShort), MONTHS.map(monthName), ['Q1', 'Q2', 'Q3', 'Q4'], ['H1', 'H2']];

function turning(texts: readonly string[], single: number): At | null {
  for (const turn of TURNS) {
    const places = texts.map((text) => turn.indexOf(text));
    if (places.includes(-1)) continue;
    const [first = 0] = places;
    const gaps = places.slice(1).map((place, i) => (place - (places[i] ?? 0) + turn.length) % turn.length);
    if (new Set(gaps).size > 1) return null;
    const step = gaps[0] ?? single;
    return (place) => turn[(((first + step * place) % turn.length) + turn.length) % turn.length] ?? null;
  }
  return null;
}

/** A text and the number at its end: "Item 9", "A-007". */
function counted(texts: readonly string[], single: number): At | null {
  const parts = texts.map((text) => /^(.*?)(\d{1,15})$/s.exec(text));
  const [first] = parts;
  const head = first?.[1] ?? '';
  const digits = first?.[2];
  if (digits === undefined || parts.some((part) => part?.[1] !== head)) return null;
  const numbers = parts.map((part) => Number(part?.[2]));
  const step = constantStep(numbers, 0, single);
  if (step === null) return null;
  const width = digits.startsWith('0') ? digits.length : 1;
  // Below zero the count would need a sign that reads as a dash: it goes up again, as in a spreadsheet.
  return (place) => head + String(Math.abs((numbers[0] ?? 0) + step * place)).padStart(width, '0');
}

function constantStep(numbers: readonly number[], decimals: number, single: number): number | null {
  const steps = numbers.slice(1).map((value, i) => rounded(value - (numbers[i] ?? 0), decimals));
  const step = steps[0] ?? single;
  return Number.isFinite(step) && steps.every((one) => one === step) ? step : null;
}

function decimalsOf(value: number): number {
  const [body = '', exponent = '0'] = String(value).split('e');
  return Math.min(15, Math.max(0, (body.split('.')[1]?.length ?? 0) - Number(exponent)));
}

function rounded(value: number, decimals: number): number {
  // Beyond sixteen digits there is no decimal left to round.
  return Math.abs(value) * 10 ** decimals < 2 ** 53 ? Number(value.toFixed(decimals)) : value;
}
