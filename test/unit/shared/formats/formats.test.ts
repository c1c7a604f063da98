import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber, formatPercent } from '../../../../shared/formats/formatNumber.ts';
import { formatPeriod } from '../../../../shared/formats/formatPeriod.ts';
import { parseNumber } from '../../../../shared/formats/parseNumber.ts';
import { roundDecimal } from '../../../../shared/formats/roundDecimal.ts';
import { shortUnit, unitScale } from '../../../../shared/formats/unitScale.ts';
import { periodOfText } from '../../../../shared/periods/periodText.ts';

test.each([
  [1.005, 2, '1.01'],
  [2.5, 0, '3'],
  [-2.5, 0, '-3'],
  [0.5, 0, '1'],
  [0.45, 0, '0'],
  [-0.04, 1, '0.0'],
  [99.95, 1, '100.0'],
  [1e21, 0, '1000000000000000000000'],
  [1e-7, 3, '0.000'],
  [0.0005, 3, '0.001'],
  [391.6666667, 1, '391.7'],
])('%d with %d decimals is %s', (value, decimals, text) => {
  expect(roundDecimal(value, decimals)).toBe(text);
});

test('digits are grouped in the style of the user', () => {
  expect(formatNumber(1234567.85)).toBe('1,234,567.9');
  expect(formatNumber(1234567.8, { style: '1.234,5' })).toBe('1.234.567,8');
  expect(formatNumber(1234567.8, { style: '1 234,5' })).toBe('1\u202f234\u202f567,8');
  expect(formatNumber(1234567.8, { style: '12,34,567.8' })).toBe('12,34,567.8');
  expect(formatNumber(1234, { thousands: false, decimals: 0 })).toBe('1234');
});

test('minus is a true minus, changes carry their sign, zero has none', () => {
  expect(formatNumber(-190, { decimals: 0 })).toBe('\u2212190');
  expect(formatNumber(19.7, { signed: true })).toBe('+19.7');
  expect(formatNumber(0.01, { signed: true })).toBe('0.0');
  expect(formatNumber(Number.NaN)).toBe('n/m');
  expect(formatNumber(null)).toBe('n/m');
});

test('fractions are printed as percentages', () => {
  expect(formatPercent(0.237, 1, true)).toBe('+23.7%');
  expect(formatPercent(0.145, 1)).toBe('14.5%');
  expect(formatPercent(-0.0525, 1)).toBe('\u22125.3%');
  expect(formatPercent(null)).toBe('n/m');
});

test.each([
  ['1,234.5', 1234.5],
  ['12,34,567.8', 1234567.8],
  ['1 234.5', 1234.5],
  ["1'234'567", 1234567],
  ['(1,234)', -1234],
  ['\u2212190', -190],
  ['+5', 5],
  ['.5', 0.5],
  ['5.', 5],
  ['1.5e3', 1500],
  ['12.5%', 12.5],
  ['007', 7],
])('%s is the number %d', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each(['', '-', '1,5', '1,23,4', 'n.a.', '1.2.3', '1,234,56', '12 34', '0x10', '1e999', '(-5)', '.'])(
  '%j is no number',
  (text) => {
    expect(parseNumber(text)).toBeNull();
  },
);

test('with a decimal comma the point groups', () => {
  expect(parseNumber('1.234,5', ',')).toBe(1234.5);
  expect(parseNumber('1,5', ',')).toBe(1.5);
  expect(parseNumber('1.5', ',')).toBeNull();
});

test('a printed number reads back as it was rounded', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom('1,234.5', '1.234,5', '1 234,5', '12,34,567.8'),
      (value, decimals, style) => {
        const text = formatNumber(value, { decimals, style });
        expect(parseNumber(text, style.endsWith(',5') ? ',' : '.')).toBe(
          Number(roundDecimal(value, decimals)) + 0,
        );
      },
    ),
  );
});

test('scale words have short forms', () => {
  expect(shortUnit('US$ million')).toBe('US$ m');
  expect(unitScale('PKR billion')).toEqual({ word: 'billion', short: 'bn', factor: 1e9 });
  expect(unitScale('%')).toBeNull();
});

test('periods have names', () => {
  const name = (text: string, short = false) =>
    formatPeriod(periodOfText(text) ?? -1, { fiscalYearStart: 7, short });
  expect(name('2025-03')).toBe('Mar 2025');
  expect(name('2024-07/P12M')).toBe('FY2025');
  expect(name('2024-07/P12M', true)).toBe('FY25');
  expect(name('2024-07/P9M')).toBe('July to March FY2025');
  expect(name('2024-07/P9M', true)).toBe('Jul\u2013Mar FY25');
  expect(name('2025-Q1')).toBe('Q1 2025');
  expect(name('2025')).toBe('2025');
  expect(name('2025-05/P4M')).toBe('May to August 2025');
  expect(formatPeriod(periodOfText('2025-03') ?? -1, { fiscalYearStart: 7, style: 'Mar-25' })).toBe('Mar-25');
});
