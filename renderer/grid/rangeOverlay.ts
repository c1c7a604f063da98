import {
  drawnRow,
  footHeight,
  gridRoot,
  gridViewport,
  headerHeight,
  ROW_NUMBERS,
  rowNumberCells,
} from './agDom.ts';
import { activeCell, boundsOf, type RangeBounds, singleCell } from './cellRange.ts';
import { allRanges, countOf } from './severalRanges.ts';
import type { TableGrid } from './tableGrid.ts';

interface Box {
  readonly name: string;
  readonly bounds: RangeBounds;
}

interface Placed {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The selected ranges, and the outline of what was copied, as boxes over the grid, worked out from numbers: a range of ten million
 * rows costs what one cell costs, where a class on each cell would cost a hundred times more.
 */
export function attachRangeOverlay(grid: TableGrid): () => void {
  const { host, api, store } = grid;
  const layer = document.createElement('div');
  layer.className = 'RangeOverlay';
  layer.setAttribute('aria-hidden', 'true');
  // Frozen columns do not move with the others: boxes over both are drawn in two parts.
  const panes = { frozen: document.createElement('div'), moving: document.createElement('div') };
  layer.append(panes.frozen, panes.moving);
  gridRoot(host).append(layer);
  let frame = 0;

  const boxes = (): Box[] => {
    const { range, others, copied, filling, hits } = store.getState();
    const selected = allRanges({ range, others }).map(boundsOf);
    return [
      // A single cell has its outline; among several ones it is filled like the others.
      ...selected
        .filter((bounds) => selected.length > 1 || countOf(bounds) > 1)
        .map((bounds) => ({ name: 'range', bounds })),
      ...hits.map((cell) => ({ name: 'hit', bounds: boundsOf(singleCell(cell)) })),
      ...(copied?.ranges ?? []).map((bounds) => ({ name: 'copied', bounds })),
      ...(filling ? [{ name: 'filling', bounds: filling }] : []),
      ...(range ? [{ name: 'active', bounds: boundsOf(singleCell(activeCell(range))) }] : []),
    ];
  };

  const light = () => {
    const selected = allRanges(store.getState()).map(boundsOf);
    for (const { row, cell } of rowNumberCells(host)) {
      const isLit = selected.some((bounds) => row >= bounds.top && row <= bounds.bottom);
      cell.classList.toggle('is-lit', isLit);
    }
  };

  const draw = () => {
    frame = 0;
    if (api.isDestroyed()) return;
    light();
    const row = drawnRow(host);
    layer.hidden = row === null;
    if (row === null) return;
    const root = gridRoot(host).getBoundingClientRect();
    const top = headerHeight(host);
    const view = gridViewport(host);
    const numbers = api.getColumn(ROW_NUMBERS)?.getActualWidth() ?? 0;
    const columns = grid.columns.map(({ id }) => api.getColumn(id));
    const frozen = columns.reduce(
      (sum, column) =>
        sum + (column?.getPinned() === 'left' && column.isVisible() ? column.getActualWidth() : 0),
      0,
    );
    const width = Math.max(0, view.clientWidth - numbers);
    const height = `${Math.max(0, view.clientHeight - top - footHeight(host))}px`;
    Object.assign(layer.style, {
      top: `${top}px`,
      insetInlineStart: `${numbers}px`,
      width: `${width}px`,
      height,
    });
    Object.assign(panes.frozen.style, { width: `${frozen}px` });
    Object.assign(panes.moving.style, { insetInlineStart: `${frozen}px`, width: `${width - frozen}px` });

    const offset = row.top - root.top - top - row.row * grid.rowHeight;
    const scrolled = api.getHorizontalPixelRange().left;
    const placed = { frozen: [] as Placed[], moving: [] as Placed[] };
    for (const { name, bounds } of boxes()) {
      // Kept near the pane: a browser cannot place a box of many million pixels exactly.
      const y = Math.max(-50, offset + bounds.top * grid.rowHeight);
      const below = Math.min(view.clientHeight + 50, offset + (bounds.bottom + 1) * grid.rowHeight);
      const inside = columns.slice(bounds.left, bounds.right + 1).filter((column) => column?.isVisible());
      for (const pane of ['frozen', 'moving'] as const) {
        const own = inside.filter((column) => (column?.getPinned() === 'left') === (pane === 'frozen'));
        const lefts = own.map((column) => column?.getLeft() ?? 0);
        const rights = own.map((column) => (column?.getLeft() ?? 0) + (column?.getActualWidth() ?? 0));
        if (own.length === 0) continue;
        const start = Math.min(...lefts);
        placed[pane].push({
          name: own.length < inside.length ? `${name} is-part` : name,
          x: start - (pane === 'frozen' ? numbers : scrolled),
          y: y - 1,
          width: Math.max(...rights) - start,
          height: Math.max(0, below - y + 1),
        });
      }
    }
    fill(panes.frozen, placed.frozen);
    fill(panes.moving, placed.moving);
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
    const changed = (['range', 'others', 'copied', 'filling', 'hits', 'loads'] as const).some(
      (key) => state[key] !== before[key],
    );
    if (changed) soon();
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
    if (!api.isDestroyed()) for (const event of events) api.removeEventListener(event, soon);
    layer.remove();
  };
}

function fill(pane: HTMLElement, boxes: readonly Placed[]): void {
  while (pane.childElementCount < boxes.length) pane.append(document.createElement('div'));
  while (pane.childElementCount > boxes.length) pane.lastElementChild?.remove();
  for (const [i, { name, x, y, width, height }] of boxes.entries()) {
    const element = pane.children[i];
    if (!(element instanceof HTMLElement)) continue;
    if (element.className !== name) element.className = name;
    Object.assign(element.style, {
      insetInlineStart: `${x}px`,
      top: `${y}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  }
}
