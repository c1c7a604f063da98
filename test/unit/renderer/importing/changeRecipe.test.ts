import { expect, test } from 'vitest';
import {
  columnLetter,
  dropColumn,
  headerAt,
  replaceStep,
  restoreColumn,
} from '../../../../renderer/importing/changeRecipe.ts';
import type { Recipe } from '../../../../shared/model/recipe.ts';

const recipe: Recipe = [
  { step: 'readText', encoding: 'utf-8', delimiter: ',', quote: '"', escape: '' },
  { step: 'header', lines: [1], firstDataLine: 2 },
  { step: 'setColumn', column: 'note', type: 'text', role: 'note', decimal: '.', missing: [] },
];

test('another header is read anew: what was said of the old columns goes', () => {
  expect(headerAt(recipe, 3)).toEqual([recipe[0], { step: 'header', lines: [3], firstDataLine: 4 }]);
});

test('another delimiter leaves the reading alone to be looked at again', () => {
  const [read] = recipe;
  if (read?.step !== 'readText') throw new Error('the recipe begins with reading');
  expect(replaceStep(recipe, 0, { ...read, delimiter: ';' })).toEqual([{ ...read, delimiter: ';' }]);
});

test('a dropped column comes back with its drop step gone', () => {
  const dropped = dropColumn(recipe, 'note');
  expect(dropped.at(-1)).toEqual({ step: 'dropColumns', columns: ['note'] });
  expect(dropped.some(({ step }) => step === 'setColumn')).toBe(false);
  expect(restoreColumn(dropped, dropped.length - 1, 'note')).toEqual(recipe.slice(0, 2));
});

test('columns are lettered as sheets letter them', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
