import { Problem } from '../../shared/contract/problem.ts';
import { columnLabel } from '../../shared/model/table.ts';
import { t } from '../i18n/index.ts';
import { boundsOf, type RangeBounds } from './cellRange.ts';
import { derivedColumn } from './derivedColumn.ts';
import type { CellChange } from './gridActions.ts';
import type { GridRow } from './rowCache.ts';
import type { TableGrid } from './tableGrid.ts';

/** More cells than this are not moved through the window: the program has exports and commands for that. */
const MOST_CELLS = 200_000;

/** The rows of a range, loaded; refused where there are too many. */
export async function rangeRows(grid: TableGrid, bounds: RangeBounds): Promise<GridRow[]> {
  const rows = bounds.bottom - bounds.top + 1;
  if (rows * (bounds.right - bounds.left + 1) > MOST_CELLS) {
    throw new Problem({
      code: 'grid.range-too-large',
      message: t('grid.problem.tooManyCells', { most: MOST_CELLS.toLocaleString('en') }),
      remedy: t('grid.problem.tooManyCellsRemedy'),
    });
  }
  await grid.cache.load(bounds.top, bounds.bottom);
  return loadedRows(grid, bounds) ?? [];
}

/** The rows of a range where all of them are loaded; else null. */
export function loadedRows(grid: TableGrid, { top, bottom }: RangeBounds): GridRow[] | null {
  const found: GridRow[] = [];
  for (let at = top; at <= bottom; at += 1) {
    const row = grid.cache.row(at);
    if (!row) return null;
    found.push(row);
  }
  return found;
}

/** Empties the cells of the selected range, derived columns excepted; one step to undo. */
export async function clearRange(grid: TableGrid): Promise<void> {
  const { range } = grid.store.getState();
  if (!range || grid.actions.readOnly) return;
  const bounds = boundsOf(range);
  try {
    const selected = grid.columns.slice(bounds.left, bounds.right + 1);
    const columns = selected.filter(({ derived }) => !derived);
    if (columns.length === 0) throw derivedColumn(selected.map(columnLabel).join(', '));
    const rows = await rangeRows(grid, bounds);
    const cells: CellChange[] = rows.flatMap((row) =>
      columns
        .filter(({ id }) => row.value(id) !== null)
        .map(({ id }) => ({ row: row.id, column: id, value: null })),
    );
    if (cells.length > 0) await grid.actions.setCells(cells);
  } catch (error) {
    grid.actions.report(error);
  }
}
