import type { TargetAnswer } from '../../../shared/contract/views.ts';

type Line = readonly (number | null)[];

/** What the chart of months draws, one entry a month of the period. */
export interface MonthMarks {
  readonly published: Line;
  /** What months after the known ones brought; empty where the outcome is hidden. */
  readonly outcome: Line;
  /** From what is there to what is needed, for months that fall short of it. */
  readonly needed: readonly { readonly month: number; readonly from: number; readonly to: number }[];
}

export function monthMarks(answer: TargetAnswer, withOutcome: boolean): MonthMarks {
  const { months, neededPerMonth } = answer;
  const outcome = months.map(({ known, value }) => (!known && withOutcome ? value : null));
  return {
    published: months.map(({ known, value }) => (known ? value : null)),
    outcome,
    needed: months.flatMap(({ known }, month) => {
      const from = outcome[month] ?? 0;
      if (known || neededPerMonth === null || from >= neededPerMonth) return [];
      return [{ month, from, to: neededPerMonth }];
    }),
  };
}

/** Cumulative lines from the first month of the period. */
export interface PathLines {
  /** Position of the last known month, -1 where none is known. */
  readonly lastKnown: number;
  readonly achieved: Line;
  readonly needed: Line;
  readonly outcome: Line;
  readonly lastYear: Line;
}

/**
 * The path to the target. A sum stops at the first missing month: what follows is not known.
 * The last known point is what was achieved (the printed figure where there is one), not the sum of months;
 * the last point of the outcome is the printed year where there is one.
 */
export function pathLines(answer: TargetAnswer, withOutcome: boolean): PathLines {
  const { months, achieved, monthsKnown, neededPerMonth } = answer;
  const lastKnown = monthsKnown - 1;
  const sums = running(months.map(({ known, value }) => (known ? value : null)));
  const after = running(months.slice(monthsKnown).map(({ value }) => value));
  const outcome = months.map((_, month) => {
    if (!withOutcome || month < lastKnown) return null;
    if (month === lastKnown) return achieved;
    if (month === months.length - 1 && answer.outcome !== null) return answer.outcome;
    const more = after[month - monthsKnown];
    return more === null || more === undefined ? null : achieved + more;
  });
  return {
    lastKnown,
    achieved: months.map((_, month) => (month === lastKnown ? achieved : (sums[month] ?? null))),
    needed: months.map((_, month) =>
      neededPerMonth === null || month < lastKnown ? null : achieved + neededPerMonth * (month - lastKnown),
    ),
    outcome: outcome.some((value, month) => month > lastKnown && value !== null)
      ? outcome
      : months.map(() => null),
    lastYear: running(months.map(({ lastYear }) => lastYear)),
  };
}

function running(values: Line): Line {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : sum + value;
    return sum;
  });
}

/** The next round number above `highest`, and a step that divides it into four to eight parts. */
export function niceAxis(highest: number): { max: number; interval: number } {
  if (!(highest > 0)) return { max: 1, interval: 1 };
  const power = 10 ** Math.floor(Math.log10(highest));
  const interval =
    [0.2, 0.25, 0.5, 1, 2].map((step) => step * power).find((step) => highest / step <= 6) ?? power;
  return { max: Math.ceil(highest / interval) * interval, interval };
}
