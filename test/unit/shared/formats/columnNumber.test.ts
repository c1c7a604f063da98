import { expect, test } from 'vitest';
import { columnNumber, numberFormatCode, shownUnit } from '../../../../shared/formats/columnNumber.ts';
import type { NumberFormat } from '../../../../shared/model/table.ts';

const plain: NumberFormat = { decimals: 1, thousands: true, signed: false };
const column = (format: Partial<NumberFormat>, unit?: string) => ({
  format: { ...plain, ...format },
  ...(unit !== undefined && { unit }),
});

test('a figure is shown in another scale than it is stored, and its unit says so', () => {
  const inMillions = column({ scale: 'million' }, 'US$ thousand');
  expect(columnNumber(311_500, inMillions)).toBe('311.5');
  expect(shownUnit(inMillions)).toBe('US$ million');
  // 1,005 thousand is 1.005 million, and rounds by its digits: half away from zero.
  expect(columnNumber(1005, column({ scale: 'million', decimals: 2 }, 'US$ thousand'))).toBe('1.01');
  expect(columnNumber(2.5, column({ scale: 'thousand', decimals: 0 }, 'US$ million'))).toBe('2,500');
  expect(shownUnit(column({ scale: 'one' }, 'PKR crore'))).toBe('PKR');
  expect(shownUnit(column({ scale: 'billion' }, 'US$'))).toBe('US$ billion');
  expect(shownUnit({ unit: '%' })).toBe('%');
});

test('negative figures stand in brackets, shares as percentages, digits as another locale groups them', () => {
  expect(columnNumber(-1234.56, column({ negative: 'brackets' }))).toBe('(1,234.6)');
  expect(columnNumber(-0.04, column({ negative: 'brackets' }))).toBe('0.0');
  expect(columnNumber(-0.125, column({ percent: true, negative: 'brackets' }))).toBe('(12.5%)');
  expect(columnNumber(0.145, column({ percent: true, signed: true }))).toBe('+14.5%');
  expect(columnNumber(1234567.8, column({ numbers: '1.234,5' }), '1,234.5')).toBe('1.234.567,8');
  expect(columnNumber(5, {})).toBe('5');
  expect(columnNumber(5.126, {})).toBe('5.13');
});

test('spreadsheets show the stored figure in the same way', () => {
  expect(numberFormatCode({})).toBe('General');
  expect(numberFormatCode(column({ decimals: 0, thousands: false }))).toBe('0');
  expect(numberFormatCode(column({ scale: 'million' }, 'US$ thousand'))).toBe('#,##0.0,');
  expect(numberFormatCode(column({ scale: 'crore' }, 'PKR lakh'))).toBe('#,##0.0');
  expect(numberFormatCode(column({ percent: true, negative: 'brackets' }))).toBe(
    '#,##0.0%;(#,##0.0%);#,##0.0%',
  );
  expect(numberFormatCode(column({ signed: true }))).toBe('+#,##0.0;-#,##0.0;#,##0.0');
});
