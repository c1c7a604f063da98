import type { TargetAnswer } from '../contract/views.ts';
import { formatNumber } from '../formats/formatNumber.ts';
import { formatPeriod } from '../formats/formatPeriod.ts';
import type { PeriodCode } from '../periods/period.ts';
import { yearOnYear } from './yearOnYear.ts';

/** What the arithmetic of a target stands on; all figures in the target's unit. */
export interface TargetInput {
  goal: number;
  unit: string;
  /** Every month of the period in order: what is on file for it, whether it counts as known, and the same month a year before. */
  months: readonly { period: PeriodCode; value: number | null; known: boolean; lastYear: number | null }[];
  /** The cumulative figure as printed for exactly the known months, and for the same months a year before. */
  printed: number | null;
  printedLastYear: number | null;
  /** The whole period and the one before, as printed. */
  outcome: number | null;
  lastYear: number | null;
  fiscalYearStart: number;
  notes: readonly string[];
  sourceLine: string;
}

/**
 * The arithmetic of a goal T with n of N months gone.
 * Needed a month: (T - achieved) / (N - n). FY2025: (4000 - 2825) / 3 = 391.7, against 2825 / 9 = 313.9 so far.
 * Growth needed: what is left on the same months a year before, 1175 / 940 - 1 = 25.0 %.
 * "Achieved" is the printed cumulative figure where there is one for that span, else the sum of months; the gap between them is told.
 * Gaps: null where months are missing, none are left, or a base is not above zero.
 */
export function targetPath(input: TargetInput): TargetAnswer {
  const { goal, unit, months, printed, outcome, fiscalYearStart } = input;
  const monthsKnown = months.findLastIndex(({ known }) => known) + 1;
  const gone = months.slice(0, monthsKnown);
  const ahead = months.slice(monthsKnown);
  const sumOfMonths = gone.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const achieved = printed ?? sumOfMonths;
  const whole = printed !== null || gone.every(({ value }) => value !== null);
  const left = goal - achieved;
  const sameMonthsLastYear = total(ahead.map(({ lastYear }) => lastYear));
  const lastYearSoFar = input.printedLastYear ?? total(gone.map(({ lastYear }) => lastYear));
  const lastYear = input.lastYear ?? total(months.map((month) => month.lastYear));
  const best = gone.reduce<{ value: number; period: PeriodCode } | null>(
    (most, { value, period }) => (value !== null && (!most || value > most.value) ? { value, period } : most),
    null,
  );
  const averageSoFar = whole && monthsKnown > 0 ? achieved / monthsKnown : null;
  const notes = [...input.notes];
  const missing = gone.filter(({ value }) => value === null);
  if (missing.length > 0) {
    const names = missing.map(({ period }) => formatPeriod(period, { fiscalYearStart }));
    notes.push(`${names.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing from the sum of months.`);
  }
  const gap = printed !== null && missing.length === 0 && monthsKnown > 0 ? printed - sumOfMonths : null;

  return {
    goal,
    unit,
    monthsKnown,
    monthsLeft: ahead.length,
    achieved,
    achievedFrom: printed === null ? 'months' : 'printed',
    printed,
    sumOfMonths,
    gap,
    left,
    neededPerMonth: ahead.length > 0 && whole ? left / ahead.length : null,
    averageSoFar,
    bestMonth: best,
    sameMonthsLastYear: ahead.length > 0 ? sameMonthsLastYear : null,
    growthNeeded: ahead.length > 0 && whole ? yearOnYear(left, sameMonthsLastYear) : null,
    growthSoFar: whole && monthsKnown > 0 ? yearOnYear(achieved, lastYearSoFar) : null,
    outcome,
    outcomeGap: outcome === null ? null : outcome - goal,
    lastYear,
    months: [...months],
    ways: whole ? waysToEnd({ ...input, months: gone, ahead, achieved, lastYearSoFar, lastYear, best }) : [],
    notes,
    sourceLine: input.sourceLine,
  };
}

interface WayInput {
  goal: number;
  outcome: number | null;
  months: TargetInput['months'];
  ahead: TargetInput['months'];
  achieved: number;
  lastYearSoFar: number | null;
  lastYear: number | null;
  best: { value: number } | null;
}

/** How the period could end, reckoned from the known months; highest first. None without known months, or when none is left. */
function waysToEnd(input: WayInput): TargetAnswer['ways'] {
  const { goal, outcome, months, ahead, achieved, lastYearSoFar, lastYear, best } = input;
  const gone = months.length;
  const left = ahead.length;
  if (gone === 0 || left === 0) return [];
  const found: { words: string; reckoning: string; result: number }[] = [];
  const so = whole(achieved);

  if (lastYear !== null && lastYearSoFar !== null && lastYearSoFar > 0) {
    found.push({
      words: 'Last year\u2019s season',
      reckoning: `${so} \u00d7 ${whole(lastYear)} \u00f7 ${whole(lastYearSoFar)}`,
      result: (achieved * lastYear) / lastYearSoFar,
    });
  }
  if (best) {
    found.push({
      words: left === 1 ? 'Best month again' : `Best month, ${TIMES[left] ?? left} times`,
      reckoning: `${so} + ${left} \u00d7 ${whole(best.value)}`,
      result: achieved + left * best.value,
    });
  }
  const latest = months.slice(-left).map(({ value }) => value);
  const latestSum = latest.length === left ? total(latest) : null;
  if (latestSum !== null) {
    found.push({
      words: left === 1 ? 'Latest month again' : `Latest ${TIMES[left] ?? left} months again`,
      reckoning: [so, ...latest.map((value) => whole(value ?? 0))].join(' + '),
      result: achieved + latestSum,
    });
  }
  found.push({
    words: 'Average so far',
    reckoning: `${so} \u00d7 ${gone + left} \u00f7 ${gone}`,
    result: (achieved * (gone + left)) / gone,
  });
  // The twelve months to the last known one: those gone, and last year's months that are still ahead.
  const year =
    gone + left === 12
      ? total([...months.map(({ value }) => value), ...ahead.map((month) => month.lastYear)])
      : null;
  if (year !== null) {
    found.push({
      words: '12-month average',
      reckoning: `${so} + ${left} \u00d7 ${formatNumber(year / 12)}`,
      result: achieved + (left * year) / 12,
    });
  }
  return found
    .map((way) => ({
      ...way,
      fromGoal: way.result - goal,
      fromOutcome: outcome === null ? null : way.result - outcome,
    }))
    .sort((a, b) => b.result - a.result);
}

const TIMES = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];

function whole(value: number): string {
  return formatNumber(value, { decimals: 0 });
}

/** The sum; null over a gap. */
function total(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
