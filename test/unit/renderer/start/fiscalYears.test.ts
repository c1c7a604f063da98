import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fiscalYears } from '../../../../renderer/start/fiscalYears.ts';

const file = join(import.meta.dirname, '../../../../assets/sample/pakistan-ict-exports-monthly.csv');

test('the fiscal years of the sample, each month as printed last', () => {
  const years = fiscalYears(readFileSync(file, 'utf8'));
  // SBP and PBS print 2,617 for FY2022, 2,595 for FY2023 and 3,223 for FY2024; the months of FY2025 add up to 3,809.
  expect(years.map(({ year, sums }) => [year, sums.length, Math.round(sums.at(-1) ?? 0)])).toEqual([
    [2021, 12, 2111],
    [2022, 12, 2617],
    [2023, 12, 2595],
    [2024, 12, 3223],
    [2025, 12, 3809],
    [2026, 8, 2975],
  ]);
});

test('a year that misses a month before one it has is left out', () => {
  const releases =
    'month,item,value_usd_mn,status,published\n2023-07,ict_total,1,first,2023-08\n2023-09,ict_total,2,first,2023-10\n';
  expect(fiscalYears(releases)).toEqual([]);
});
