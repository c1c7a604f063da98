import { gridRoot, gridViewport, headAtPoint, headEdge, headElement, headOf } from '../agDom.ts';
import type { TableGrid } from '../tableGrid.ts';
import { wholeColumns } from '../wholeLines.ts';
import { columnsMeant, isWholeColumn } from './selectedColumns.ts';

export interface HeadActions {
  /** Before a column, or last. */
  move(columns: readonly string[], before: string | null): void;
  resize(columns: readonly string[], width: number): void;
  fit(columns: readonly string[]): void;
}

/** A press that went less far than this is a click. */
const FAR = 5;

/**
 * Moving and resizing by the heads. A head that is selected is dragged to another place with all that are selected with it, as in a
 * spreadsheet of today; one that is not is selected by the same press (rangeMouse.ts). A double click on an edge fits the column.
 */
export function attachHeads(grid: TableGrid, actions: HeadActions): () => void {
  const { host, api } = grid;
  const line = document.createElement('div');
  line.className = 'ColumnDrop';
  line.hidden = true;
  gridRoot(host).append(line);
  let drag: { columns: string[]; pressed: string; x: number; moving: boolean; before: string | null } | null =
    null;

  const down = (event: PointerEvent) => {
    if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey || grid.actions.readOnly)
      return;
    if (!(event.target instanceof Element) || !host.contains(event.target)) return;
    if (!event.target.closest('.HeaderCell .name')) return;
    const pressed = headOf(event.target);
    if (!pressed || !isWholeColumn(grid, pressed)) return;
    const columns = columnsMeant(grid, pressed).map(({ id }) => id);
    // All of them have nowhere to go; the selection starts anew.
    if (columns.length === grid.columns.length) return;
    event.stopImmediatePropagation();
    drag = { columns, pressed, x: event.clientX, moving: false, before: null };
  };
  const move = (event: PointerEvent) => {
    if (!drag || (!drag.moving && Math.abs(event.clientX - drag.x) < FAR)) return;
    drag.moving = true;
    host.classList.add('is-movingColumns');
    const box = gridViewport(host).getBoundingClientRect();
    const over = event.clientX < box.left ? -1 : event.clientX > box.right ? 1 : 0;
    if (over !== 0) gridViewport(host).scrollLeft += over * 20;
    const x = Math.max(box.left + 2, Math.min(event.clientX, box.right - 4));
    const target = headAtPoint(host, x);
    const head = target && headElement(host, target)?.getBoundingClientRect();
    if (!target || !head) return;
    const at = grid.columns.findIndex(({ id }) => id === target);
    const after = at < 0 || x > head.left + head.width / 2;
    drag.before = grid.columns[after ? at + 1 : at]?.id ?? null;
    const root = gridRoot(host).getBoundingClientRect();
    line.hidden = false;
    Object.assign(line.style, {
      insetInlineStart: `${(after ? head.right : head.left) - root.left - 1}px`,
      height: `${root.height}px`,
    });
  };
  const up = () => {
    const done = drag;
    stop();
    if (!done) return;
    if (done.moving) return actions.move(done.columns, done.before);
    const at = grid.columns.findIndex(({ id }) => id === done.pressed);
    grid.select(wholeColumns(grid, at, at), { reveal: 'nothing' });
  };
  const stop = () => {
    drag = null;
    line.hidden = true;
    host.classList.remove('is-movingColumns');
  };
  const giveUp = (event: KeyboardEvent) => {
    if (!drag || event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  /** A press on an edge that moves nothing, as each of a double click's, ends in the same event as a drag. */
  let pressedWidth = -1;
  const press = (event: PointerEvent) => {
    const column = headEdge(event.target);
    pressedWidth = (column && api.getColumn(column)?.getActualWidth()) || -1;
  };
  const fit = (event: MouseEvent) => {
    const column = headEdge(event.target);
    if (column) actions.fit(columnsMeant(grid, column).map(({ id }) => id));
  };
  const resized: Parameters<typeof api.addEventListener<'columnResized'>>[1] = (event) => {
    if (!event.finished || event.source !== 'uiColumnResized') return;
    const column = event.column?.getColId();
    const width = event.column?.getActualWidth();
    if (column && width && width !== pressedWidth)
      actions.resize(
        columnsMeant(grid, column).map(({ id }) => id),
        Math.round(width),
      );
  };

  // At the window, because a press that drags must not reach the part that selects by the same press.
  window.addEventListener('pointerdown', down, true);
  host.addEventListener('pointerdown', press, true);
  host.addEventListener('dblclick', fit);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', stop);
  window.addEventListener('keydown', giveUp, true);
  api.addEventListener('columnResized', resized);
  return () => {
    window.removeEventListener('pointerdown', down, true);
    host.removeEventListener('pointerdown', press, true);
    host.removeEventListener('dblclick', fit);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('keydown', giveUp, true);
    if (!api.isDestroyed()) api.removeEventListener('columnResized', resized);
    line.remove();
  };
}
