import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { RangeBounds } from '../cellRange.ts';
import { useRowOrder } from '../rowOrder.ts';
import type { TableGrid } from '../tableGrid.ts';
import { find } from './findIn.ts';
import { useFind } from './findState.ts';

/** Keeps the hits among the rows on the screen in the grid's store, where they are drawn from. */
export function useDrawnHits(grid: TableGrid, bounds: RangeBounds | null, isWrong: boolean): void {
  const { text, regex, caseSensitive, whole } = useFind();
  const order = useRowOrder(grid.actions.table);
  const loads = useStore(grid.store, (state) => state.loads);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is read from the store
  useEffect(() => {
    const { api, store } = grid;
    const clear = () => store.setState({ hits: [] });
    if (text === '' || isWrong) {
      clear();
      return;
    }
    let abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (signal: AbortSignal) => {
      const first = Math.max(0, api.getFirstDisplayedRowIndex());
      const last = Math.max(first, api.getLastDisplayedRowIndex());
      const within = {
        top: Math.max(first, bounds?.top ?? 0),
        bottom: Math.min(last, bounds?.bottom ?? last),
      };
      if (within.bottom < within.top) return clear();
      const { hits } = await find(grid, { from: within.top, limit: 5000, within, bounds }, signal);
      if (signal.aborted) return;
      const places = new Map(store.getState().columns.map((id, at) => [id, at]));
      store.setState({
        hits: hits.flatMap(({ position, column }) => {
          const at = places.get(column);
          return at === undefined ? [] : [{ row: position, column: at }];
        }),
      });
    };
    const soon = () => {
      clearTimeout(timer);
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      // What is wrong with the wish is said in the panel.
      timer = setTimeout(() => void look(signal).catch(() => undefined), 100);
    };
    soon();
    const events = ['bodyScrollEnd', 'viewportChanged', 'displayedColumnsChanged'] as const;
    for (const event of events) api.addEventListener(event, soon);
    return () => {
      clearTimeout(timer);
      abort.abort();
      clear();
      if (!api.isDestroyed()) for (const event of events) api.removeEventListener(event, soon);
    };
  }, [grid, text, regex, caseSensitive, whole, order, loads, bounds, isWrong]);
}
