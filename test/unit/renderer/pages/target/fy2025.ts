import type { TargetAnswer } from '../../../../../shared/contract/views.ts';
import { monthPeriod, shiftPeriod } from '../../../../../shared/periods/period.ts';

// SBP as printed by August 2025: July 2023 to June 2025, US$ million.
const lastYear = [214, 235, 206, 238, 259, 303, 265, 257, 306, 310, 332, 298];
const year = [286, 298, 292, 330, 310, 348, 313, 305, 342, 317, 329, 339];

/** Can FY2025 reach US$4 bn? The target's arithmetic, worked by hand from the printed months. */
export const fy2025: TargetAnswer = {
  goal: 4000,
  unit: 'US$ million',
  monthsKnown: 9,
  monthsLeft: 3,
  achieved: 2825,
  achievedFrom: 'printed',
  printed: 2825,
  sumOfMonths: 2824,
  gap: 1,
  left: 1175,
  neededPerMonth: 1175 / 3,
  averageSoFar: 2825 / 9,
  bestMonth: { value: 348, period: monthPeriod(2024, 12) },
  sameMonthsLastYear: 940,
  growthNeeded: 0.25,
  growthSoFar: 0.237,
  outcome: 3810,
  outcomeGap: -190,
  lastYear: 3223,
  months: year.map((value, index) => ({
    period: shiftPeriod(monthPeriod(2024, 7), index),
    value,
    known: index < 9,
    lastYear: lastYear[index] ?? null,
  })),
  ways: [],
  notes: [],
  sourceLine: 'SBP, latest vintage',
};
