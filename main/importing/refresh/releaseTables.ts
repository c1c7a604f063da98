import type { Document } from '../../../shared/model/document.ts';
import type { Id } from '../../../shared/model/ids.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import { columnOfRole } from '../../../shared/views/columns.ts';
import { keyColumns } from '../../../shared/views/vintageSql.ts';
import { type Engine, identifier, type SqlValue } from '../../engine/engine.ts';

/** What a comparison needs of the open project. */
export interface RefreshProject {
  readonly document: Document;
  readonly engine: Engine;
  tableName(id: Id): string;
}

/** The engine tables and views of one refresh, out of sight of the document. */
export class Scratch {
  readonly #prefix: string;
  readonly #engine: Engine;
  readonly #made = new Map<string, 'TABLE' | 'VIEW'>();

  constructor(engine: Engine, id: string) {
    this.#engine = engine;
    this.#prefix = `refresh_${id.replace(/[^A-Za-z0-9]/g, '')}`;
  }

  name(part: string): string {
    return `internal.${identifier(`${this.#prefix}_${part}`)}`;
  }

  async table(part: string, query: string, signal?: AbortSignal, values: SqlValue[] = []): Promise<void> {
    await this.#make('TABLE', part, query, signal, values);
  }

  /** A view asks again each time: for what costs nothing. */
  async view(part: string, query: string, signal?: AbortSignal): Promise<void> {
    await this.#make('VIEW', part, query, signal, []);
  }

  async count(from: string, signal?: AbortSignal): Promise<number> {
    const [[count = 0] = []] = await this.#engine.rows({ sql: `SELECT count(*) FROM ${from}` }, signal);
    return Number(count);
  }

  async drop(): Promise<void> {
    // Views first: they read the tables.
    const parts = [...this.#made].sort(([, a], [, b]) => b.localeCompare(a));
    this.#made.clear();
    for (const [part, kind] of parts)
      await this.#engine.run({ sql: `DROP ${kind} IF EXISTS ${this.name(part)}` });
  }

  async #make(
    kind: 'TABLE' | 'VIEW',
    part: string,
    query: string,
    signal: AbortSignal | undefined,
    values: SqlValue[],
  ): Promise<void> {
    await this.#engine.run(
      { sql: `CREATE OR REPLACE ${kind} ${this.name(part)} AS ${query}`, values },
      signal,
    );
    this.#made.set(part, kind);
  }
}

/** How the columns of a table are used when two releases are compared. */
export interface ComparedColumns {
  keys: Column[];
  measures: Column[];
  /** What stands beside the figure: status, notes. */
  beside: Column[];
  vintage: Column | undefined;
  source: Column | undefined;
}

export function comparedColumns(table: Table): ComparedColumns {
  const keys = keyColumns(table);
  const vintage = columnOfRole(table, 'vintage');
  const source = columnOfRole(table, 'source');
  const rest = table.columns.filter(
    (column) =>
      !keys.includes(column) && column !== vintage && column !== source && column.derived === undefined,
  );
  const measures = rest.filter(({ role }) => role === 'measure');
  // A list without figures is compared by what its rows say.
  return measures.length > 0
    ? { keys, measures, beside: rest.filter(({ role }) => role !== 'measure'), vintage, source }
    : { keys, measures: rest, beside: [], vintage, source };
}

/** "a.x IS NOT DISTINCT FROM b.x AND ...": missing parts of a key are alike. */
export function sameIn(a: string, b: string, columns: readonly Column[]): string {
  const tests = columns.map(({ id }) => `${a}.${identifier(id)} IS NOT DISTINCT FROM ${b}.${identifier(id)}`);
  return tests.join(' AND ') || 'true';
}

/** "a.x, a.y" */
export function fields(columns: readonly Column[], from?: string): string {
  return columns.map(({ id }) => `${from ? `${from}.` : ''}${identifier(id)}`).join(', ');
}

/** Whether two cells of a column differ: numbers by more than a double's own noise. */
export function differs(a: string, b: string, { type }: Column): string {
  const other = `${a} IS DISTINCT FROM ${b}`;
  return type === 'number'
    ? `(${other} AND NOT coalesce(abs(${a} - ${b}) <= 1e-9 * greatest(abs(${b}), 1), false))`
    : `(${other})`;
}
