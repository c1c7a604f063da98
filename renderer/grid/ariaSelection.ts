import { drawnCells } from './agDom.ts';
import { boundsOf, isInside } from './cellRange.ts';
import { allRanges } from './severalRanges.ts';
import type { TableGrid } from './tableGrid.ts';

/** Longer than a frame: while a hand drags or scrolls, nothing is spent on attributes. */
const REST = 100;

/** Says of each drawn cell whether it is selected, which the boxes of the overlay say only to those who see them. */
export function attachAriaSelection(grid: TableGrid): () => void {
  const { host, api, store } = grid;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = () => {
    if (api.isDestroyed()) return;
    const { columns } = store.getState();
    const places = new Map(columns.map((id, at) => [id, at]));
    const selected = allRanges(store.getState()).map(boundsOf);
    for (const { row, column: id, cell } of drawnCells(host)) {
      const column = places.get(id);
      if (column === undefined) continue;
      const is = String(selected.some((bounds) => isInside({ row, column }, bounds)));
      if (cell.getAttribute('aria-selected') !== is) cell.setAttribute('aria-selected', is);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, REST);
  };
  const events = ['bodyScroll', 'modelUpdated', 'viewportChanged', 'displayedColumnsChanged'] as const;
  for (const event of events) api.addEventListener(event, soon);
  const stop = store.subscribe((state, before) => {
    if (state.range !== before.range || state.others !== before.others) soon();
  });
  return () => {
    clearTimeout(timer);
    stop();
    if (!api.isDestroyed()) for (const event of events) api.removeEventListener(event, soon);
  };
}
