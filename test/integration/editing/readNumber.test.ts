import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculate } from '../../../main/editing/calculate.ts';
import { readNumber } from '../../../main/editing/readNumber.ts';

test.each([
  ['342', 342],
  ['1,234.5', 1234.5],
  ['12,34,567.8', 1234567.8],
  ['1 234', 1234],
  ['(123)', -123],
  ['123-', -123],
  ['\u22125.5', -5.5],
  ['+7', 7],
  ['.5', 0.5],
  ['1.5e3', 1500],
  ['=1200/3', 400],
  ['=(2,618-2,108)/2,108*100', 24.193548387096776],
  ['=-(2+3)*4', -20],
])('%s is %d', (text, value) => {
  expect(readNumber(text)).toBeCloseTo(value, 12);
});

test('a percentage is read as the unit of its column says', () => {
  expect(readNumber('12.5%', '%')).toBe(12.5);
  expect(readNumber('12.5 %', 'per cent')).toBe(12.5);
  expect(readNumber('12.5%', 'US$ million')).toBe(0.125);
});

test.each([
  'n.a.',
  '1,2',
  '1,23,4',
  '--5',
  '(5',
  '(-5)',
  '1.2.3',
  '=1/0',
  '=',
  '=2+',
  '=alert(1)',
  '=2 3',
  '5%%',
  'Infinity',
  '0x10',
  '1e999',
])('%s is no number', (text) => {
  expect(readNumber(text)).toBeNull();
});

test('what JavaScript prints is read back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(readNumber(String(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('no text makes the calculator throw or hang', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.+-*/() e,'), maxLength: 60 }), (text) => {
      const value = calculate(text);
      expect(value === null || Number.isFinite(value)).toBe(true);
    }),
  );
  expect(calculate('('.repeat(100_000))).toBeNull();
});
