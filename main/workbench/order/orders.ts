import { isAbort, Problem } from '../../../shared/contract/problem.ts';
import type { Rows } from '../../../shared/contract/tables.ts';
import { findById } from '../../../shared/model/document.ts';
import type { Table } from '../../../shared/model/table.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { name, type SqlText, sql, trusted, where } from '../../../shared/views/sql.ts';
import type { Engine } from '../../engine/engine.ts';
import type { History } from '../../project/history.ts';
import type { QueryProject } from '../runQuery.ts';
import { changedSince } from './changedSince.ts';
import { type IdBlocks, idBlocks } from './idBlocks.ts';
import { rowConditions } from './rowConditions.ts';
import { keptPlaces, plainPlaces, type RowPlaces } from './rowPlaces.ts';
import { type SortKey, sortKeys } from './sortKeys.ts';

/** A project whose history tells which columns changed between two revisions; without one every change of rows makes orders anew. */
export type OrderProject = QueryProject & { readonly history?: History };

/** What is asked for, resolved against the document: a Problem where a table or a column is not there. */
export interface OrderSpec {
  readonly table: Table;
  readonly engineTable: string;
  readonly sort: readonly SortKey[];
  readonly kept: readonly SqlText[];
  /** Columns whose values decide who stands where. */
  readonly columns: ReadonlySet<string>;
  /** Equal for orders that put the same rows in the same places. */
  readonly key: string;
}

interface Made {
  /** Its table in the schema `internal`; null where rows stand by id and only their blocks are known. */
  readonly order: string | null;
  readonly table: string;
  readonly columns: ReadonlySet<string>;
  revision: number;
  /** Where the history stood when it was made. */
  at: number;
  readonly abort: AbortController;
  readonly done: Promise<{ total: number; blocks?: IdBlocks }>;
  ready: boolean;
  waiting: number;
  users: number;
  dropped: boolean;
}

/** Orders that are kept at a time; the one unused for longest goes. */
const MOST = 6;

/**
 * The orders of one engine's tables, each made once for a revision and kept: a table of ids in the order of its rows (8 bytes a row, which
 * the engine may move to the disk). A change that touches no column that sorts or filters keeps it.
 */
export class Orders {
  readonly #engine: Engine;
  readonly #made = new Map<string, Made>();
  #names = 0;
  #schema: Promise<void> | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** How many orders are kept, and the rows they hold. */
  async held(): Promise<{ orders: number; rows: number }> {
    const ready = [...this.#made.values()].filter((made) => made.ready && made.order !== null);
    const totals = await Promise.all(ready.map(async ({ done }) => (await done).total));
    return { orders: ready.length, rows: totals.reduce((sum, total) => sum + total, 0) };
  }

  isReady(project: OrderProject, spec: OrderSpec): boolean {
    return this.#current(project, spec)?.ready ?? false;
  }

  /** Makes an order that is not wanted yet; the next other order of the table stops it. */
  begin(project: OrderProject, spec: OrderSpec): void {
    this.#obtain(project, spec);
  }

  /** Waits for the order, and keeps it while `work` runs. */
  async using<T>(
    project: OrderProject,
    spec: OrderSpec,
    work: (places: RowPlaces) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const made = this.#obtain(project, spec);
    made.users += 1;
    try {
      const { total, blocks } = await waitFor(made, signal);
      const { table, engineTable, kept } = spec;
      if (blocks) return await work(plainPlaces(table, engineTable, blocks));
      return await work(keptPlaces(table, { engineTable, kept, order: made.order ?? '', total }));
    } finally {
      made.users -= 1;
      this.#dropUnused(made);
    }
  }

  #obtain(project: OrderProject, spec: OrderSpec): Made {
    const now = this.#current(project, spec);
    this.#made.delete(spec.key);
    const made = now ?? this.#make(project, spec);
    this.#made.set(spec.key, made);
    for (const [key, oldest] of this.#made) {
      if (this.#made.size <= MOST) break;
      this.#forget(key, oldest);
    }
    return made;
  }

  /** The order as it was made, where it still says what it said. */
  #current(project: OrderProject, { key, table }: OrderSpec): Made | undefined {
    const made = this.#made.get(key);
    if (!made || made.revision === table.revision) return made;
    const changed = changedSince(project.history, made.at, table.id);
    if (changed !== 'rows' && ![...changed].some((column) => made.columns.has(column))) {
      made.revision = table.revision;
      made.at = project.history?.at ?? 0;
      return made;
    }
    this.#forget(key, made);
    return undefined;
  }

  #make(project: OrderProject, spec: OrderSpec): Made {
    for (const [key, other] of this.#made) {
      // Nobody waits for it: it was overtaken.
      if (other.table === spec.table.id && !other.ready && other.waiting === 0) this.#forget(key, other);
    }
    const isPlain = spec.sort.length === 0 && spec.kept.length === 0;
    const abort = new AbortController();
    const order = isPlain ? null : `order_${++this.#names}`;
    const done = order === null ? this.#count(spec, abort.signal) : this.#write(spec, order, abort.signal);
    const made: Made = {
      order,
      table: spec.table.id,
      columns: spec.columns,
      revision: spec.table.revision,
      at: project.history?.at ?? 0,
      abort,
      done,
      ready: false,
      waiting: 0,
      users: 0,
      dropped: false,
    };
    done.then(
      () => {
        made.ready = true;
      },
      () => {
        // Asked for again, it is tried again.
        if (this.#made.get(spec.key) === made) this.#made.delete(spec.key);
      },
    );
    return made;
  }

  async #count(
    { engineTable }: OrderSpec,
    signal: AbortSignal,
  ): Promise<{ total: number; blocks: IdBlocks }> {
    const blocks = await idBlocks(this.#engine, engineTable, signal);
    return { total: blocks.total, blocks };
  }

  async #write(spec: OrderSpec, order: string, signal: AbortSignal): Promise<{ total: number }> {
    this.#schema ??= this.#engine.run({ sql: 'CREATE SCHEMA IF NOT EXISTS internal' });
    await this.#schema;
    const at = sql`${name('internal')}.${name(order)}`;
    await this.#engine.run(
      sql`CREATE TABLE ${at} AS ${await orderedIds(this.#engine, spec, signal)}`,
      signal,
    );
    const [[total] = []] = await this.#engine.rows(sql`SELECT count(*) FROM ${at}`, signal);
    return { total: Number(total) };
  }

  #forget(key: string, made: Made): void {
    if (this.#made.get(key) === made) this.#made.delete(key);
    made.dropped = true;
    if (!made.ready && made.waiting === 0) made.abort.abort();
    this.#dropUnused(made);
  }

  #dropUnused(made: Made): void {
    const { order } = made;
    if (!made.dropped || made.users > 0 || order === null) return;
    const drop = () => this.#engine.run(sql`DROP TABLE IF EXISTS ${name('internal')}.${name(order)}`);
    // A project that closes takes its engine away; its orders go with the file.
    made.done.then(drop, drop).catch(() => undefined);
  }
}

/** The ids of the rows that are kept, in their order. */
export async function orderedIds(
  engine: Engine,
  { engineTable, sort, kept }: OrderSpec,
  signal?: AbortSignal,
): Promise<SqlText> {
  const { joins, keys } = await sortKeys(engine, engineTable, sort, signal);
  return sql`SELECT t._id AS r FROM (SELECT * FROM ${trusted(engineTable)}${where(kept)}) t${joins} ORDER BY ${keys}`;
}

export function orderSpec(project: OrderProject, rows: Rows): OrderSpec {
  const { document, tableName } = project;
  const table = findById(document.tables, rows.table);
  if (!table) {
    throw new Problem({
      code: 'query.unknown-table',
      message: `There is no table "${rows.table}".`,
      remedy: 'It may have been removed; undo brings it back.',
    });
  }
  const engineTable = tableName(table.id);
  const { fiscalYearStart } = document;
  // Groups are brought together by sorting: the leaves of one stand side by side.
  const asked = [
    ...rows.groups.map(
      (column) => rows.sort.find((key) => key.column === column) ?? { column, descending: false },
    ),
    ...rows.sort.filter(({ column }) => !rows.groups.includes(column)),
  ];
  const sort = asked.map(({ column, descending }) => ({ column: columnOf(table, column), descending }));
  const kept = rowConditions(table, rows, { engineTable, fiscalYearStart });
  const quick = rows.quick ? table.columns.map(({ id }) => id) : [];
  const columns = new Set([
    ...sort.map(({ column }) => column.id),
    ...rows.where.map(({ column }) => column),
    ...quick,
  ]);
  const meanings = table.columns
    .filter(({ id }) => columns.has(id))
    .map(({ id, type, labels, order, spelling }) => [id, type, labels, order, spelling]);
  const key = JSON.stringify([table.id, asked, rows.where, rows.quick, meanings, fiscalYearStart]);
  return { table, engineTable, sort, kept, columns, key };
}

const ofEngine = new WeakMap<Engine, Orders>();

/** The orders of a project: they live as long as its engine. */
export function ordersOf({ engine }: OrderProject): Orders {
  const known = ofEngine.get(engine) ?? new Orders(engine);
  ofEngine.set(engine, known);
  return known;
}

async function waitFor(
  made: Made,
  signal: AbortSignal | undefined,
): Promise<{ total: number; blocks?: IdBlocks }> {
  signal?.throwIfAborted();
  made.waiting += 1;
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([made.done, aborted]);
  } catch (error) {
    if (isAbort(error)) signal?.throwIfAborted();
    throw error;
  } finally {
    if (stop) signal?.removeEventListener('abort', stop);
    made.waiting -= 1;
  }
}
