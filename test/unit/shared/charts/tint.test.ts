import { expect, test } from 'vitest';
import { tint } from '../../../../shared/charts/drawing/tint.ts';

test('a tint lies between the colour and the paper', () => {
  expect(tint('#000000', '#FFFFFF', 0)).toBe('#FFFFFF');
  expect(tint('#000000', '#FFFFFF', 1)).toBe('#000000');
  expect(tint('#000000', '#FFFFFF', 0.5)).toBe('#808080');
});

test('colours as a minified style sheet writes them are understood', () => {
  expect(tint('#6CA067', '#fff', 0.24)).toBe(tint('#6CA067', '#FFFFFF', 0.24));
});
