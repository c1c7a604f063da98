import type { CallResult } from '../../shared/contract/index.ts';
import { ROW_KIND, type TotalKind } from '../../shared/contract/tables.ts';
import { type CellValue, type Vector, valueAt } from '../../shared/contract/vectors.ts';

/** Rows of the order as they arrive from the workbench, columns by id. */
export interface RowWindow {
  readonly total: number;
  readonly ids: Float64Array;
  readonly lines: Int32Array;
  readonly columns: Readonly<Record<string, Vector>>;
  readonly grouped?: CallResult<'tables.window'>['grouped'];
}

/** What a row is that is worked out: it is not edited, and its id is not above zero. */
export type WorkedRow = { readonly reasons: Readonly<Record<string, string>> } & (
  | {
      readonly kind: 'group' | 'subtotal';
      readonly level: number;
      readonly isOpen: boolean;
      readonly path: string;
      readonly count: number;
    }
  | { readonly kind: 'total'; readonly totals: Readonly<Record<string, TotalKind>> }
);

export interface GridRow {
  /** The stable id of the row. */
  readonly id: number;
  /** Line in the source file, -1 where it is not known. */
  readonly line: number;
  readonly worked?: WorkedRow;
  value(column: string): CellValue;
}

export interface RowCache {
  /** The row at a position of the order, where it is loaded. */
  row(index: number): GridRow | undefined;
  /** Loads positions `from` to `to` (ends kept); answers the number of rows of the order. */
  load(from: number, to: number): Promise<number>;
  /** Forgets everything: the order or the rows changed. Answers on their way are thrown away. */
  clear(): void;
}

/**
 * Column chunks of one table's order, the least recently used thrown away beyond `chunks`.
 * A chunk of 500 rows of 20 columns is about 80 kB, so that 200 chunks stay below 16 MB whatever the length of the table.
 */
export function createRowCache(
  fetch: (from: number, count: number) => Promise<RowWindow>,
  { chunkRows = 500, chunks = 200 }: { chunkRows?: number; chunks?: number } = {},
): RowCache {
  let loaded = new Map<number, RowWindow>();
  let running = new Map<number, Promise<RowWindow>>();

  const touch = (key: number, chunk: RowWindow) => {
    loaded.delete(key);
    loaded.set(key, chunk);
    for (const oldest of loaded.keys()) {
      if (loaded.size <= chunks) break;
      loaded.delete(oldest);
    }
  };

  const loadChunk = (key: number): Promise<RowWindow> => {
    const have = loaded.get(key);
    if (have) {
      touch(key, have);
      return Promise.resolve(have);
    }
    const already = running.get(key);
    if (already) return already;
    const generation = running;
    const promise = fetch(key * chunkRows, chunkRows)
      .then((chunk) => {
        if (generation === running) touch(key, chunk);
        return chunk;
      })
      .finally(() => generation.delete(key));
    generation.set(key, promise);
    return promise;
  };

  return {
    row(index) {
      const chunk = loaded.get(Math.floor(index / chunkRows));
      const at = index % chunkRows;
      const id = chunk?.ids[at];
      if (!chunk || id === undefined) return undefined;
      const worked = workedRow(chunk, at);
      return {
        id,
        ...(worked && { worked }),
        line: chunk.lines[at] ?? -1,
        value: (column) => {
          const vector = chunk.columns[column];
          return vector ? valueAt(vector, at) : null;
        },
      };
    },
    async load(from, to) {
      const first = Math.floor(from / chunkRows);
      const last = Math.floor(Math.max(from, to) / chunkRows);
      const keys = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const windows = await Promise.all(keys.map(loadChunk));
      return windows[0]?.total ?? 0;
    },
    clear() {
      loaded = new Map();
      running = new Map();
    },
  };
}

function workedRow({ grouped }: RowWindow, at: number): WorkedRow | undefined {
  const kind = grouped?.kinds[at];
  if (!grouped || kind === undefined || kind === ROW_KIND.leaf) return undefined;
  return {
    kind: kind === ROW_KIND.group ? 'group' : 'subtotal',
    level: grouped.levels[at] ?? 0,
    isOpen: grouped.open[at] === 1,
    path: grouped.paths[at] ?? '',
    count: grouped.counts.values[at] ?? 0,
    reasons: Object.fromEntries(
      grouped.reasons.flatMap(({ row, column, reason }) => (row === at ? [[column, reason]] : [])),
    ),
  };
}
