import type { ReplaceOutcome } from '../../../shared/contract/replacing.ts';
import { client } from '../../app/client.ts';
import { run } from '../../app/projectStore.ts';
import { useSettings } from '../../app/useSettings.ts';
import { activeCell, type RangeBounds } from '../cellRange.ts';
import { rowIds } from '../rowIds.ts';
import { rowOrder } from '../rowOrder.ts';
import type { TableGrid } from '../tableGrid.ts';
import { useFind } from './findState.ts';

/** What would be replaced: all that is shown, or what is within bounds; columns that are worked out are left out. */
async function wish(grid: TableGrid, bounds: RangeBounds | null) {
  const { text, by, regex, caseSensitive, whole } = useFind.getState();
  const { numbers, dates } = useSettings.getState();
  const { table } = grid.actions;
  const { where, quick } = rowOrder(table);
  const { total } = grid.store.getState();
  const columns = bounds ? grid.columns.slice(bounds.left, bounds.right + 1) : grid.columns;
  const isWhole = !bounds && where.length === 0 && quick.trim() === '';
  return {
    table,
    columns: columns.filter(({ derived }) => !derived).map(({ id }) => id),
    ...(!isWhole && { rows: await rowIds(grid, bounds ?? { top: 0, bottom: total - 1 }) }),
    text,
    by,
    regex,
    caseSensitive,
    whole,
    numbers,
    dates,
  };
}

export async function tryReplace(grid: TableGrid, bounds: RangeBounds | null): Promise<ReplaceOutcome> {
  return await client().call('edit.tryReplace', await wish(grid, bounds));
}

export async function replaceAll(grid: TableGrid, bounds: RangeBounds | null): Promise<void> {
  await run('replaceInCells', await wish(grid, bounds));
  await grid.reload();
}

/** Replaces in the active cell; answers whether it held what is looked for. */
export async function replaceHere(grid: TableGrid): Promise<void> {
  const { range } = grid.store.getState();
  if (!range) return;
  const { row, column } = activeCell(range);
  await run('replaceInCells', await wish(grid, { top: row, bottom: row, left: column, right: column }));
  await grid.reload();
}
