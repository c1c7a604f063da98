import { expect, test } from 'vitest';
import { combinationOf } from '../../../../renderer/combining/combination.ts';
import { draftOf } from '../../../../renderer/combining/draftOf.ts';
import { shownFilter, storedFilter } from '../../../../renderer/combining/filterWords.ts';
import type { Recipe } from '../../../../shared/model/recipe.ts';
import { Table } from '../../../../shared/model/table.ts';

const columns = [
  { id: 'area', name: 'Area', type: 'category', role: 'dimension', labels: { PAK: 'Pakistan' } },
  { id: 'month', name: 'month', type: 'period', role: 'time' },
  { id: 'value', name: 'value', type: 'number', role: 'measure' },
];
const table = (id: string, builtFrom?: { tables: string[]; recipe: Recipe }) =>
  Table.parse({
    id,
    title: id,
    columns,
    rowCount: 1,
    ...(builtFrom && { builtFrom: { ...builtFrom, builtAt: 1 } }),
  });
const tables = [table('a'), table('b')];

const made: { tables: string[]; recipe: Recipe }[] = [
  {
    tables: ['b', 'a'],
    recipe: [
      {
        step: 'lookup',
        table: 'a',
        keys: [{ left: 'area', right: 'area' }],
        columns: [{ column: 'value' }],
        vintage: 'first',
        loose: true,
      },
    ],
  },
  { tables: ['b', 'a'], recipe: [{ step: 'appendTables', tables: ['b', 'a'], tableColumn: 'from' }] },
  {
    tables: ['a'],
    recipe: [
      { step: 'filterRows', column: 'area', keep: ['PAK'] },
      {
        step: 'aggregate',
        keys: [{ column: 'area' }, { column: 'month', level: 'quarter' }],
        values: [{ column: 'value', how: 'mean', name: 'average' }],
        vintage: 'first',
      },
    ],
  },
];

test('a table that was made in the window opens there as it was set', () => {
  for (const builtFrom of made) {
    const draft = draftOf(table('made', builtFrom), tables);
    expect(draft && combinationOf(draft)).toEqual(builtFrom);
  }
});

test('steps that the window cannot show are not opened in it, nor tables that are gone', () => {
  const [, , aggregated] = made;
  if (!aggregated) throw new Error('no example');
  const twice = { ...aggregated, recipe: [{ step: 'latestVintage' as const }, ...aggregated.recipe] };
  expect(draftOf(table('made', twice), tables)).toBeNull();
  expect(draftOf(table('made', aggregated), [table('b')])).toBeNull();
});

test('a filter is set in the names that people read, and kept in codes', () => {
  const own = table('a').columns;
  const stored = storedFilter({ step: 'filterRows', column: 'Area', drop: ['pakistan', 'IND'] }, own);
  expect(stored).toEqual({ step: 'filterRows', column: 'area', drop: ['PAK', 'IND'] });
  expect(shownFilter(stored, own)).toEqual({ step: 'filterRows', column: 'Area', drop: ['Pakistan', 'IND'] });
});
