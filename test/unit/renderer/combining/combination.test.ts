import { expect, test } from 'vitest';
import {
  aggregateDraft,
  columnsToBring,
  combinationOf,
  firstDraft,
} from '../../../../renderer/combining/combination.ts';
import { Table } from '../../../../shared/model/table.ts';

const table = (id: string, columns: readonly Record<string, unknown>[]) =>
  Table.parse({
    id,
    title: id,
    columns: columns.map((column) => ({ name: column['id'], ...column })),
    rowCount: 1,
  });
const rates = table('rates', [
  { id: 'code', type: 'category', role: 'dimension', labels: { PAK: 'Pakistan' } },
  { id: 'month', type: 'period', role: 'time' },
  { id: 'rate', type: 'number', role: 'measure', nature: 'rate' },
  { id: 'source', type: 'text', role: 'source' },
]);

test('a figure is worked out as it may be: rates are averaged, stocks taken at the end', () => {
  expect(aggregateDraft(rates).values).toEqual([{ column: 'rate', how: 'mean' }]);
  expect(aggregateDraft(rates).keys.map(({ column }) => column)).toEqual(['code', 'month']);
});

test('what is brought says something of the key: the names of its codes, not who printed it', () => {
  expect(columnsToBring(rates, [{ right: 'code' }])).toEqual(['code', 'month', 'rate']);
});

test('nothing is asked for while something is missing', () => {
  const draft = firstDraft([rates, table('other', [{ id: 'x', type: 'number', role: 'measure' }])], 'other');
  if (!draft) throw new Error('no draft');
  expect(draft.lookup.left).toBe('other');
  expect(combinationOf(draft)).toBeNull();
  expect(combinationOf({ ...draft, kind: 'append' })).toBeNull();
  expect(combinationOf({ ...draft, kind: 'aggregate' })?.recipe[0]).toMatchObject({
    step: 'aggregate',
    values: [{ column: 'x', how: 'sum' }],
  });
});
