import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { type PeriodCode, spanOf } from '../../../shared/periods/period.ts';

/** Every span begins with the fiscal year, and some year has spans of several lengths: each holds the ones before it. */
export function areCumulative(texts: readonly string[], fiscalYearStart: number): boolean {
  return cumulativeYears(codesOf(texts, fiscalYearStart), fiscalYearStart) !== null;
}

/** The same, and in every year the spans grow month by month from the first: single months follow from them without a gap. */
export function areConsecutive(texts: readonly string[], fiscalYearStart: number): boolean {
  const years = cumulativeYears(codesOf(texts, fiscalYearStart), fiscalYearStart);
  return years?.every((lengths) => lengths.every((months, i) => months === i + 1)) ?? false;
}

function codesOf(texts: readonly string[], fiscalYearStart: number): PeriodCode[] {
  const codes = texts.map((text) => parsePeriod(text, { fiscalYearStart }) ?? -1);
  return codes.includes(-1) ? [] : [...new Set(codes)];
}

/** The lengths of the spans of each year, growing; null where some span begins elsewhere, or no year has two. */
export function cumulativeYears(codes: readonly PeriodCode[], fiscalYearStart: number): number[][] | null {
  const years = new Map<number, number[]>();
  for (const code of codes) {
    const { start, months } = spanOf(code);
    if (start % 12 !== fiscalYearStart - 1 || months > 12) return null;
    years.set(
      start,
      [...(years.get(start) ?? []), months].sort((a, b) => a - b),
    );
  }
  const lengths = [...years.values()];
  return lengths.some((one) => one.length >= 2) ? lengths : null;
}
