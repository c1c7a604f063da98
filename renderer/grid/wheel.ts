import { gridViewport, rowBox } from './agDom.ts';
import type { TableGrid } from './tableGrid.ts';
import { stretchOf, wheelPixels } from './wheelScale.ts';

/**
 * AG Grid stretches tables that are higher than the tallest box a browser can make: the wheel then moves too far (8.75 times at
 * ten million rows; ag-grid issue 12742). Above that height the wheel is ours; below it nothing is done.
 */
export function attachWheel(grid: TableGrid): () => void {
  const view = gridViewport(grid.host);
  const box = rowBox(grid.host);
  /** Where the rows should be, in real pixels; the scroll bar alone is too coarse. */
  let wanted: number | null = null;
  let own = false;

  const forget = () => {
    if (own) {
      own = false;
      return;
    }
    wanted = null;
    box.style.transform = '';
  };
  const wheel = (event: WheelEvent) => {
    const stretch = stretchOf(grid.store.getState().total, grid.rowHeight, view.clientHeight);
    if (stretch <= 1 || event.ctrlKey || event.shiftKey || !event.deltaY) return;
    event.preventDefault();
    const highest = grid.store.getState().total * grid.rowHeight - view.clientHeight;
    const pixels = wheelPixels(event, grid.rowHeight, view.clientHeight);
    wanted = Math.max(0, Math.min(highest, (wanted ?? view.scrollTop * stretch) + pixels));
    const before = view.scrollTop;
    view.scrollTop = wanted / stretch;
    own = view.scrollTop !== before;
    box.style.transform = `translateY(${Math.round(view.scrollTop * stretch - wanted)}px)`;
  };
  view.addEventListener('wheel', wheel, { passive: false });
  view.addEventListener('scroll', forget);
  return () => {
    view.removeEventListener('wheel', wheel);
    view.removeEventListener('scroll', forget);
  };
}
