import { sql, trusted, value } from '../../../shared/views/sql.ts';
import type { Engine } from '../../engine/engine.ts';

/** Ids are counted in blocks of this many: ten million rows are 2,500 numbers. */
const BLOCK = 4096;
const MOST_LISTED = 64;

/** Positions of rows by id, ascending, without a list of them: ids have gaps where rows were deleted, never another order. */
export interface IdBlocks {
  readonly total: number;
  /** The id at a position, which must be one of the order. */
  idAt(position: number, signal?: AbortSignal): Promise<number>;
  /** The number of rows whose id is below this one. */
  before(id: number, signal?: AbortSignal): Promise<number>;
}

/** `table` is quoted. One scan of the ids; after it a position costs arithmetic, or the ids of one block that has gaps. */
export async function idBlocks(engine: Engine, table: string, signal?: AbortSignal): Promise<IdBlocks> {
  const counted = await engine.columns(
    sql`SELECT _id // ${value(BLOCK)} AS block, count(*) AS rows FROM ${trusted(table)} GROUP BY 1 ORDER BY 1`,
    new Set(),
    signal,
  );
  const blocks = numbers(counted.get('block'));
  const rows = numbers(counted.get('rows'));
  const starts = new Float64Array(blocks.length + 1);
  for (let i = 0; i < blocks.length; i++) starts[i + 1] = (starts[i] ?? 0) + (rows[i] ?? 0);
  const listed = new Map<number, Promise<Float64Array>>();

  /** The ids of a block that is not full. */
  const ids = (at: number, abort?: AbortSignal): Promise<Float64Array> => {
    const known = listed.get(at);
    if (known) return known;
    const first = (blocks[at] ?? 0) * BLOCK;
    const asked = engine
      .columns(
        sql`SELECT _id FROM ${trusted(table)} WHERE _id >= ${value(first)} AND _id < ${value(first + BLOCK)} ORDER BY _id`,
        new Set(),
        abort,
      )
      .then((vectors) => numbers(vectors.get('_id')));
    listed.set(at, asked);
    asked.catch(() => listed.delete(at));
    for (const oldest of listed.keys()) {
      if (listed.size <= MOST_LISTED) break;
      listed.delete(oldest);
    }
    return asked;
  };

  return {
    total: starts[blocks.length] ?? 0,
    async idAt(position, abort) {
      const at = lastAtMost(starts.subarray(0, blocks.length), position);
      const within = position - (starts[at] ?? 0);
      if (rows[at] === BLOCK) return (blocks[at] ?? 0) * BLOCK + within;
      return (await ids(at, abort))[within] ?? 0;
    },
    async before(id, abort) {
      const at = lastAtMost(blocks, Math.floor(id / BLOCK));
      if (at < 0) return 0;
      const first = (blocks[at] ?? 0) * BLOCK;
      if (id >= first + BLOCK) return starts[at + 1] ?? 0;
      if (rows[at] === BLOCK) return (starts[at] ?? 0) + id - first;
      return (starts[at] ?? 0) + lastAtMost(await ids(at, abort), id - 1) + 1;
    },
  };
}

/** The index of the last of ascending values that is at most `wanted`; -1 where none is. */
export function lastAtMost(values: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function numbers(vector: { kind: string } | undefined): Float64Array {
  return vector && 'values' in vector && vector.values instanceof Float64Array
    ? vector.values
    : new Float64Array();
}
