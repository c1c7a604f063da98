import { expect, test } from 'vitest';
import {
  hiddenBefore,
  movedOrder,
  orderedColumns,
  shownColumns,
} from '../../../../shared/model/columnLayout.ts';
import type { Column } from '../../../../shared/model/table.ts';

const columns = 'abcde'.split('').map((id): Column => ({ id, name: id, type: 'text', role: 'note' }));
const layout = { order: ['c', 'a'], widths: {}, hidden: ['a', 'e'], frozen: 1 };
const ids = (list: readonly Column[]) => list.map(({ id }) => id).join('');

test('columns that the order does not name follow it, and a table without a layout is as it was', () => {
  expect(ids(orderedColumns({ columns, layout }))).toBe('cabde');
  expect(ids(shownColumns({ columns, layout }))).toBe('cbd');
  expect(ids(shownColumns({ columns }))).toBe('abcde');
  expect(ids(shownColumns({ columns, layout: { ...layout, hidden: ['a', 'b', 'c', 'd', 'e'] } }))).toBe(
    'cabde',
  );
});

test('hidden columns are known by the shown one that follows them', () => {
  const found = [...hiddenBefore({ columns, layout })].map(([id, hidden]) => [id, ids(hidden)]);
  expect(found).toEqual([
    ['b', 'a'],
    [null, 'e'],
  ]);
});

test('columns move before another one, together and in their order', () => {
  expect(movedOrder({ columns }, ['b', 'd'], 'a').join('')).toBe('bdace');
  expect(movedOrder({ columns }, ['a'], null).join('')).toBe('bcdea');
  expect(movedOrder({ columns }, ['b', 'c'], 'c').join('')).toBe('abcde');
  expect(movedOrder({ columns, layout }, ['e'], 'c').join('')).toBe('ecabd');
});
