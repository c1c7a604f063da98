import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { isAbort, type ProblemData, toProblemData } from '../../../shared/contract/problem.ts';
import type { RangeBounds } from '../cellRange.ts';
import { useRowOrder } from '../rowOrder.ts';
import type { TableGrid } from '../tableGrid.ts';
import { find } from './findIn.ts';
import { useFind } from './findState.ts';

/** How many are listed; F3 goes through all. */
const LISTED = 50;

export interface Found {
  readonly total: number;
  readonly listed: readonly { position: number; column: string; text: string }[];
  readonly problem: ProblemData | null;
}

const NOTHING: Found = { total: 0, listed: [], problem: null };

/** What is found while it is typed: how many, and the first with their texts. */
export function useFound(grid: TableGrid, bounds: RangeBounds | null): Found {
  const { text, regex, caseSensitive, whole } = useFind();
  const order = useRowOrder(grid.actions.table);
  const loads = useStore(grid.store, (state) => state.loads);
  const [found, setFound] = useState(NOTHING);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for is read from the store
  useEffect(() => {
    if (text === '') {
      setFound(NOTHING);
      return;
    }
    const abort = new AbortController();
    const look = async () => {
      const { hits, total } = await find(grid, { limit: LISTED, bounds }, abort.signal);
      const positions = [...new Set(hits.map(({ position }) => position))];
      await Promise.all(positions.map((position) => grid.cache.load(position, position)));
      abort.signal.throwIfAborted();
      const listed = hits.map(({ position, column: id }) => {
        const column = grid.columns.find((one) => one.id === id);
        const row = grid.cache.row(position);
        return {
          position,
          column: id,
          text: row && column ? grid.actions.shownText(row.value(id), column) : '',
        };
      });
      setFound({ total, listed, problem: null });
    };
    const soon = setTimeout(
      () =>
        void look().catch((error) => {
          if (!isAbort(error) && !abort.signal.aborted)
            setFound({ ...NOTHING, problem: toProblemData(error) });
        }),
      120,
    );
    return () => {
      clearTimeout(soon);
      abort.abort();
    };
  }, [grid, text, regex, caseSensitive, whole, order, loads, bounds]);
  return found;
}
