import { toProblemData } from '../../shared/contract/problem.ts';
import { boundsOf, type RangeBounds } from './cellRange.ts';
import { parseTabText, toHtmlTable, toTabText } from './clipboardText.ts';
import { pasteChanges } from './pasteChanges.ts';
import { clearRange, loadedRows, rangeRows } from './rangeCells.ts';
import type { GridRow } from './rowCache.ts';
import type { TableGrid } from './tableGrid.ts';

/** Copy, cut and paste of the selected cells through the system's clipboard, as tab separated text and as a table. */
export function attachClipboard(grid: TableGrid): () => void {
  const concerned = (event: ClipboardEvent): RangeBounds | null => {
    if (event.target instanceof Element && event.target.closest('input,textarea,[contenteditable]'))
      return null;
    if (!grid.host.contains(document.activeElement)) return null;
    const { range } = grid.store.getState();
    return range && boundsOf(range);
  };

  const copy = (event: ClipboardEvent) => {
    const bounds = concerned(event);
    if (!bounds) return;
    event.preventDefault();
    const rows = loadedRows(grid, bounds);
    if (rows) {
      // The event is synchronous: only what is in memory can be put into it.
      const { text, html } = blockOf(grid, rows, bounds);
      event.clipboardData?.setData('text/plain', text);
      event.clipboardData?.setData('text/html', html);
      if (event.type === 'cut') void clearRange(grid);
      return;
    }
    void copyLater(grid, bounds).then(
      () => (event.type === 'cut' ? clearRange(grid) : undefined),
      (error) => grid.actions.report(error),
    );
  };

  const paste = (event: ClipboardEvent) => {
    const bounds = concerned(event);
    const text = event.clipboardData?.getData('text/plain');
    if (!bounds || !text) return;
    event.preventDefault();
    void pasteText(grid, bounds, text);
  };

  grid.host.addEventListener('copy', copy);
  grid.host.addEventListener('cut', copy);
  grid.host.addEventListener('paste', paste);
  return () => {
    grid.host.removeEventListener('copy', copy);
    grid.host.removeEventListener('cut', copy);
    grid.host.removeEventListener('paste', paste);
  };
}

function blockOf(grid: TableGrid, rows: readonly GridRow[], { left, right }: RangeBounds) {
  const columns = grid.columns.slice(left, right + 1);
  const cells = rows.map((row) =>
    columns.map((column) => {
      const value = row.value(column.id);
      return { text: grid.actions.shownText(value, column), exact: grid.actions.exactText(value, column) };
    }),
  );
  return { text: toTabText(cells.map((row) => row.map(({ exact }) => exact))), html: toHtmlTable(cells) };
}

async function copyLater(grid: TableGrid, bounds: RangeBounds): Promise<void> {
  const { text, html } = blockOf(grid, await rangeRows(grid, bounds), bounds);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}

/** One command for the whole block: all of it is taken, or nothing. */
async function pasteText(grid: TableGrid, bounds: RangeBounds, text: string): Promise<void> {
  try {
    const block = parseTabText(text);
    const height = block.length === 1 ? bounds.bottom - bounds.top + 1 : block.length;
    const last = Math.min(bounds.top + height - 1, grid.store.getState().total - 1);
    const rows = await rangeRows(grid, { ...bounds, bottom: last });
    const { cells, filled } = pasteChanges({ block, bounds, rows, columns: grid.columns });
    grid.marks.setPending(cells.map(({ row, column, value }) => ({ row, column, text: value ?? '' })));
    grid.redraw();
    try {
      await grid.actions.setCells(cells);
      grid.store.setState({
        range: {
          anchor: { row: filled.top, column: filled.left },
          head: { row: filled.bottom, column: filled.right },
        },
        problem: null,
      });
      await grid.reload();
    } finally {
      grid.marks.clear(cells);
      grid.redraw();
    }
  } catch (error) {
    grid.actions.report(toProblemData(error));
  }
}
