import { expect, test } from 'vitest';
import { stretchOf, wheelPixels } from '../../../../renderer/grid/wheelScale.ts';

test('a table of up to 1,142,857 rows of 28 px is not stretched', () => {
  expect(stretchOf(1_142_857, 28, 800)).toBe(1);
  expect(stretchOf(1_142_858, 28, 800)).toBeGreaterThan(1);
});

test('ten million rows of 28 px are stretched 8.75 times', () => {
  expect(stretchOf(10_000_000, 28, 800)).toBeCloseTo(8.75, 2);
});

test('lines and pages become pixels', () => {
  expect(wheelPixels({ deltaY: 100, deltaMode: 0 }, 26, 600)).toBe(100);
  expect(wheelPixels({ deltaY: 3, deltaMode: 1 }, 26, 600)).toBe(78);
  expect(wheelPixels({ deltaY: -1, deltaMode: 2 }, 26, 600)).toBe(-600);
});
