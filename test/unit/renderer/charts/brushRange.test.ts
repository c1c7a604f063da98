import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brushedRange } from '../../../../renderer/charts/brushRange.ts';

test('a handle that is drawn past the other one turns the range round', () => {
  expect(brushedRange({ kind: 'from', start: 3, before: { from: 3, to: 6 } }, 9, 20)).toEqual({
    from: 6,
    to: 9,
  });
});

test('a moved range keeps its length at the edge of the axis', () => {
  expect(brushedRange({ kind: 'move', start: 5, before: { from: 4, to: 8 } }, 19, 20)).toEqual({
    from: 15,
    to: 19,
  });
});

test('every gesture gives a range on the axis, first end first', () => {
  const index = fc.integer({ min: 0, max: 19 });
  fc.assert(
    fc.property(
      fc.constantFrom('draw' as const, 'from' as const, 'to' as const, 'move' as const),
      index,
      fc.tuple(index, index),
      fc.integer({ min: -50, max: 80 }),
      (kind, start, [a, b], at) => {
        const { from, to } = brushedRange(
          { kind, start, before: { from: Math.min(a, b), to: Math.max(a, b) } },
          at,
          20,
        );
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(20);
        expect(from).toBeLessThanOrEqual(to);
      },
    ),
  );
});
