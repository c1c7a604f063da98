import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prefixCube, sumBetween } from '../../../../renderer/pages/prefixCube.ts';

test('sums of a range of bins are what adding its bins gives, and nothing counted is missing', () => {
  // Two keys over three months: the second has no figure in the first month.
  const cube = prefixCube(
    Int32Array.of(10, 20, 30),
    2,
    Float64Array.of(1, 0, 2, 5, 4, 7),
    Float64Array.of(1, 0, 1, 1, 1, 1),
  );
  expect([...sumBetween(cube, 20, 30)]).toEqual([6, 12]);
  expect([...sumBetween(cube, 10, 10)]).toEqual([1, Number.NaN]);
  expect([...sumBetween(cube, 11, 19)]).toEqual([Number.NaN, Number.NaN]);
});

test('any range of any cube agrees with brute force', () => {
  const cubes = fc
    .record({
      bins: fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }),
      keyCount: fc.integer({ min: 1, max: 5 }),
    })
    .chain(({ bins, keyCount }) =>
      fc.record({
        bins: fc.constant([...bins].sort((a, b) => a - b)),
        keyCount: fc.constant(keyCount),
        cells: fc.array(fc.integer({ min: -1000, max: 1000 }), {
          minLength: bins.length * keyCount,
          maxLength: bins.length * keyCount,
        }),
        counts: fc.array(fc.integer({ min: 0, max: 3 }), {
          minLength: bins.length * keyCount,
          maxLength: bins.length * keyCount,
        }),
        from: fc.integer({ min: 0, max: 400 }),
        to: fc.integer({ min: 0, max: 400 }),
      }),
    );
  fc.assert(
    fc.property(cubes, ({ bins, keyCount, cells, counts, from, to }) => {
      const cube = prefixCube(
        Int32Array.from(bins),
        keyCount,
        Float64Array.from(cells),
        Float64Array.from(counts),
      );
      const expected = Array.from({ length: keyCount }, (_, key) => {
        const inside = bins.flatMap((bin, at) => (bin >= from && bin <= to ? [at * keyCount + key] : []));
        const counted = inside.reduce((sum, at) => sum + (counts[at] ?? 0), 0);
        return counted > 0 ? inside.reduce((sum, at) => sum + (cells[at] ?? 0), 0) : Number.NaN;
      });
      expect([...sumBetween(cube, from, to)]).toEqual(expected);
    }),
  );
});
