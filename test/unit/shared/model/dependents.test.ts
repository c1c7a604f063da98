import { expect, test } from 'vitest';
import { dependentsOf } from '../../../../shared/model/dependents.ts';
import { type Document, emptyDocument } from '../../../../shared/model/document.ts';
import type { Table } from '../../../../shared/model/table.ts';
import type { View } from '../../../../shared/model/view.ts';
import { missingColumns, replaceColumn } from '../../../../shared/views/replaceColumn.ts';

const table = (id: string, more: Partial<Table> = {}): Table => ({
  id,
  title: id,
  kind: 'data',
  columns: [
    { id: 'month', name: 'Month', type: 'period', role: 'time' },
    { id: 'item', name: 'Item', type: 'category', role: 'dimension' },
    { id: 'value', name: 'US$ million', label: 'Exports', type: 'number', role: 'measure' },
    { id: 'unused', name: 'Unused', type: 'text', role: 'note' },
  ],
  rowCount: 0,
  sourceRank: [],
  revision: 0,
  ...more,
});
const query: View['query'] = {
  table: 'a',
  measure: { column: 'value', aggregate: 'sum' },
  keys: [{ column: 'month' }],
  as: 'none',
  where: [{ column: 'item', oneOf: ['x'] }],
  vintage: 'latest',
  sort: 'natural',
  others: false,
};
const view: View = {
  id: 'v',
  title: 'By month',
  kind: 'line',
  options: { stacking: 'none', labels: 'auto', compare: 'none' },
  query,
  follows: true,
};
const document: Document = {
  ...emptyDocument('P'),
  tables: [
    table('a'),
    table('b', {
      builtFrom: {
        tables: ['a'],
        builtAt: 1,
        recipe: [{ step: 'computedColumn', to: 'half', formula: '[Exports] / 2' }],
      },
    }),
  ],
  views: [view, { ...view, id: 'w', title: 'Elsewhere', query: { ...query, table: 'b' } }],
  pages: [
    {
      id: 'p',
      title: 'Overview',
      tiles: [],
      layout: [{ view: 'v', x: 0, y: 0, w: 6, h: 9 }],
      selection: [{ view: 'v', table: 'a', column: 'month', range: { from: '2025-01', to: '2025-03' } }],
    },
  ],
  targets: [
    {
      id: 't',
      title: 'Four billion',
      table: 'a',
      measure: 'value',
      where: [],
      period: '2024-07/P12M',
      goal: 4,
      unit: 'US$ million',
    },
  ],
  decks: [
    {
      id: 'd',
      title: 'Briefing',
      slides: [
        {
          id: 's',
          layout: 'chart',
          title: 'Growth',
          view: 'v',
          aside: [],
          rows: [],
          figures: { last: { kind: 'value', query, pick: 'last' } },
        },
      ],
    },
  ],
};
const told = (subject: Parameters<typeof dependentsOf>[1]) =>
  dependentsOf(document, subject).map(({ kind, id, uses, place }) => [
    kind,
    id,
    uses.join(),
    place?.id ?? '',
  ]);

test('a column says which views, selections, targets, slides and built tables count on it, and as what', () => {
  expect(told({ kind: 'column', table: 'a', id: 'value' })).toEqual([
    ['table', 'b', 'rows', ''],
    ['view', 'v', 'measure', 'p'],
    ['target', 't', 'measure', ''],
    ['slide', 's', 'figure', 'd'],
  ]);
  expect(told({ kind: 'column', table: 'a', id: 'month' })).toEqual([
    ['table', 'b', 'rows', ''],
    ['view', 'v', 'key', 'p'],
    ['selection', 'p', 'selected', ''],
    ['slide', 's', 'figure', 'd'],
  ]);
  expect(told({ kind: 'column', table: 'a', id: 'item' })).toEqual([
    ['table', 'b', 'rows', ''],
    ['view', 'v', 'filter', 'p'],
    ['slide', 's', 'figure', 'd'],
  ]);
  expect(told({ kind: 'column', table: 'a', id: 'unused' })).toEqual([['table', 'b', 'rows', '']]);
});

test('a built table takes every column of the table that it begins with, unless it sums up', () => {
  const [a, b] = document.tables;
  if (!a || !b?.builtFrom) throw new Error('a built table');
  const { builtFrom } = b;
  const built = (recipe: (typeof builtFrom)['recipe']) =>
    dependentsOf(
      { ...document, tables: [a, { ...b, builtFrom: { ...builtFrom, recipe } }] },
      { kind: 'column', table: 'a', id: 'unused' },
    ).map(({ id }) => id);
  expect(built([{ step: 'latestVintage' }])).toEqual(['b']);
  const values = [{ column: 'value', how: 'sum' as const }];
  expect(built([{ step: 'aggregate', keys: [{ column: 'month' }], values, vintage: 'latest' }])).toEqual([]);
});

test('a column says which formulas are made of it, in its own table and in others', () => {
  const computed = (id: string, formula: string) =>
    ({ id, name: id, type: 'number', role: 'measure', formula, derived: formula }) as const;
  const [a, b] = document.tables;
  if (!a || !b) throw new Error('two tables');
  const project = {
    ...document,
    tables: [
      { ...a, columns: [...a.columns, computed('double', '[Exports] * 2')] },
      { ...b, columns: [...b.columns, computed('share', 'LOOKUP([Item], [a].[Item], [a].[Exports])')] },
    ],
  };
  const formulas = (subject: Parameters<typeof dependentsOf>[1]) =>
    dependentsOf(project, subject).flatMap(({ kind, id, place }) =>
      kind === 'column' ? [[id, place?.id]] : [],
    );
  expect(formulas({ kind: 'column', table: 'a', id: 'value' })).toEqual([
    ['double', 'a'],
    ['share', 'b'],
  ]);
  expect(formulas({ kind: 'table', id: 'a' })).toEqual([['share', 'b']]);
  expect(formulas({ kind: 'column', table: 'a', id: 'month' })).toEqual([]);
});

test('a table and a view say the same', () => {
  expect(told({ kind: 'table', id: 'a' })).toEqual([
    ['table', 'b', 'rows', ''],
    ['view', 'v', 'measure', 'p'],
    ['selection', 'p', 'selected', ''],
    ['target', 't', 'measure', ''],
    ['slide', 's', 'figure', 'd'],
  ]);
  expect(told({ kind: 'view', id: 'v' })).toEqual([
    ['page', 'p', 'shown', ''],
    ['selection', 'p', 'selected', ''],
    ['slide', 's', 'shown', 'd'],
  ]);
});

test('a view takes another column in the place of one that is gone, or does without it', () => {
  const columns = table('a').columns.filter(({ id }) => id !== 'item' && id !== 'value');
  expect(missingColumns(view, columns)).toEqual(['value', 'item']);
  expect(replaceColumn(view, 'value', 'other').measure).toEqual({ column: 'other', aggregate: 'sum' });
  expect(replaceColumn(view, 'item', null).where).toEqual([]);
  expect(replaceColumn(view, 'item', 'sector').where).toEqual([{ column: 'sector', oneOf: ['x'] }]);
});
