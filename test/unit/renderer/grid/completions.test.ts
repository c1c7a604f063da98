import { expect, test } from 'vitest';
import { completions, typedAt } from '../../../../renderer/grid/formula/completions.ts';
import type { Table } from '../../../../shared/model/table.ts';

const table = (id: string, title: string, names: string[]): Table => ({
  id,
  title,
  kind: 'data',
  columns: names.map((name) => ({ id: name.toLowerCase(), name, type: 'number', role: 'measure' })),
  rowCount: 0,
  sourceRank: [],
  revision: 0,
});
const exports = table('exports', 'Exports', ['Credit', 'Debit [Rs]', 'برآمدات']);
const rates = table('rates', 'Rates', ['Average']);

const offered = (formula: string) => {
  const typed = typedAt(formula, formula.length);
  return typed && completions(typed, exports, [exports, rates]).map(({ text }) => text);
};

test('columns are offered by the beginning of their name, then by any part of it, functions after them', () => {
  expect(offered('1 + cr')).toEqual(['[Credit]']);
  expect(offered('[')).toEqual(['[Credit]', '[Debit [Rs]]]', '[برآمدات]']);
  expect(offered('[Credit] / بر')).toEqual(['[برآمدات]']);
  expect(offered('rou')).toEqual(['ROUND(']);
});

test('columns of other tables are offered by their own name or by that of their table', () => {
  expect(offered('[aver')).toEqual(['[Rates].[Average]']);
  expect(offered('LOOKUP([Credit], rat')).toEqual(['[Rates].[Average]']);
});

test('nothing is offered within a text, or after a number', () => {
  expect(offered('[Credit] & "cr')).toBeNull();
  expect(offered('12')).toBeNull();
});
