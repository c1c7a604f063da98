import type { Table } from '../../../shared/model/table.ts';
import { name, type SqlText, sql, trusted, value, where } from '../../../shared/views/sql.ts';
import type { IdBlocks } from './idBlocks.ts';

/**
 * The rows of a grid by their position. Rows carry a key, `_at`, that grows along the order: the position itself where the order is kept as
 * a table, the row's id where rows stand as they are.
 */
export interface RowPlaces {
  readonly table: Table;
  /** All rows that are shown, in no order: stands after FROM, called `t`. */
  readonly from: SqlText;
  /** The same with `_at`: stands after FROM. */
  readonly all: SqlText;
  readonly total: number;
  /** The rows at positions `from` to `to` (ends kept, inside the order) with `_at`: stands after FROM. */
  slice(from: number, to: number, signal?: AbortSignal): Promise<SqlText>;
  keyAt(position: number, signal?: AbortSignal): Promise<number>;
  positionOf(key: number, signal?: AbortSignal): Promise<number>;
}

/** Rows by id: no order is kept, positions are worked out. `engineTable` is quoted. */
export function plainPlaces(table: Table, engineTable: string, blocks: IdBlocks): RowPlaces {
  const rows = sql`SELECT *, _id AS _at FROM ${trusted(engineTable)}`;
  return {
    table,
    from: sql`${trusted(engineTable)} t`,
    all: sql`(${rows})`,
    total: blocks.total,
    async slice(from, to, signal) {
      const [least, most] = await Promise.all([blocks.idAt(from, signal), blocks.idAt(to, signal)]);
      return sql`(${rows} WHERE _id >= ${value(least)} AND _id <= ${value(most)})`;
    },
    keyAt: (position, signal) => blocks.idAt(position, signal),
    positionOf: (key, signal) => blocks.before(key, signal),
  };
}

/** Rows by an order that is kept as a table: its row number is the position, `r` the id of the row that stands there. */
export function keptPlaces(
  table: Table,
  {
    engineTable,
    kept,
    order,
    total,
  }: { engineTable: string; kept: readonly SqlText[]; order: string; total: number },
): RowPlaces {
  const rows = (of: SqlText) =>
    sql`(SELECT t.*, o._at FROM (SELECT rowid AS _at, r FROM ${name('internal')}.${name(order)}${of}) o JOIN ${trusted(engineTable)} t ON t._id = o.r)`;
  return {
    table,
    from: sql`(SELECT * FROM ${trusted(engineTable)}${where(kept)}) t`,
    all: rows(trusted('')),
    total,
    slice: async (from, to) => rows(sql` WHERE rowid >= ${value(from)} AND rowid <= ${value(to)}`),
    keyAt: async (position) => position,
    positionOf: async (key) => key,
  };
}
