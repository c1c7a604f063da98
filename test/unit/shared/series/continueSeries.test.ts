import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColumnType } from '../../../../shared/model/table.ts';
import { fiscalYearPeriod, monthPeriod, periodCode } from '../../../../shared/periods/period.ts';
import { continueSeries, type SeriesOptions } from '../../../../shared/series/continueSeries.ts';

type Value = string | number | boolean | null;
const go = (source: Value[], type: ColumnType, rest: Partial<SeriesOptions> = {}, count = 3) =>
  continueSeries(source, count, { type, fiscalYearStart: 7, ...rest });

test('numbers with one step go on, others repeat', () => {
  expect(go([1, 2], 'number')).toEqual([3, 4, 5]);
  expect(go([0.1, 0.2], 'number')).toEqual([0.3, 0.4, 0.5]);
  expect(go([10, 7.5], 'number')).toEqual([5, 2.5, 0]);
  expect(go([1, 2, 4], 'number', {}, 4)).toEqual([1, 2, 4, 1]);
  expect(go([5, null], 'number')).toEqual([5, null, 5]);
  expect(go([7], 'number')).toEqual([7, 7, 7]);
  expect(go([7], 'number', { as: 'other' })).toEqual([8, 9, 10]);
  expect(go([1, 2], 'number', { as: 'other' })).toEqual([1, 2, 1]);
  expect(go([1, 2], 'number', { as: 'copy' })).toEqual([1, 2, 1]);
});

test('backwards the nearest comes first', () => {
  expect(go([1, 2], 'number', { backwards: true })).toEqual([0, -1, -2]);
  expect(go(['a', 'b'], 'text', { backwards: true })).toEqual(['b', 'a', 'b']);
  expect(go([monthPeriod(2025, 1)], 'period', { backwards: true }, 1)).toEqual([monthPeriod(2024, 12)]);
});

test('periods go on by their step, a single one by its length', () => {
  expect(go([monthPeriod(2024, 11)], 'period')).toEqual([
    monthPeriod(2024, 12),
    monthPeriod(2025, 1),
    monthPeriod(2025, 2),
  ]);
  const quarter = (year: number, first: number) => periodCode(year * 12 + first, 3);
  expect(go([quarter(2024, 6)], 'period', {}, 2)).toEqual([quarter(2024, 9), quarter(2025, 0)]);
  expect(go([fiscalYearPeriod(2024, 7)], 'period', {}, 1)).toEqual([fiscalYearPeriod(2025, 7)]);
  expect(go([monthPeriod(2024, 1), monthPeriod(2024, 7)], 'period', {}, 1)).toEqual([monthPeriod(2025, 1)]);
  expect(go([monthPeriod(2024, 1)], 'period', { as: 'other' }, 1)).toEqual([monthPeriod(2024, 1)]);
});

test('texts count, months and quarters turn, written periods go on in their spelling', () => {
  expect(go(['Item 9'], 'text')).toEqual(['Item 10', 'Item 11', 'Item 12']);
  expect(go(['A-007'], 'text', {}, 1)).toEqual(['A-008']);
  expect(go(['Line 2', 'Line 4'], 'text', {}, 2)).toEqual(['Line 6', 'Line 8']);
  expect(go(['Nov'], 'text')).toEqual(['Dec', 'Jan', 'Feb']);
  expect(go(['Q3', 'Q4'], 'text', {}, 2)).toEqual(['Q1', 'Q2']);
  expect(go(['FY2024-25'], 'text', {}, 1)).toEqual(['FY2025-26']);
  expect(go(['Dec 2024'], 'text', {}, 1)).toEqual(['Jan 2025']);
  expect(go(['red', 'green'], 'text')).toEqual(['red', 'green', 'red']);
  // A code is not invented.
  expect(go(['S4'], 'category', {}, 2)).toEqual(['S4', 'S4']);
  expect(go(['S4'], 'category', { as: 'other' }, 2)).toEqual(['S5', 'S6']);
});

test('what goes on, goes on alike from any part of it', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(
      cents,
      fc.integer({ min: -5000, max: 5000 }),
      fc.integer({ min: 2, max: 6 }),
      (from, step, n) => {
        const at = (place: number) => Number(((from + step * place) / 100).toFixed(2));
        const source = Array.from({ length: n }, (_, i) => at(i));
        const next = go(source, 'number', {}, 5);
        expect(next).toEqual([0, 1, 2, 3, 4].map((i) => at(n + i)));
        // Backwards from what followed it leads to where it began.
        expect(go(next, 'number', { backwards: true }, n)).toEqual(source.toReversed());
      },
    ),
  );
});

test('a copy is the cells over and over', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 5 }),
      fc.nat({ max: 20 }),
      (source, count) => {
        const copied = go(source, 'number', { as: 'copy' }, count);
        expect(copied).toEqual(Array.from({ length: count }, (_, i) => source[i % source.length]));
      },
    ),
  );
});
