import { useCallback, useEffect, useRef, useState } from 'react';
import type { Recipe } from '../../shared/model/recipe.ts';
import { client } from '../app/client.ts';

export interface Row {
  line: number;
  cells: readonly string[];
}

export interface Rows {
  count: number;
  row: (index: number) => Row | undefined;
  /** Brings the rows into memory that are looked at. */
  want: (from: number, to: number) => void;
  /** Where a line stands, or undefined where it has no row. */
  find: (line: number) => Promise<number | undefined>;
}

const BLOCK = 200;
/** Blocks that are kept, the newest. */
const MOST_BLOCKS = 50;

/** Rows of the file or of a table on its way, fetched where they are looked at. The first ones came with the preview. */
export function useRows(
  id: string,
  of: 'raw' | 'result',
  recipe: Recipe,
  first: readonly Row[],
  count: number,
): Rows {
  // Of the raw cells only the way they are read decides.
  const key = `${id} ${of} ${JSON.stringify(of === 'raw' ? recipe[0] : recipe)}`;
  const blocks = useRef(new Map<number, readonly Row[] | null>());
  const current = useRef(key);
  const [, redraw] = useState(0);

  useEffect(() => {
    current.current = key;
    blocks.current.clear();
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the recipe means here
  const ask = useCallback(
    async (asked: { from: number; line?: number }) =>
      await client().call('import.rows', { id, of, recipe, count: BLOCK, ...asked }),
    [key],
  );

  const want = (from: number, to: number) => {
    for (let block = Math.floor(from / BLOCK); block * BLOCK < Math.min(to, count); block++) {
      if ((block + 1) * BLOCK <= first.length || blocks.current.has(block)) continue;
      if (block === 0 && first.length >= Math.min(BLOCK, count)) continue;
      blocks.current.set(block, null);
      ask({ from: block * BLOCK }).then(
        ({ rows }) => {
          if (current.current !== key) return;
          blocks.current.set(block, rows);
          for (const old of blocks.current.keys()) {
            if (blocks.current.size <= MOST_BLOCKS) break;
            if (old !== block) blocks.current.delete(old);
          }
          redraw((n) => n + 1);
        },
        // The reader was ended by a change of the recipe: asked again when the rows are drawn again.
        () => void (current.current === key && blocks.current.delete(block)),
      );
    }
  };

  return {
    count,
    row: (index) => first[index] ?? blocks.current.get(Math.floor(index / BLOCK))?.[index % BLOCK],
    want,
    find: async (line) => {
      const near = first.findIndex((row) => row.line === line);
      if (near >= 0) return near;
      if (first.length >= count) return undefined;
      return (await ask({ from: 0, line })).at;
    },
  };
}
