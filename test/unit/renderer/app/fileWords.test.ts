import { expect, test } from 'vitest';
import { matchesFilter, sizeWords, withExtension } from '../../../../renderer/app/files/fileWords.ts';

const projects = { name: 'Projects', extensions: ['tijarat'] };

test('a saved name gets the extension once', () => {
  expect(withExtension('exports', projects)).toBe('exports.tijarat');
  expect(withExtension('exports.TIJARAT', projects)).toBe('exports.TIJARAT');
  expect(withExtension('fy2025.final', projects)).toBe('fy2025.final.tijarat');
});

test('a filter looks at the end of a name, whatever its case', () => {
  expect(matchesFilter('a.Tijarat', projects)).toBe(true);
  expect(matchesFilter('tijarat', projects)).toBe(false);
  expect(matchesFilter('anything', undefined)).toBe(true);
});

test('sizes are in thousands, as systems print them', () => {
  expect(sizeWords(999)).toBe('999 B');
  expect(sizeWords(23_909)).toBe('23.9 kB');
  expect(sizeWords(1_500_000)).toBe('1.5 MB');
});
