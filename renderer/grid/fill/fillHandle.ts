import { cellAtPoint, cellBox, gridRoot, gridViewport, headerHeight } from '../agDom.ts';
import { boundsOf, type RangeBounds } from '../cellRange.ts';
import type { TableGrid } from '../tableGrid.ts';
import { filledTo } from './fillArea.ts';
import { fillCells, fillToNeighbour } from './fillCells.ts';

/** The square at the lower right of the active range: dragged it fills, a double click fills down as far as the column beside. */
export function attachFillHandle(grid: TableGrid): () => void {
  const { host, api, store } = grid;
  if (grid.actions.readOnly) return () => {};
  const root = gridRoot(host);
  const handle = document.createElement('div');
  handle.className = 'FillHandle';
  handle.hidden = true;
  handle.setAttribute('aria-hidden', 'true');
  root.append(handle);
  let frame = 0;
  let drag: { source: RangeBounds; x: number; y: number; frame: number } | null = null;

  const place = () => {
    frame = 0;
    if (api.isDestroyed()) return;
    const { range } = store.getState();
    const bounds = range && boundsOf(range);
    const column = bounds && grid.column(bounds.right);
    const box = bounds && column ? cellBox(host, bounds.bottom, column.id) : null;
    const view = gridViewport(host).getBoundingClientRect();
    const isSeen =
      box !== null &&
      box.bottom > view.top + headerHeight(host) &&
      box.bottom <= view.bottom + 1 &&
      box.right <= view.right + 1 &&
      isOnTop(box);
    handle.hidden = !isSeen;
    if (!box || !isSeen) return;
    const origin = root.getBoundingClientRect();
    Object.assign(handle.style, {
      left: `${box.right - origin.left - 5}px`,
      top: `${box.bottom - origin.top - 5}px`,
    });
  };
  /** A cell that scrolled under the frozen columns has no corner to take hold of. */
  const isOnTop = (box: DOMRect) => {
    const at = cellAtPoint(host, box.right - 3, Math.max(box.top, box.bottom - 3));
    const { range } = store.getState();
    return at !== null && range !== null && at.column === grid.column(boundsOf(range).right)?.id;
  };
  const soon = () => {
    frame ||= requestAnimationFrame(place);
  };

  const whole = (): RangeBounds | null => {
    if (!drag) return null;
    const box = gridViewport(host).getBoundingClientRect();
    const x = Math.max(box.left + 2, Math.min(drag.x, box.right - 16));
    const y = Math.max(box.top + headerHeight(host) + 2, Math.min(drag.y, box.bottom - 16));
    const hit = cellAtPoint(host, x, y);
    const column = hit ? store.getState().columns.indexOf(hit.column) : -1;
    if (!hit) return null;
    return filledTo(drag.source, { row: hit.row, column: column < 0 ? drag.source.left : column });
  };
  const preview = () => {
    const next = whole();
    if (next) store.setState({ filling: next });
  };
  const roll = () => {
    if (!drag) return;
    const view = gridViewport(host);
    const box = view.getBoundingClientRect();
    const over = (value: number, low: number, high: number) =>
      value < low ? value - low : value > high ? value - high : 0;
    const down = over(drag.y, box.top + headerHeight(host), box.bottom);
    const along = over(drag.x, box.left, box.right);
    if (down !== 0 || along !== 0) {
      view.scrollTop += down / 4;
      view.scrollLeft += along / 4;
      preview();
    }
    drag.frame = requestAnimationFrame(roll);
  };
  const stop = () => {
    if (drag) cancelAnimationFrame(drag.frame);
    drag = null;
    store.setState({ filling: null });
  };

  const down = (event: PointerEvent) => {
    const { range } = store.getState();
    if (event.button !== 0 || !range) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    drag = {
      source: boundsOf(range),
      x: event.clientX,
      y: event.clientY,
      frame: requestAnimationFrame(roll),
    };
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
    preview();
  };
  const up = (event: PointerEvent) => {
    if (!drag) return;
    const { source } = drag;
    const { filling } = store.getState();
    stop();
    if (filling) void fillCells(grid, source, filling, event.ctrlKey || event.metaKey ? 'other' : 'auto');
  };
  const cancel = (event: KeyboardEvent) => {
    if (!drag || event.key !== 'Escape') return;
    event.stopPropagation();
    stop();
  };
  // The cells keep the keyboard.
  const mouseDown = (event: MouseEvent) => event.preventDefault();
  const doubleClick = () => void fillToNeighbour(grid);

  handle.addEventListener('pointerdown', down);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', up);
  handle.addEventListener('pointercancel', stop);
  handle.addEventListener('mousedown', mouseDown);
  handle.addEventListener('dblclick', doubleClick);
  window.addEventListener('keydown', cancel, true);
  const events = [
    'bodyScroll',
    'modelUpdated',
    'displayedColumnsChanged',
    'columnResized',
    'gridSizeChanged',
    'viewportChanged',
    'firstDataRendered',
  ] as const;
  for (const event of events) api.addEventListener(event, soon);
  const unsubscribe = store.subscribe((state, before) => {
    if (state.range !== before.range || state.loads !== before.loads) soon();
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
    unsubscribe();
    window.removeEventListener('keydown', cancel, true);
    if (!api.isDestroyed()) for (const event of events) api.removeEventListener(event, soon);
    handle.remove();
  };
}
