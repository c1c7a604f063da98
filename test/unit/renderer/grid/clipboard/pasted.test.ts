import { expect, test } from 'vitest';
import { pastedCell } from '../../../../../renderer/grid/clipboard/pastedCell.ts';
import { pasteTarget, transposed } from '../../../../../renderer/grid/clipboard/pastePlan.ts';
import { textCells } from '../../../../../renderer/grid/clipboard/textCells.ts';
import { numberText, typedValue } from '../../../../../renderer/grid/clipboard/typedValue.ts';

const cell = (text: string, attributes: Record<string, string> = {}, format?: string) =>
  pastedCell({ text, format, attribute: (name) => attributes[name] ?? null });

test('each program says in its own way what stands behind a shown text', () => {
  expect(cell('0.1', { sdval: '0.125', sdnum: '1033;0;0.0' })).toEqual({ text: '0.1', number: 0.125 });
  expect(cell('Jan 2025', { sdval: '45658', sdnum: '1033;1033;MMM YYYY' })).toEqual({
    text: 'Jan 2025',
    number: 45658,
    isDate: true,
  });
  expect(cell('1.234,5', { sdval: '1234.5', sdnum: '1031;0;Standard' })).toEqual({
    text: '1.234,5',
    number: 1234.5,
  });
  expect(cell('007', { sdnum: '1033;0;@' })).toEqual({ text: '007', isText: true });
  expect(cell('TRUE', { sdval: '1', sdnum: '1033;0;BOOLEAN' })).toEqual({ text: 'TRUE', boolean: true });
  expect(cell('12.5%', { 'data-sheets-value': '{"1":3,"3":0.125}' })).toEqual({
    text: '12.5%',
    number: 0.125,
  });
  expect(
    cell('Mar 2025', {
      'data-sheets-value': '{"1":3,"3":45717}',
      'data-sheets-numberformat': '{"1":5,"2":"mmm yyyy"}',
    }),
  ).toEqual({ text: 'Mar 2025', number: 45717, isDate: true });
  expect(cell('007', { 'data-sheets-value': '{"1":2,"2":"007"}' })).toEqual({ text: '007', isText: true });
  expect(cell('TRUE', { 'data-sheets-value': '{"1":4,"4":1}' })).toEqual({ text: 'TRUE', boolean: true });
  expect(cell('0.1', { 'data-sheets-value': 'broken' })).toEqual({ text: '0.1' });
  expect(cell('0.1', { 'x:num': '0.125' })).toEqual({ text: '0.1', number: 0.125 });
  expect(cell('1,250', { 'x:num': '' })).toEqual({ text: '1,250', number: 1250 });
  expect(cell('007', {}, '"\\@"')).toEqual({ text: '007', isText: true });
  expect(cell('Jan-25', { 'x:num': '45658' }, '"mmm\\-yy"')).toEqual({
    text: 'Jan-25',
    number: 45658,
    isDate: true,
  });
});

test('a value is typed as its column reads it', () => {
  const number = { type: 'number' } as const;
  const period = { type: 'period' } as const;
  const style = '1,234.5';
  expect(typedValue({ text: '0.1', number: 0.125 }, number, style)).toBe('0.125');
  expect(typedValue({ text: '7.0%', number: 0.07 }, number, style)).toBe('7%');
  expect(typedValue({ text: '  ' }, number, style)).toBeNull();
  // 2025-01-01 and 2025-01-31 are January; the 14th is a day, which the text says and the column refuses.
  expect(typedValue({ text: '1/1/2025', number: 45658, isDate: true }, period, style)).toBe('2025-01');
  expect(typedValue({ text: '31/01/2025', number: 45688, isDate: true }, period, style)).toBe('2025-01');
  expect(typedValue({ text: '14/01/2025', number: 45671, isDate: true }, period, style)).toBe('14/01/2025');
  expect(typedValue({ text: 'Jan 2025', number: 45658, isDate: true }, period, style)).toBe('Jan 2025');
  const items = { type: 'category', labels: { SI: 'Computer services' } } as const;
  expect(typedValue({ text: 'computer services' }, items, style)).toBe('SI');
  expect(typedValue({ text: 'SI' }, items, style)).toBe('SI');
  const own = { text: 'Computer services', own: { type: 'category', text: 'SI' } } as const;
  expect(typedValue(own, items, style)).toBe('SI');
  expect(typedValue(own, { type: 'text' }, style)).toBe('Computer services');
});

test('numbers are read by the decimal sign of the user, without their currency', () => {
  expect(numberText('1.234,5', '1.234,5')).toBe('1234.5');
  expect(numberText('1 234,5', '1 234,5')).toBe('1234.5');
  expect(numberText('1,234.5', '1,234.5')).toBe('1,234.5');
  expect(numberText('$ 1,234.50', '1,234.5')).toBe('1,234.50');
  expect(numberText('(Rs. 1,234)', '1,234.5')).toBe('(1,234)');
  expect(numberText('-€12,5', '1.234,5')).toBe('-12.5');
  expect(numberText('12,5 €', '1.234,5')).toBe('12.5');
  // What is no number stays as it is, and is told.
  expect(numberText('n.a.', '1,234.5')).toBe('n.a.');
  expect(numberText('$ soon', '1,234.5')).toBe('$ soon');
});

test('text of a page that had a table', () => {
  expect(textCells('Computer services  90.1  121.7\nCall centres       8.5    9.0')).toEqual([
    ['Computer services', '90.1', '121.7'],
    ['Call centres', '8.5', '9.0'],
  ]);
  expect(textCells('Jul 2019 90.1 0.2\r\nAug 2019 (24.9) 0.3\r\n')).toEqual([
    ['Jul 2019', '90.1', '0.2'],
    ['Aug 2019', '(24.9)', '0.3'],
  ]);
  // Names and months that end in a figure stay whole, and so does a column of figures.
  expect(textCells('Sector 1\nSector 2')).toEqual([['Sector 1'], ['Sector 2']]);
  expect(textCells('Jul 2019\nAug 2019')).toEqual([['Jul 2019'], ['Aug 2019']]);
  expect(textCells('310.5\n348')).toEqual([['310.5'], ['348']]);
});

test('a block lands as in a spreadsheet', () => {
  const size = { rows: 10, columns: 5 };
  const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
  const block = (height: number, width: number) => ({ height, width });
  // One value fills the selection, a row is repeated down it, a block of two rows twice in four.
  expect(pasteTarget(block(1, 1), at(2, 1, 4, 2), size)).toEqual({ bounds: at(2, 1, 4, 2), beyond: 0 });
  expect(pasteTarget(block(1, 2), at(2, 1, 4, 1), size)).toEqual({ bounds: at(2, 1, 4, 2), beyond: 0 });
  expect(pasteTarget(block(2, 1), at(0, 0, 3, 0), size)).toEqual({ bounds: at(0, 0, 3, 0), beyond: 0 });
  // Three rows are no multiple of two: once.
  expect(pasteTarget(block(2, 1), at(0, 0, 2, 0), size)).toEqual({ bounds: at(0, 0, 1, 0), beyond: 0 });
  // Longer than the table: new rows. Wider: told.
  expect(pasteTarget(block(4, 3), at(8, 4), size)).toEqual({ bounds: at(8, 4, 11, 4), beyond: 2 });
  expect(transposed([['a', 'b'], ['c']], '')).toEqual([
    ['a', 'c'],
    ['b', ''],
  ]);
});
