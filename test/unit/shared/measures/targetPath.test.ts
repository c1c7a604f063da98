import { expect, test } from 'vitest';
import { rounded } from '../../../../shared/formats/roundDecimal.ts';
import { type TargetInput, targetPath } from '../../../../shared/measures/targetPath.ts';
import { periodCode } from '../../../../shared/periods/period.ts';

// SBP as printed by August 2025: July 2024 to June 2025, and the year before, US$ million.
const year = [286, 298, 292, 330, 310, 348, 313, 305, 342, 317, 329, 339];
const before = [214, 235, 206, 238, 259, 303, 265, 257, 306, 310, 332, 298];

const input: TargetInput = {
  goal: 4000,
  unit: 'US$ million',
  months: year.map((value, i) => ({
    period: periodCode(2024 * 12 + 6 + i, 1),
    value,
    known: i < 9,
    lastYear: before[i] ?? null,
  })),
  printed: 2825,
  printedLastYear: 2284,
  outcome: 3810,
  lastYear: 3223,
  fiscalYearStart: 7,
  notes: [],
  sourceLine: 'SBP',
};

test('US$4 bn in FY2025 needs 391.7 m a month, against 313.9 m so far and a best month of 348 m', () => {
  const answer = targetPath(input);
  expect(rounded(answer.neededPerMonth ?? 0, 1)).toBe(391.7);
  expect(rounded(answer.averageSoFar ?? 0, 1)).toBe(313.9);
  expect(answer.bestMonth?.value).toBe(348);
  expect([answer.achieved, answer.achievedFrom, answer.sumOfMonths, answer.gap]).toEqual([
    2825,
    'printed',
    2824,
    1,
  ]);
  expect([answer.left, answer.monthsLeft, answer.sameMonthsLastYear]).toEqual([1175, 3, 940]);
  expect(answer.growthNeeded).toBe(0.25);
  expect(rounded(answer.growthSoFar ?? 0, 3)).toBe(0.237);
  expect([answer.outcome, answer.outcomeGap]).toEqual([3810, -190]);
});

test('the ways the year could end are those of the published reckoning', () => {
  const rows = targetPath(input).ways.map(({ words, reckoning, result, fromGoal, fromOutcome }) => [
    words,
    reckoning,
    rounded(result, 0),
    rounded(fromGoal, 0),
    rounded(fromOutcome ?? Number.NaN, 0),
  ]);
  expect(rows).toEqual([
    ['Last year\u2019s season', '2,825 \u00d7 3,223 \u00f7 2,284', 3986, -14, 176],
    ['Best month, three times', '2,825 + 3 \u00d7 348', 3869, -131, 59],
    ['Latest three months again', '2,825 + 313 + 305 + 342', 3785, -215, -25],
    ['Average so far', '2,825 \u00d7 12 \u00f7 9', 3767, -233, -43],
    ['12-month average', '2,825 + 3 \u00d7 313.7', 3766, -234, -44],
  ]);
});

test('without a printed figure the months are summed, and a hole among them is said and ends the arithmetic', () => {
  const months = input.months.map((month, i) => (i === 4 ? { ...month, value: null } : month));
  const answer = targetPath({ ...input, months, printed: null });
  expect(answer.achievedFrom).toBe('months');
  expect(answer.neededPerMonth).toBeNull();
  expect(answer.gap).toBeNull();
  expect(answer.ways).toEqual([]);
  expect(answer.notes).toEqual(['Nov 2024 is missing from the sum of months.']);
});

test('a period that has not begun needs the goal divided by its months', () => {
  const months = input.months.map((month) => ({ ...month, value: null, known: false }));
  const answer = targetPath({ ...input, months, printed: null, outcome: null });
  expect(answer.monthsKnown).toBe(0);
  expect(answer.neededPerMonth).toBe(4000 / 12);
  expect(answer.averageSoFar).toBeNull();
});

test('when no month is left nothing is needed a month', () => {
  const months = input.months.map((month) => ({ ...month, known: true }));
  const answer = targetPath({ ...input, months, printed: null });
  expect([answer.monthsLeft, answer.neededPerMonth, answer.growthNeeded]).toEqual([0, null, null]);
  expect(answer.achieved).toBe(3809);
});
