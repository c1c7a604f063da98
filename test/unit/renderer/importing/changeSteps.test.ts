import { expect, test } from 'vitest';
import { renameColumn } from '../../../../renderer/importing/changeRecipe.ts';
import {
  headerTo,
  insertAfter,
  moveStep,
  skipLine,
  withTextStep,
} from '../../../../renderer/importing/changeSteps.ts';
import { redone, taken, undone } from '../../../../renderer/importing/recipeHistory.ts';
import { bracketed } from '../../../../shared/formulas/renameInFormula.ts';
import type { Recipe, Step } from '../../../../shared/model/recipe.ts';

const set = (column: string): Step => ({
  step: 'setColumn',
  column,
  type: 'text',
  role: 'note',
  decimal: '.',
  missing: [],
});
const read: Step = { step: 'readText', encoding: 'utf-8', delimiter: ',', quote: '"', escape: '' };
const header: Step = { step: 'header', lines: [3], firstDataLine: 4 };
const recipe: Recipe = [read, header, set('a'), set('b')];

test('the reading and the header keep their places, whatever is moved or added', () => {
  expect(moveStep(recipe, 2, -1)).toBeNull();
  expect(moveStep(recipe, 1, 1)).toBeNull();
  expect(moveStep(recipe, 3, 1)).toBeNull();
  expect(moveStep(recipe, 3, -1)).toEqual([read, header, set('b'), set('a')]);
  const added = insertAfter(recipe, 0, { step: 'latestVintage' });
  expect(added.index).toBe(2);
  expect(added.recipe[2]).toEqual({ step: 'latestVintage' });
});

test('a header reaches from its first line to another one, upwards too', () => {
  expect(headerTo(recipe, 4)).toEqual([read, { step: 'header', lines: [3, 4], firstDataLine: 5 }]);
  expect(headerTo(recipe, 1)).toEqual([read, { step: 'header', lines: [1, 2, 3], firstDataLine: 4 }]);
});

test('skipped lines gather in one step below the header', () => {
  const once = skipLine(recipe, 9);
  expect(skipLine(once, 7)).toEqual([read, header, { step: 'skipRows', lines: [7, 9] }, set('a'), set('b')]);
});

test('a split goes before the types, and what was said of the column goes with it', () => {
  const split: Step = {
    step: 'splitColumn',
    column: 'b',
    by: { kind: 'delimiter', delimiter: ' ' },
    into: ['b 1'],
    keep: false,
  };
  const made = withTextStep(recipe, split, ['b'], [set('b 1')]);
  expect(made.index).toBe(2);
  expect(made.recipe).toEqual([read, header, split, set('b 1'), set('a')]);
});

test('a renamed column is renamed in formulas and in lists', () => {
  const steps: Recipe = [
    ...recipe,
    { step: 'computedColumn', to: 'c', formula: '[b] * 2 + [bb]' },
    { step: 'fillDown', columns: ['b'] },
  ];
  const renamed = renameColumn(steps, 3, 'd]').recipe;
  expect(renamed.slice(-2)).toEqual([
    { step: 'computedColumn', to: 'c', formula: `${bracketed('d]')} * 2 + [bb]` },
    { step: 'fillDown', columns: ['d]'] },
  ]);
});

test('undo and redo walk the recipes; a change after an undo forgets what was ahead', () => {
  const first = taken({ past: [], recipe: [], future: [] }, recipe);
  expect(first.past).toEqual([]);
  const second = taken(first, [read, header]);
  expect(taken(second, [read, header])).toEqual(second);
  const back = undone(second);
  expect(back.recipe).toEqual(recipe);
  expect(redone(back)).toEqual(second);
  expect(taken(back, [read]).future).toEqual([]);
  expect(undone(back)).toEqual(back);
});
