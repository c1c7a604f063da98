import { activeCell, type CellPosition, type CellRange, reachTo, singleCell } from './cellRange.ts';
import { edgeOfData } from './edgeOfData.ts';
import type { TableGrid } from './tableGrid.ts';

type Arrow = readonly [rows: number, columns: number];

/** Ctrl and an arrow key: to the edge of the data. Loaded rows answer at once; else the engine is asked, and keys wait their turn. */
export function createEdgeMoves(): (grid: TableGrid, arrow: Arrow, extend: boolean) => Promise<void> {
  let waiting: Promise<void> | null = null;

  return async (grid, arrow, extend) => {
    const before = waiting;
    const run = async () => {
      await before;
      const { range } = grid.store.getState();
      if (!range) return;
      const from = startOf(range, arrow, extend);
      const asked = edge(grid, from, arrow);
      const to = typeof asked === 'number' ? asked : await asked;
      const now = grid.store.getState();
      // Whoever selected something else meanwhile does not want to be taken away from it.
      if (now.range !== range) return;
      const head = arrow[0] === 0 ? { ...range.head, column: to } : { ...range.head, row: to };
      if (extend) grid.select(reachTo(range, head), { others: now.others });
      else grid.select(singleCell(arrow[0] === 0 ? { ...from, column: to } : { ...from, row: to }));
    };
    const running = run();
    waiting = running;
    try {
      await running;
    } catch (error) {
      grid.actions.report(error);
    } finally {
      if (waiting === running) waiting = null;
    }
  };
}

/** A selection grows from its head, along the row or column of the cell where it began. */
function startOf(range: CellRange, [rows]: Arrow, extend: boolean): CellPosition {
  const active = activeCell(range);
  if (!extend) return active;
  return rows === 0
    ? { row: active.row, column: range.head.column }
    : { row: range.head.row, column: active.column };
}

function edge(grid: TableGrid, from: CellPosition, [rows, columns]: Arrow): number | Promise<number> {
  const row = grid.cache.row(from.row);
  if (rows === 0) {
    const across = (at: number) => {
      const column = grid.columns[at];
      return column && row ? row.value(column.id) !== null : undefined;
    };
    const step = columns > 0 ? 1 : -1;
    const last = grid.columns.length - 1;
    return edgeOfData(across, from.column, step, last) ?? (step > 0 ? last : 0);
  }
  const column = grid.columns[from.column];
  if (!column) return from.row;
  const down = (at: number) => {
    const value = grid.cache.row(at)?.value(column.id);
    return value === undefined ? undefined : value !== null;
  };
  const step = rows > 0 ? 1 : -1;
  const last = grid.store.getState().total - 1;
  return edgeOfData(down, from.row, step, last) ?? grid.actions.edge(column.id, from.row, step);
}
