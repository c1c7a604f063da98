import { Problem } from '../../../shared/contract/problem.ts';
import { t } from '../../i18n/index.ts';
import { boundsOf, type RangeBounds } from '../cellRange.ts';
import { derivedColumn } from '../derivedColumn.ts';
import { rowIds } from '../rowIds.ts';
import type { TableGrid } from '../tableGrid.ts';
import { fillArea } from './fillArea.ts';

/** One step of the history; more take longer than anyone waits for. */
const MOST_CELLS = 200_000;

type As = 'auto' | 'copy' | 'other';

/** Fills `whole` from the part of it that is `source`; one step, and the whole is selected afterwards. */
export async function fillCells(
  grid: TableGrid,
  source: RangeBounds,
  whole: RangeBounds,
  as: As,
): Promise<void> {
  const area = fillArea(source, whole);
  if (!area || grid.actions.readOnly) return;
  const { direction, bounds } = area;
  try {
    const cells = (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1);
    if (cells > MOST_CELLS) {
      throw new Problem({
        code: 'grid.range-too-large',
        message: t('gridEditing.tooManyCells', { most: MOST_CELLS.toLocaleString('en') }),
      });
    }
    const isVertical = direction === 'down' || direction === 'up';
    const columnsOf = ({ left, right }: RangeBounds) => grid.columns.slice(left, right + 1);
    const targets = columnsOf(bounds);
    // Down several columns those that are worked out stay as they are; a gesture that means only them is told.
    const written = isVertical ? targets.filter(({ derived }) => !derived) : targets;
    if (written.length === 0) throw derivedColumn(targets.map(({ label, name }) => label ?? name).join(', '));
    const origin = isVertical ? written : columnsOf(source);
    const [from, to] = await Promise.all([rowIds(grid, source), rowIds(grid, bounds)]);
    if (from.length === 0 || to.length === 0) return;
    await grid.actions.fill({
      table: grid.actions.table,
      from: { rows: from, columns: origin.map(({ id }) => id) },
      to: { rows: to, columns: written.map(({ id }) => id) },
      direction,
      as,
    });
    grid.store.setState({ problem: null });
    await grid.reload();
    grid.select(
      {
        anchor: { row: whole.top, column: whole.left },
        head: { row: whole.bottom, column: whole.right },
      },
      { reveal: 'nothing' },
    );
  } catch (error) {
    grid.actions.report(error);
  }
}

/** Ctrl+D and ctrl+R: the first row or column of what is selected over the rest; of one alone, the one before it. */
export function fillFromFirst(grid: TableGrid, direction: 'down' | 'right'): void {
  const { range } = grid.store.getState();
  if (!range) return;
  const bounds = boundsOf(range);
  const { top, bottom, left, right } = bounds;
  if (direction === 'down') {
    const first = top === bottom ? top - 1 : top;
    if (first >= 0)
      void fillCells(grid, { ...bounds, top: first, bottom: first }, { ...bounds, top: first }, 'copy');
    return;
  }
  const first = left === right ? left - 1 : left;
  if (first >= 0)
    void fillCells(grid, { ...bounds, left: first, right: first }, { ...bounds, left: first }, 'copy');
}

/** A double click on the handle: down to where the column beside ends. */
export async function fillToNeighbour(grid: TableGrid): Promise<void> {
  const { range } = grid.store.getState();
  if (!range) return;
  const bounds = boundsOf(range);
  const { bottom, left, right } = bounds;
  try {
    await grid.cache.load(bottom + 1, bottom + 2);
    for (const beside of [left - 1, right + 1]) {
      const column = grid.column(beside);
      const isFilled = (row: number) =>
        column !== undefined && (grid.cache.row(row)?.value(column.id) ?? null) !== null;
      if (!column || !isFilled(bottom + 1)) continue;
      const end = isFilled(bottom + 2) ? await grid.actions.edge(column.id, bottom + 1, 1) : bottom + 1;
      return await fillCells(grid, bounds, { ...bounds, bottom: end }, 'auto');
    }
  } catch (error) {
    grid.actions.report(error);
  }
}
