import type { CallResult } from '../../../shared/contract/index.ts';
import type { Rows } from '../../../shared/contract/tables.ts';
import type { Vector } from '../../../shared/contract/vectors.ts';
import { join, sql, trusted, value } from '../../../shared/views/sql.ts';
import { groupedWindow } from './groupedWindow.ts';
import { type OrderProject, type OrderSpec, orderedIds, orderSpec, ordersOf } from './orders.ts';
import { readRows } from './readRows.ts';

type Window = CallResult<'tables.window'>;

export interface WindowAsked {
  readonly rows: Rows;
  readonly from: number;
  readonly count: number;
  /** Absent: all. */
  readonly columns?: readonly string[] | undefined;
}

/** Rows this near the top are found without an order of all, while that is made. */
const NEAR = 2000;

/** Rows `from` to `from + count - 1`, and how many there are. A new order answers its first rows before all of it is made. */
export async function windowOf(
  project: OrderProject,
  { rows, from, count, columns }: WindowAsked,
  signal?: AbortSignal,
): Promise<Window> {
  const started = performance.now();
  const spec = orderSpec(project, rows);
  const orders = ordersOf(project);
  if (rows.groups.length > 0) {
    const grouped = await groupedWindow(project, spec, { rows, from, count, columns }, signal);
    return { ...grouped, elapsed: performance.now() - started };
  }
  const isPlain = spec.sort.length === 0 && spec.kept.length === 0;
  if (!isPlain && from + count <= NEAR && !orders.isReady(project, spec)) {
    const near = await firstRows(project, spec, { from, count, columns }, signal);
    // An order of few rows is all here already.
    orders.begin(project, spec);
    return { ...near, elapsed: performance.now() - started };
  }
  return await orders.using(
    project,
    spec,
    async (places) => {
      const to = Math.min(from + count, places.total) - 1;
      const slice = to < from ? null : await places.slice(from, to, signal);
      const vectors = await readRows(
        project,
        spec,
        slice ?? sql`(SELECT *, 0 AS _at FROM ${places.from} WHERE false)`,
        columns,
        signal,
      );
      return { ...windowFrom(vectors), total: places.total, elapsed: performance.now() - started };
    },
    signal,
  );
}

/** The first rows by a search for the least, which costs a scan and no sort. */
async function firstRows(
  project: OrderProject,
  spec: OrderSpec,
  { from, count, columns }: Omit<WindowAsked, 'rows'>,
  signal?: AbortSignal,
): Promise<Omit<Window, 'elapsed'>> {
  const { engine } = project;
  const ids = await orderedIds(engine, spec, signal);
  const table = trusted(spec.engineTable);
  const first = sql`(SELECT r, row_number() OVER () AS _at FROM (${ids} LIMIT ${value(count)} OFFSET ${value(from)}))`;
  const [vectors, [[total] = []]] = await Promise.all([
    readRows(
      project,
      spec,
      sql`(SELECT t.*, o._at FROM ${first} o JOIN ${table} t ON t._id = o.r)`,
      columns,
      signal,
    ),
    spec.kept.length === 0
      ? [[spec.table.rowCount]]
      : engine.rows(sql`SELECT count(*) FROM ${table} WHERE ${join(spec.kept, ' AND ')}`, signal),
  ]);
  return { ...windowFrom(vectors), total: Number(total) };
}

function windowFrom(vectors: Map<string, Vector>): Pick<Window, 'ids' | 'lines' | 'columns'> {
  const ids = vectors.get('_id');
  const lines = vectors.get('_line');
  return {
    ids: ids?.kind === 'number' ? ids.values : new Float64Array(),
    lines: Int32Array.from(lines?.kind === 'number' ? lines.values : [], (line) =>
      Number.isNaN(line) ? -1 : line,
    ),
    columns: Object.fromEntries([...vectors].filter(([id]) => id !== '_id' && id !== '_line')),
  };
}
