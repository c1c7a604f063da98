import type { TableGrid } from '../tableGrid.ts';
import { type Block, type BlockPlace, fetchBlock, loadedBlock, selectedPlace } from './block.ts';

/** A selection that still grows is not fetched. */
const REST = 200;

export interface SelectionLoader {
  /** The selected block where it is at hand; a copy has to be answered at once. */
  ready(place: BlockPlace): Block | null;
  /** The selected block, once it is here. */
  wait(place: BlockPlace): Promise<Block>;
  stop(): void;
}

/** Fetches the rows of a selection that are not loaded when it is made, so that the key that copies finds them. */
export function createSelectionLoader(grid: TableGrid): SelectionLoader {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: { key: string; block: Promise<Block>; stop: AbortController; isAwaited: boolean } | null =
    null;
  let fetched: { key: string; block: Block } | null = null;

  const keyOf = ({ spans, columns }: BlockPlace) =>
    JSON.stringify([spans, columns.map(({ id }) => id), grid.store.getState().loads]);

  /** A fetch that nobody needs any more is cancelled; one that a copy waits for goes on. */
  const letGo = () => {
    if (running && !running.isAwaited) running.stop.abort();
    running = null;
  };

  const begin = (place: BlockPlace): Promise<Block> => {
    const key = keyOf(place);
    if (running?.key === key) return running.block;
    letGo();
    const stop = new AbortController();
    const block = fetchBlock(grid, place, stop.signal);
    const mine = { key, block, stop, isAwaited: false };
    running = mine;
    block.then(
      (found) => {
        if (running === mine) fetched = { key, block: found };
      },
      () => {
        // Who asks for it waits for the same promise and is told there.
        if (running === mine) running = null;
      },
    );
    return block;
  };
  const look = () => {
    const { range } = grid.store.getState();
    if (!range) return;
    try {
      const place = selectedPlace(grid);
      if (!loadedBlock(grid, place)) void begin(place).catch(() => undefined);
    } catch {
      // What cannot be copied is said when somebody copies it.
    }
  };
  const stop = grid.store.subscribe((state, before) => {
    if (state.range === before.range && state.others === before.others && state.loads === before.loads)
      return;
    clearTimeout(timer);
    letGo();
    fetched = null;
    timer = setTimeout(look, REST);
  });
  return {
    ready(place) {
      if (fetched?.key === keyOf(place)) return fetched.block;
      return loadedBlock(grid, place);
    },
    wait(place) {
      const block = begin(place);
      if (running) running.isAwaited = true;
      return block;
    },
    stop() {
      clearTimeout(timer);
      letGo();
      stop();
    },
  };
}
