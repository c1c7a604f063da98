import { expect, test } from 'vitest';
import { monthsToDate } from '../../../../shared/measures/fiscalYearToDate.ts';
import { shareOfTotal } from '../../../../shared/measures/shareOfTotal.ts';
import { trailingMonths } from '../../../../shared/measures/trailing12.ts';
import { yearOnYear } from '../../../../shared/measures/yearOnYear.ts';
import { fiscalYearPeriod, monthPeriod } from '../../../../shared/periods/period.ts';

test('FY2022 on FY2021 grew by 24.2 %', () => {
  expect(yearOnYear(2618, 2108)).toBeCloseTo(0.2419, 4);
});
test('a month with no value a year ago, or a base of zero or less, has no growth', () => {
  expect(yearOnYear(324, null)).toBeNull();
  expect(yearOnYear(324, 0)).toBeNull();
  expect(yearOnYear(324, -5)).toBeNull();
});
test('freelancers brought 14.2 % of July to March FY2025', () => {
  expect(shareOfTotal(400, 2825)).toBeCloseTo(0.1416, 4);
  expect(shareOfTotal(400, 0)).toBeNull();
});
test('to date in September 2024 is July to September, in July only July', () => {
  expect(monthsToDate(monthPeriod(2024, 9), 7)).toEqual([7, 8, 9].map((month) => monthPeriod(2024, month)));
  expect(monthsToDate(monthPeriod(2024, 7), 7)).toEqual([monthPeriod(2024, 7)]);
  expect(monthsToDate(fiscalYearPeriod(2025, 7), 7)).toBeNull();
});
test('twelve months to June 2025 begin in July 2024', () => {
  expect(trailingMonths(monthPeriod(2025, 6))?.[0]).toBe(monthPeriod(2024, 7));
  expect(trailingMonths(monthPeriod(2025, 6))).toHaveLength(12);
});
