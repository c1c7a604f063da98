import { expect, test } from 'vitest';
import { columnsUnderHeader } from '../../../../../main/importing/refresh/columnsUnderHeader.ts';
import { matchColumns } from '../../../../../main/importing/refresh/matchColumns.ts';
import { nameLikeness } from '../../../../../main/importing/refresh/nameLikeness.ts';
import { Recipe } from '../../../../../shared/model/recipe.ts';

const recipe = Recipe.parse([
  { step: 'readText', encoding: 'utf-8', delimiter: ',', quote: '"' },
  { step: 'header', lines: [1], firstDataLine: 2 },
  { step: 'rename', from: 'Produkt', to: 'Item' },
  { step: 'dropColumns', columns: ['No.'] },
  { step: 'unpivot', columns: ['Jul-2024', 'Aug-2024'], nameTo: 'period', valueTo: 'value' },
  { step: 'setColumn', column: 'Item', type: 'category', role: 'dimension' },
  { step: 'setColumn', column: 'period', type: 'period', role: 'time' },
  { step: 'setColumn', column: 'value', type: 'number', role: 'measure' },
]);

test('the names under the header are those that the steps read, before they were renamed and turned', () => {
  expect(columnsUnderHeader(recipe, ['Item', 'period', 'value']).toSorted()).toEqual([
    'Aug-2024',
    'Jul-2024',
    'No.',
    'Produkt',
  ]);
});

function matched(found: readonly string[], answers: Record<string, string | null> = {}) {
  const expected = columnsUnderHeader(recipe, ['Item', 'period', 'value']).map((name) => ({
    name,
    role: '',
  }));
  return matchColumns({ recipe, expected, found, proposed: [], answers, fiscalYearStart: 7 });
}

test('months that came join, months that went are told, a column that was left out is not missed', () => {
  expect(matched(['Produkt', 'Aug-2024', 'Sep-2024'])).toMatchObject({
    missing: [],
    periodsNew: ['Sep-2024'],
    periodsGone: ['Jul-2024'],
    added: [],
  });
});

test('case and marks make no other name; anything else is asked for', () => {
  expect(matched(['PRODUKT ', 'No', 'Jul-2024', 'Aug-2024'])).toMatchObject({
    missing: [],
    renamed: [
      { from: 'No.', to: 'No' },
      { from: 'Produkt', to: 'PRODUKT ' },
    ],
  });
  const other = matched(['Product', 'Partner', 'Jul-2024', 'Aug-2024']);
  expect(other.missing).toMatchObject([{ name: 'Produkt', guess: 'Product' }]);
  expect(other.added).toEqual(['Product', 'Partner']);
  expect(matched(['Product', 'Jul-2024', 'Aug-2024'], { Produkt: 'Product' })).toMatchObject({
    missing: [],
    added: [],
  });
});

test('likeness is the share of pairs of letters', () => {
  // na-am-me-es and na-am-me: three of four and three.
  expect(nameLikeness('names', 'Name')).toBeCloseTo(6 / 7, 9);
  expect(nameLikeness('abc', 'xyz')).toBe(0);
});
