import { expect, test } from 'vitest';
import { edgeOfData } from '../../../../renderer/grid/edgeOfData.ts';

/** x is filled, . empty, ? not loaded. */
function edge(cells: string, from: number, step: 1 | -1): number | undefined {
  const isFilled = (at: number) => (cells[at] === '?' ? undefined : cells[at] === 'x');
  return edgeOfData(isFilled, from, step, cells.length - 1);
}

test('ctrl and an arrow goes where a spreadsheet goes', () => {
  expect(edge('xxx..xx.', 0, 1)).toBe(2); // the end of the run
  expect(edge('xxx..xx.', 2, 1)).toBe(5); // over the gap to the next run
  expect(edge('xxx..xx.', 5, 1)).toBe(6);
  expect(edge('xxx..xx.', 6, 1)).toBe(7); // nothing follows: the last cell
  expect(edge('xxx..xx.', 3, 1)).toBe(5); // from an empty cell to the next filled one
  expect(edge('xxx..xx.', 7, -1)).toBe(6);
  expect(edge('xxx..xx.', 6, -1)).toBe(5);
  expect(edge('xxx..xx.', 4, -1)).toBe(2);
  expect(edge('...', 2, -1)).toBe(0);
  expect(edge('x', 0, 1)).toBe(0);
});

test('what is not loaded is not guessed', () => {
  expect(edge('xx?x', 0, 1)).toBeUndefined();
  expect(edge('xx.?', 0, 1)).toBe(1);
  expect(edge('?..x', 3, -1)).toBeUndefined();
});
