import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inkOn } from '../../../../shared/charts/drawing/inkOn.ts';
import { niceScale, ticksOf } from '../../../../shared/charts/drawing/scale.ts';
import { spread } from '../../../../shared/charts/drawing/spread.ts';

test.each([
  [437, [0, 150, 300, 450]],
  [3809, [0, 1000, 2000, 3000, 4000]],
  [2619, [0, 1000, 2000, 3000]],
  [0.62, [0, 0.25, 0.5, 0.75]],
])('an axis up to %d has few round ticks', (most, ticks) => {
  expect(ticksOf(niceScale([0, most], { zero: true }))).toEqual(ticks);
});

test('every axis holds its values, and has 3 to 5 ticks', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (raw) => {
      const values = raw.map((value) => Math.round(value * 100) / 100);
      const scale = niceScale(values, { zero: true });
      // What lies beyond an end by a billionth of a step is drawn on it: no screen is that fine.
      const hair = 1e-6 + scale.interval * 1e-8;
      expect(scale.min).toBeLessThanOrEqual(Math.min(0, ...values) + hair);
      expect(scale.max).toBeGreaterThanOrEqual(Math.max(0, ...values) - hair);
      const { length } = ticksOf(scale);
      expect(length).toBeGreaterThanOrEqual(3);
      expect(length).toBeLessThanOrEqual(6);
    }),
  );
});

test('labels that want the same place stand apart and keep their order', () => {
  expect(spread([50, 50, 52], 14, 0, 200)).toEqual([50, 64, 78]);
  expect(spread([190, 195], 14, 0, 200)).toEqual([186, 200]);
});

test('text on petrol is white, on amber near-black', () => {
  expect(inkOn('#086E79')).toBe('#FFFFFF');
  expect(inkOn('#EB9F40')).toBe('#0B0E10');
});
