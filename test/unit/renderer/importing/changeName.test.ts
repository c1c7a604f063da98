import { expect, test } from 'vitest';
import { changeName } from '../../../../renderer/importing/changeName.ts';
import type { Recipe, Step } from '../../../../shared/model/recipe.ts';

const header = (line: number): Step => ({ step: 'header', lines: [line], firstDataLine: line + 1 });
const skip: Step = { step: 'skipRows', lines: [4] };
const fill: Step = { step: 'fillDown', columns: ['Item'] };
const filter: Step = { step: 'filterRows', column: 'Item', empty: false };
const number: Step = {
  step: 'setColumn',
  column: 'Value',
  type: 'number',
  role: 'measure',
  decimal: '.',
  missing: [],
};
const recipe: Recipe = [header(1), skip, fill, number];

test('undo names what was done to the recipe', () => {
  expect(changeName(recipe, [header(1), skip, filter, fill, number])).toBe('Add "Keep rows" (Item)');
  expect(changeName(recipe, [header(1), skip, number])).toBe('Remove "Fill down"');
  expect(changeName(recipe, [header(1), skip, fill, { ...number, unit: 'US$' }])).toBe(
    'Change "Type, role and unit" (Value)',
  );
  expect(changeName(recipe, [header(1), fill, skip, number])).toMatch(/^Move "(Skip rows|Fill down)"$/);
});

test('a header that was moved is what was done, whatever else it changed', () => {
  expect(changeName(recipe, [header(2), filter, number])).toBe('Change "Header"');
});

test('a treatment that touches several steps is named as one', () => {
  expect(changeName(recipe, [header(1), filter, skip, number, fill])).toBe('Change several steps');
});
