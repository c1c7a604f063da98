import { expect, test } from 'vitest';
import {
  boundsOf,
  cellCount,
  clampRange,
  extendRange,
  moveCell,
  nextCorner,
  singleCell,
} from '../../../../renderer/grid/cellRange.ts';

const size = { rows: 73, columns: 12 };

test('a range may be drawn in any direction', () => {
  const range = { anchor: { row: 62, column: 3 }, head: { row: 54, column: 2 } };
  expect(boundsOf(range)).toEqual({ top: 54, bottom: 62, left: 2, right: 3 });
  expect(cellCount(range)).toBe(18);
});

test('shift and arrows move the head, never the anchor, and stop at the edges', () => {
  const start = singleCell({ row: 0, column: 0 });
  const longer = extendRange(start, 8, 0, size);
  expect(longer).toEqual({ anchor: { row: 0, column: 0 }, head: { row: 8, column: 0 } });
  expect(extendRange(longer, -100, 0, size).head.row).toBe(0);
  expect(moveCell({ row: 72, column: 11 }, 1, 1, size)).toEqual({ row: 72, column: 11 });
});

test('rows that are gone leave the range', () => {
  const range = { anchor: { row: 70, column: 1 }, head: { row: 72, column: 1 } };
  expect(clampRange(range, { rows: 71, columns: 12 })?.head.row).toBe(70);
  expect(clampRange(range, { rows: 0, columns: 12 })).toBeNull();
});

test('ctrl and a full stop goes round the corners clockwise and keeps the cells', () => {
  let range = { anchor: { row: 2, column: 1 }, head: { row: 4, column: 5 } };
  const corners = [];
  for (let i = 0; i < 4; i += 1) {
    range = nextCorner(range);
    corners.push(`${range.anchor.row},${range.anchor.column}`);
    expect(boundsOf(range)).toEqual({ top: 2, bottom: 4, left: 1, right: 5 });
  }
  expect(corners).toEqual(['2,5', '4,5', '4,1', '2,1']);
  const line = { anchor: { row: 0, column: 0 }, head: { row: 3, column: 0 } };
  expect(nextCorner(nextCorner(line)).anchor).toEqual(line.anchor);
});

test('the active cell of a whole column stays where it is while the column grows', () => {
  const range = {
    anchor: { row: 0, column: 1 },
    head: { row: 72, column: 1 },
    active: { row: 40, column: 1 },
  };
  expect(extendRange(range, 0, 1, size).active).toEqual(range.active);
  expect(extendRange(range, -60, 0, size).active).toBeUndefined();
});
