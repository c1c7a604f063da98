import { expect, test } from 'vitest';
import { withCell } from '../../../../renderer/deck/withCell.ts';

test('one cell is replaced, and the rows given stay as they are', () => {
  const rows = [
    ['Item', 'Exports'],
    ['Total', '{{total}}'],
  ];
  expect(withCell(rows, 1, 1, '2,825')).toEqual([
    ['Item', 'Exports'],
    ['Total', '2,825'],
  ]);
  expect(rows[1]).toEqual(['Total', '{{total}}']);
});

test('rows of unequal length keep their lengths; a place outside changes nothing', () => {
  const rows = [['a'], ['b', 'c']];
  expect(withCell(rows, 0, 1, 'x')).toEqual(rows);
  expect(withCell(rows, 5, 0, 'x')).toEqual(rows);
});
