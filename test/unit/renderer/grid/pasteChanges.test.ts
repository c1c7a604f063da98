import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pasteChanges } from '../../../../renderer/grid/pasteChanges.ts';
import { Problem } from '../../../../shared/contract/problem.ts';
import { Column } from '../../../../shared/model/table.ts';

const column = (id: string, derived?: string): Column =>
  Column.parse({ id, name: id, type: 'number', role: 'measure', ...(derived && { derived }) });
const columns = [column('a'), column('b'), column('c', 'b - a')];
const rows = [{ id: 10 }, { id: 11 }, { id: 12 }];
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return undefined;
}

test('a block lands from the upper left cell on; an empty text clears', () => {
  const block = [
    ['1', ' 2 '],
    ['', '4'],
  ];
  expect(pasteChanges({ block, bounds: at(5, 0), rows, columns })).toEqual({
    cells: [
      { row: 10, column: 'a', value: '1' },
      { row: 10, column: 'b', value: '2' },
      { row: 11, column: 'a', value: null },
      { row: 11, column: 'b', value: '4' },
    ],
    filled: at(5, 0, 6, 1),
  });
});

test('one value fills the selection', () => {
  const { cells } = pasteChanges({ block: [['7']], bounds: at(0, 0, 2, 1), rows, columns });
  expect(cells).toHaveLength(6);
  expect(new Set(cells.map(({ value }) => value))).toEqual(new Set(['7']));
});

test('a row is repeated down the selection, a column along it', () => {
  const down = pasteChanges({ block: [['1', '2']], bounds: at(0, 0, 2, 0), rows, columns });
  expect(down.cells.map(({ value }) => value)).toEqual(['1', '2', '1', '2', '1', '2']);
  const along = pasteChanges({ block: [['1'], ['2']], bounds: at(0, 0, 0, 1), rows, columns });
  expect(along.cells.map(({ value }) => value)).toEqual(['1', '1', '2', '2']);
});

test('what does not fit, or would write into a derived column, is refused as a whole', () => {
  const tall = Array.from({ length: 4 }, () => ['1']);
  expect(codeOf(() => pasteChanges({ block: tall, bounds: at(0, 0), rows, columns }))).toBe(
    'grid.paste-too-large',
  );
  expect(codeOf(() => pasteChanges({ block: [['1', '2']], bounds: at(0, 2), rows, columns }))).toBe(
    'grid.paste-too-large',
  );
  expect(codeOf(() => pasteChanges({ block: [['1', '2']], bounds: at(0, 1), rows, columns }))).toBeDefined();
});

test('a block that fits writes each of its cells once', () => {
  const size = fc.record({ height: fc.integer({ min: 2, max: 3 }), width: fc.constant(2) });
  fc.assert(
    fc.property(size, ({ height, width }) => {
      const block = Array.from({ length: height }, (_, down) =>
        Array.from({ length: width }, (_, along) => `${down}${along}`),
      );
      const { cells } = pasteChanges({ block, bounds: at(0, 0), rows, columns });
      expect(new Set(cells.map((cell) => `${cell.row} ${cell.column}`)).size).toBe(height * width);
    }),
  );
});
