import { expect, test } from 'vitest';
import { addSummaries, exactSum, summaryHere } from '../../../../renderer/grid/rangeSummary.ts';
import { statusFigures } from '../../../../renderer/grid/statusFigures.ts';

const columns = [
  { id: 'period', type: 'period' },
  { id: 'value', type: 'number' },
] as const;
const values = [
  [1, 0.1],
  [2, 0.2],
  [3, null],
  [4, -4],
] as const;
const cache = {
  row: (at: number) => {
    const own = values[at];
    return own && { id: at, line: -1, value: (id: string) => (id === 'value' ? own[1] : own[0]) };
  },
};
const all = { top: 0, bottom: 3, left: 0, right: 1 };

test('filled cells and numbers are counted apart; a missing one is neither, and a period is no number', () => {
  expect(summaryHere(cache, [all], columns)).toEqual({
    count: 7,
    numbers: 3,
    sum: -3.7,
    least: -4,
    most: 0.2,
  });
});

test('what is not loaded, or is much, is asked of the engine', () => {
  expect(summaryHere(cache, [{ ...all, bottom: 4 }], columns)).toBeNull();
  expect(summaryHere(cache, [{ ...all, bottom: 20_000 }], columns)).toBeNull();
});

test('summaries of parts are the summary of the whole', () => {
  const parts = [
    { ...all, bottom: 1 },
    { ...all, top: 2 },
  ].map((part) => summaryHere(cache, [part], columns));
  expect(addSummaries(parts.filter((part) => part !== null))).toEqual(summaryHere(cache, [all], columns));
  expect(addSummaries([]).least).toBeNull();
});

test('a sum loses nothing to rounding on its way', () => {
  expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  expect(exactSum([1e16, 1, -1e16])).toBe(1);
});

test('figures are printed by the decimals of their columns and copied whole', () => {
  const third = { count: 3, numbers: 3, sum: 1, least: 0.25, most: 0.4 };
  const column = { type: 'number', format: { decimals: 1, thousands: true, signed: false } } as const;
  const figures = statusFigures(third, [column], '1,234.5');
  expect(figures.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'sum 1.0',
    'average 0.3',
    'least 0.3',
    'most 0.4',
    'count 3',
    'numbers 3',
  ]);
  expect(figures[1]?.exact).toBe('0.333333333333333');
  const texts = { count: 2, numbers: 0, sum: 0, least: null, most: null };
  expect(statusFigures(texts, [], '1,234.5').map(({ kind }) => kind)).toEqual(['count', 'numbers']);
});
