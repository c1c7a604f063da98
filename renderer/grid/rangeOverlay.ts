import { drawnRow, gridRoot, gridViewport, headerHeight, ROW_NUMBERS, rowNumberCells } from './agDom.ts';
import { boundsOf, type RangeBounds } from './cellRange.ts';
import type { TableGrid } from './tableGrid.ts';

/**
 * The selected range as two boxes over the grid, worked out from numbers: a range of ten million rows costs what one cell costs,
 * where a class on each cell would cost a hundred times more.
 */
export function attachRangeOverlay(grid: TableGrid): () => void {
  const { host, api, store } = grid;
  const layer = document.createElement('div');
  layer.className = 'RangeOverlay';
  layer.setAttribute('aria-hidden', 'true');
  const range = document.createElement('div');
  range.className = 'range';
  const active = document.createElement('div');
  active.className = 'active';
  layer.append(range, active);
  gridRoot(host).append(layer);
  let frame = 0;

  const draw = () => {
    frame = 0;
    if (api.isDestroyed()) return;
    const now = store.getState().range;
    const row = drawnRow(host);
    const root = gridRoot(host).getBoundingClientRect();
    const top = headerHeight(host);
    const view = gridViewport(host);
    const left = api.getColumn(ROW_NUMBERS)?.getActualWidth() ?? 0;
    Object.assign(layer.style, {
      top: `${top}px`,
      insetInlineStart: `${left}px`,
      width: `${Math.max(0, view.clientWidth - left)}px`,
      height: `${Math.max(0, view.clientHeight - top)}px`,
    });
    const bounds = now && boundsOf(now);
    for (const { row: at, cell } of rowNumberCells(host)) {
      cell.classList.toggle('is-lit', bounds !== null && at >= bounds.top && at <= bounds.bottom);
    }
    const shown = now !== null && row !== null;
    layer.hidden = !shown;
    if (!shown || !bounds) return;
    const offset = row.top - root.top - top - row.row * grid.rowHeight;
    const scrolled = api.getHorizontalPixelRange().left;
    const place = (element: HTMLElement, { top: from, bottom, left: first, right }: RangeBounds) => {
      const start = api.getColumn(grid.columns[first]?.id ?? '');
      const end = api.getColumn(grid.columns[right]?.id ?? '');
      if (!start || !end) return;
      const x = (start.getLeft() ?? 0) - scrolled;
      const width = (end.getLeft() ?? 0) + end.getActualWidth() - (start.getLeft() ?? 0);
      // Kept near the pane: a browser cannot place a box of many million pixels exactly.
      const y = Math.max(-50, offset + from * grid.rowHeight);
      const below = Math.min(view.clientHeight + 50, offset + (bottom + 1) * grid.rowHeight);
      Object.assign(element.style, {
        insetInlineStart: `${x}px`,
        top: `${y - 1}px`,
        width: `${width}px`,
        height: `${Math.max(0, below - y + 1)}px`,
      });
    };
    place(range, bounds);
    place(active, boundsOf({ anchor: now.anchor, head: now.anchor }));
    range.hidden = bounds.top === bounds.bottom && bounds.left === bounds.right;
  };
  const soon = () => {
    frame ||= requestAnimationFrame(draw);
  };

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
  const stop = store.subscribe((state, before) => {
    if (state.range !== before.range || state.loads !== before.loads) soon();
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
    if (!api.isDestroyed()) for (const event of events) api.removeEventListener(event, soon);
    layer.remove();
  };
}
