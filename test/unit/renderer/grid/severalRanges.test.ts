import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, isInside, type RangeBounds, singleCell } from '../../../../renderer/grid/cellRange.ts';
import {
  asBlock,
  countOf,
  deselect,
  disjoint,
  nextSelected,
  toRange,
} from '../../../../renderer/grid/severalRanges.ts';

const bounds = (top: number, left: number, bottom = top, right = left): RangeBounds => ({
  top,
  left,
  bottom,
  right,
});
const anyBounds = fc
  .tuple(fc.nat(7), fc.nat(7), fc.nat(7), fc.nat(7))
  .map(([a, b, c, d]) => bounds(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)));
const cells = Array.from({ length: 64 }, (_, i) => ({ row: Math.floor(i / 8), column: i % 8 }));

test('cells that are selected twice count once, and none is lost', () => {
  // A1:B2 and B2:C3 are eight cells with one in common.
  expect(disjoint([bounds(0, 0, 1, 1), bounds(1, 1, 2, 2)]).reduce((sum, one) => sum + countOf(one), 0)).toBe(
    7,
  );
  fc.assert(
    fc.property(fc.array(anyBounds, { maxLength: 6 }), (all) => {
      const parts = disjoint(all);
      for (const cell of cells) {
        const times = parts.filter((part) => isInside(cell, part)).length;
        expect(times).toBe(all.some((one) => isInside(cell, one)) ? 1 : 0);
      }
    }),
  );
});

test('a cell taken out leaves every other cell selected', () => {
  fc.assert(
    fc.property(fc.array(anyBounds, { minLength: 1, maxLength: 4 }), fc.nat(63), (all, at) => {
      const cell = cells[at] ?? { row: 0, column: 0 };
      const rest = deselect(all.map(toRange), cell);
      const left = rest ? [...rest.others, rest.range].map(boundsOf) : [];
      for (const one of cells) {
        const was = all.some((range) => isInside(one, range));
        const is = left.some((range) => isInside(one, range));
        expect(is).toBe(was && (one.row !== cell.row || one.column !== cell.column));
      }
    }),
  );
});

test('ranges of the same rows or columns are one block, others are none', () => {
  expect(asBlock([bounds(0, 4, 2, 5), bounds(0, 0, 2, 1)])).toEqual({
    parts: [bounds(0, 0, 2, 1), bounds(0, 4, 2, 5)],
    across: true,
  });
  expect(asBlock([bounds(5, 1), bounds(0, 1, 2, 1)])?.across).toBe(false);
  expect(asBlock([bounds(0, 0), bounds(1, 1)])).toBeNull();
  expect(asBlock([bounds(0, 0, 2, 1), bounds(0, 1, 2, 3)])).toBeNull();
});

test('Tab walks along rows and into the next range, Enter down columns', () => {
  const range = toRange(bounds(0, 0, 1, 1));
  const others = [singleCell({ row: 5, column: 5 })];
  const walk = (times: number, down: boolean) => {
    let state: ReturnType<typeof nextSelected> = { range, others };
    const seen = [];
    for (let i = 0; i < times && state; i += 1) {
      state = nextSelected(state, 1, down);
      const at = state && (state.range.active ?? state.range.anchor);
      seen.push(at && `${at.row},${at.column}`);
    }
    return seen;
  };
  expect(walk(5, false)).toEqual(['0,1', '1,0', '1,1', '5,5', '0,0']);
  expect(walk(5, true)).toEqual(['1,0', '0,1', '1,1', '5,5', '0,0']);
  expect(nextSelected({ range: singleCell({ row: 1, column: 1 }), others: [] }, 1, true)).toBeNull();
  // Backwards from the first cell stands the last of the range before.
  expect(nextSelected({ range, others }, -1, false)?.range.active).toEqual({ row: 5, column: 5 });
});
