import { Problem } from '../../shared/contract/problem.ts';
import { columnLabel } from '../../shared/model/table.ts';
import { t } from '../i18n/index.ts';
import { boundsOf, type RangeBounds } from './cellRange.ts';
import { derivedColumn } from './derivedColumn.ts';
import type { GridRow } from './rowCache.ts';
import { allRanges, disjoint } from './severalRanges.ts';
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

/** The ids of the rows that any selected range touches, each once; groups and subtotals are no rows of the table. */
export async function selectedRows(grid: TableGrid): Promise<number[]> {
  const ids = new Set<number>();
  for (const range of allRanges(grid.store.getState())) {
    const rows = await rangeRows(grid, { ...boundsOf(range), left: 0, right: 0 });
    for (const { id } of rows) if (id > 0) ids.add(id);
  }
  return [...ids];
}

/** Empties the selected cells, columns that are worked out excepted; one step to undo. */
export async function clearRange(grid: TableGrid): Promise<void> {
  if (grid.actions.readOnly) return;
  try {
    const parts = disjoint(allRanges(grid.store.getState()).map(boundsOf));
    const selected = grid.columns.filter((_, at) =>
      parts.some(({ left, right }) => at >= left && at <= right),
    );
    if (selected.length === 0) return;
    if (selected.every(({ derived }) => derived)) throw derivedColumn(selected.map(columnLabel).join(', '));
    const blocks = await Promise.all(
      parts.map(async (bounds) => {
        const columns = grid.columns.slice(bounds.left, bounds.right + 1).filter(({ derived }) => !derived);
        const rows = (await rangeRows(grid, bounds)).filter(({ id }) => id >= 0);
        // Rows that are empty already need no clearing, and the label counts what was emptied.
        const filled = rows.filter((row) => columns.some(({ id }) => row.value(id) !== null));
        return { rows: filled.map(({ id }) => id), columns: columns.map(({ id }) => id) };
      }),
    );
    const filled = blocks.filter(({ rows, columns }) => rows.length > 0 && columns.length > 0);
    if (filled.length > 0) await grid.actions.clearCells(filled);
  } catch (error) {
    grid.actions.report(error);
  }
}
