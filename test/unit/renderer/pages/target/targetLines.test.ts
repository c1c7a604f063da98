import { expect, test } from 'vitest';
import { stripScale } from '../../../../../renderer/pages/target/stripScale.ts';
import { monthMarks, niceAxis, pathLines } from '../../../../../renderer/pages/target/targetLines.ts';
import { fy2025 } from './fy2025.ts';

test('published months, then what came, then what would have been needed', () => {
  const { published, outcome, needed } = monthMarks(fy2025, true);
  expect(published.filter((value) => value !== null)).toEqual([286, 298, 292, 330, 310, 348, 313, 305, 342]);
  expect(outcome.slice(9)).toEqual([317, 329, 339]);
  // 1,175 over three months; April fell short by 391.7 - 317 = 74.7.
  expect(needed.map(({ month, from, to }) => [month, Math.round(to - from)])).toEqual([
    [9, 75],
    [10, 63],
    [11, 53],
  ]);
});

test('as known in March the needed months stand on the axis', () => {
  const { outcome, needed } = monthMarks(fy2025, false);
  expect(outcome.every((value) => value === null)).toBe(true);
  expect(needed.map(({ from }) => from)).toEqual([0, 0, 0]);
});

test('the path starts from the printed figure and ends at the goal and at the printed year', () => {
  const lines = pathLines(fy2025, true);
  expect(lines.lastKnown).toBe(8);
  expect(lines.achieved[7]).toBe(2482);
  expect(lines.achieved[8]).toBe(2825);
  expect(lines.needed[11]).toBeCloseTo(4000, 6);
  expect(lines.outcome.slice(8)).toEqual([2825, 3142, 3471, 3810]);
  expect(lines.lastYear[11]).toBe(3223);
});

test('without the outcome, and before the first known month', () => {
  expect(pathLines(fy2025, false).outcome.every((value) => value === null)).toBe(true);
  const none = {
    ...fy2025,
    monthsKnown: 0,
    monthsLeft: 12,
    achieved: 0,
    neededPerMonth: 4000 / 12,
    outcome: null,
    months: fy2025.months.map((month) => ({ ...month, known: false, value: null })),
  };
  const lines = pathLines(none, true);
  expect(lines.lastKnown).toBe(-1);
  expect(lines.needed[0]).toBeCloseTo(333.33, 2);
  expect(lines.needed[11]).toBeCloseTo(4000, 6);
  expect(lines.achieved.every((value) => value === null)).toBe(true);
});

test('a missing month ends a cumulative line', () => {
  const gap = { ...fy2025, months: fy2025.months.map((m, i) => (i === 3 ? { ...m, lastYear: null } : m)) };
  expect(pathLines(gap, true).lastYear.slice(2)).toEqual([655, ...Array(9).fill(null)]);
});

test('axes end at a round number above the highest value', () => {
  expect(niceAxis(391.7)).toEqual({ max: 400, interval: 100 });
  expect(niceAxis(4000)).toEqual({ max: 4000, interval: 1000 });
  expect(niceAxis(0)).toEqual({ max: 1, interval: 1 });
});

test('dots of the strip keep their distances', () => {
  const at = stripScale([3766, 4000]);
  expect(at(3766)).toBeCloseTo(0.1, 9);
  expect(at(4000)).toBeCloseTo(0.9, 9);
  expect(at(3883)).toBeCloseTo(0.5, 9);
  expect(stripScale([5])(5)).toBe(0.5);
});
