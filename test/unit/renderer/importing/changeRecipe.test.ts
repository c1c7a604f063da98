import { expect, test } from 'vitest';
import {
  columnLetter,
  decided,
  dropColumn,
  headerAt,
  renameColumn,
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
  expect(decided(recipe, { ...read, delimiter: ';' })).toEqual([{ ...read, delimiter: ';' }]);
});

test('a dropped column is said nothing of any more', () => {
  const dropped = dropColumn(recipe, 'note');
  expect(dropped.at(-1)).toEqual({ step: 'dropColumns', columns: ['note'] });
  expect(dropped.some(({ step }) => step === 'setColumn')).toBe(false);
});

test('a column is renamed once, and later steps follow; its own name again takes the rename away', () => {
  const drop: Recipe[number] = { step: 'dropColumns', columns: ['note'] };
  const first = renameColumn([...recipe, drop], 2, 'Remark');
  expect(first.index).toBe(3);
  expect(first.recipe.slice(2)).toEqual([
    { step: 'rename', from: 'note', to: 'Remark' },
    { ...recipe[2], column: 'Remark' },
    { step: 'dropColumns', columns: ['Remark'] },
  ]);
  const second = renameColumn(first.recipe, first.index, 'Comment');
  expect(second.recipe[2]).toEqual({ step: 'rename', from: 'note', to: 'Comment' });
  expect(second.recipe).toHaveLength(5);
  expect(renameColumn(second.recipe, second.index, 'note')).toEqual({ recipe: [...recipe, drop], index: 2 });
});

test('columns are lettered as sheets letter them', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
