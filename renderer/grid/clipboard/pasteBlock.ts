import type { CommandArgs } from '../../../shared/contract/commands.ts';
import { PasteMisfits } from '../../../shared/contract/pasting.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { columnLabel } from '../../../shared/model/table.ts';
import { toast } from '../../design/toast.ts';
import { t } from '../../i18n/index.ts';
import { boundsOf, type RangeBounds } from '../cellRange.ts';
import { rangeRows } from '../rangeCells.ts';
import { allRanges, toRange } from '../severalRanges.ts';
import type { TableGrid } from '../tableGrid.ts';
import { cutOf, setCut } from './cutCells.ts';
import type { Misfits } from './misfits.ts';
import type { PastedBlock } from './pastedBlock.ts';
import type { PastedCell } from './pastedCell.ts';
import { pasteTarget, transposed } from './pastePlan.ts';
import { typedValue } from './typedValue.ts';

type Args = CommandArgs<'paste'>;

/** Cells of one paste; a table takes more from a file. */
const MOST_CELLS = 200_000;

/**
 * Pastes a block at every selected range: one command, rows beyond the last one are new. Where something does not fit nothing is
 * changed, and the store's `misfits` say what and offer to paste the rest.
 */
export async function pasteBlock(
  grid: TableGrid,
  { rows: given, token }: PastedBlock,
  { transpose = false }: { transpose?: boolean } = {},
): Promise<void> {
  try {
    if (grid.actions.readOnly) throw readOnlyProblem();
    const empty: PastedCell = { text: '' };
    const rows = transpose ? transposed(given, empty) : given;
    const width = Math.max(1, ...rows.map((row) => row.length));
    const { total, columns } = grid.store.getState();
    const size = { rows: total, columns: columns.length };
    const targets = allRanges(grid.store.getState()).map((range) =>
      pasteTarget({ height: rows.length, width }, boundsOf(range), size),
    );
    if (targets.length === 0) return;
    const cells = targets.reduce((sum, { bounds }) => sum + areaOf(bounds), 0);
    if (cells > MOST_CELLS) throw tooLargeProblem(cells);

    const blocks = await Promise.all(targets.map(({ bounds }) => blockAt(grid, rows, width, bounds)));
    const cut = cutOf(token);
    const args: Args = {
      table: grid.actions.table,
      blocks,
      ...(cut && { cut: { table: cut.table, blocks: [cut.block] } }),
    };
    const beyond = Math.max(...targets.map((target) => target.beyond));
    const paste = async (rest: boolean) => {
      const added = await grid.actions.paste({ ...args, beyond, rest });
      if (cut) setCut(null);
      await finish(
        grid,
        targets.map(({ bounds }) => bounds),
        added.length,
        cut !== null,
      );
    };
    const ask = (misfits: PasteMisfits) =>
      grid.store.setState({
        misfits: misfitsOf(grid, misfits, {
          targets: targets.map(({ bounds }) => bounds),
          cells,
          beyond,
          paste: () => paste(true).catch((error: unknown) => grid.actions.report(error)),
        }),
      });
    try {
      await paste(false);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'paste.misfits')) throw error;
      ask(PasteMisfits.parse(error.details));
    }
  } catch (error) {
    grid.actions.report(error);
  }
}

async function blockAt(
  grid: TableGrid,
  rows: PastedBlock['rows'],
  width: number,
  bounds: RangeBounds,
): Promise<Args['blocks'][number]> {
  const last = grid.store.getState().total - 1;
  const there =
    bounds.top > last ? [] : await rangeRows(grid, { ...bounds, bottom: Math.min(bounds.bottom, last) });
  const columns = grid.columns.slice(bounds.left, bounds.right + 1);
  const values = Array.from({ length: bounds.bottom - bounds.top + 1 }, (_, down) => {
    const row = rows[down % rows.length] ?? [];
    return columns.map((column, along) => {
      const cell = row[along % width];
      return cell ? typedValue(cell, column, grid.actions.numbers) : null;
    });
  });
  return { rows: there.map(({ id }) => id), columns: columns.map(({ id }) => id), values };
}

/** Selects what was written, and says what stands out of sight: rows that were added. */
async function finish(
  grid: TableGrid,
  written: readonly RangeBounds[],
  added: number,
  moved: boolean,
): Promise<void> {
  if (moved) grid.store.setState({ copied: null });
  grid.store.setState({ problem: null, misfits: null });
  await grid.reload();
  const ranges = written.map(toRange);
  const range = ranges.at(-1);
  if (range) grid.select(range, { others: ranges.slice(0, -1), reveal: 'nothing' });
  if (added > 0) toast({ tone: 'success', title: t('gridClipboard.rowsAdded', { count: added }) });
}

function misfitsOf(
  grid: TableGrid,
  { count, cells }: PasteMisfits,
  {
    targets,
    cells: all,
    beyond,
    paste,
  }: { targets: readonly RangeBounds[]; cells: number; beyond: number; paste: () => Promise<void> },
): Misfits {
  const { total } = grid.store.getState();
  return {
    count,
    fitting: all - count,
    beyond,
    paste,
    cells: cells.map(({ block, row, column: id, text, message }) => {
      const column = grid.columns.find((one) => one.id === id);
      const at = (targets[block]?.top ?? 0) + row;
      return {
        row: at < total ? t('grid.rowNumber', { row: at + 1 }) : t('gridClipboard.newRow', { row: at + 1 }),
        column: column ? columnLabel(column) : id,
        text,
        message,
      };
    }),
  };
}

function areaOf({ top, bottom, left, right }: RangeBounds): number {
  return (bottom - top + 1) * (right - left + 1);
}

function readOnlyProblem(): Problem {
  return new Problem({ code: 'grid.read-only', message: t('gridClipboard.readOnly') });
}

function tooLargeProblem(cells: number): Problem {
  return new Problem({
    code: 'grid.paste-too-large',
    message: t('gridClipboard.pasteTooLarge', {
      cells: cells.toLocaleString('en'),
      most: MOST_CELLS.toLocaleString('en'),
    }),
    remedy: t('gridClipboard.pasteTooLargeRemedy'),
  });
}
