import type { CallResult } from '../../shared/contract/index.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Table } from '../../shared/model/table.ts';
import type { View } from '../../shared/model/view.ts';
import { arrange, keyVector } from '../../shared/views/arrange.ts';
import type { Cell, Totals } from '../../shared/views/cells.ts';
import { checkMarks, checkSpec } from '../../shared/views/checks.ts';
import { columnOf } from '../../shared/views/columns.ts';
import { ranksGroups } from '../../shared/views/leaveGroupsOut.ts';
import { gather, keysOf, type LevelledKey, levelledKeys } from '../../shared/views/marks.ts';
import type { Level, Selection } from '../../shared/views/query.ts';
import { type CellQuery, toSql } from '../../shared/views/toSql.ts';
import { type QueryProject, tableOf } from './runQuery.ts';
import { runTogether } from './runTogether.ts';
import { answering, selectionConditions } from './selectionConditions.ts';

type Cube = CallResult<'views.cube'>;
type CubeOfView = {
  bins: number[];
  view: Omit<Cube['views'][string], 'cells' | 'counts'>;
  sums: Map<number, Float64Array<ArrayBuffer>>;
  counts: Map<number, Float64Array<ArrayBuffer>>;
};

/** What is brushed. */
export interface Brush {
  active: string;
  column: string;
  level: Level | undefined;
  selection: Selection;
}

/**
 * The sums and counts of each (bin of the brushed column x key) of the views, one scan a grouping, so that a brush step costs two
 * subtractions a mark. Left out, to be answered by plain queries: views whose measure does not add up over the bins, that show
 * a calculation or only the top, that do not follow the brush, or that would be refused.
 */
export async function runCube(
  project: QueryProject,
  views: readonly View[],
  brush: Brush,
  signal?: AbortSignal,
): Promise<Cube> {
  const started = performance.now();
  const asked = (await Promise.all(views.map((view) => ask(project, view, brush, signal)))).flatMap(
    (one) => one ?? [],
  );
  const queries = asked.map(({ query }) => query);
  const found = await runTogether(project.engine, queries, signal);
  const built = asked.map((one, i) => [one.view.id, cubeOf(one, found[i]?.cells ?? [])] as const);
  const bins = [...new Set(built.flatMap(([, cube]) => cube?.bins ?? []))].sort((a, b) => a - b);
  const answers: Cube['views'] = {};
  for (const [id, cube] of built) {
    if (!cube) continue;
    const { keyCount } = cube.view;
    const cells = new Float64Array(bins.length * keyCount);
    const counts = new Float64Array(bins.length * keyCount);
    bins.forEach((bin, i) => {
      cells.set(cube.sums.get(bin) ?? [], i * keyCount);
      counts.set(cube.counts.get(bin) ?? [], i * keyCount);
    });
    answers[id] = { ...cube.view, cells, counts };
  }
  return { bins: Int32Array.from(bins), views: answers, elapsed: performance.now() - started };
}

/** A view that can be answered from sums over bins, with the statement that asks for them. */
interface Asked {
  view: View;
  table: Table;
  bin: LevelledKey;
  query: CellQuery;
  fiscalYearStart: number;
}

async function ask(
  project: QueryProject,
  view: View,
  { active, column, level = 'asIs', selection }: Brush,
  signal: AbortSignal | undefined,
): Promise<Asked | null> {
  const { document } = project;
  const { fiscalYearStart } = document;
  const { query: spec } = view;
  const table = tableOf(document, spec.table);
  const brushed = document.views.find(({ id }) => id === active);
  if (!brushed || !view.follows || view.id === active || !addsUp(view)) return null;
  // The plain query leaves them out, which running sums cannot.
  if (ranksGroups(spec, table)) return null;
  const bin = await answering(project, table, { table: brushed.query.table, column }, signal);
  if (bin?.type !== 'period') return null;
  const rest = selection.filter((clause) => !(clause.view === active && clause.column === column));
  const conditions = [...spec.where, ...(await selectionConditions(project, view, rest, signal))];
  return orRefused(() => {
    checkSpec(spec, table);
    const { nature } = columnOf(table, spec.measure.column);
    if (spec.measure.aggregate === 'sum' && nature !== undefined && nature !== 'flow') return null;
    const tableName = project.tableName(table.id);
    const query = toSql(spec, table, { fiscalYearStart, tableName, conditions, also: [bin] });
    return { view, table, bin: { column: bin, level }, query, fiscalYearStart };
  });
}

function cubeOf(asked: Asked, cells: readonly Cell[]): CubeOfView | null {
  const { view, table, bin, fiscalYearStart } = asked;
  const { query: spec } = view;
  const plainValue = ({ sum, count }: Totals) => (spec.measure.aggregate === 'count' ? count : sum);
  return orRefused(() => {
    const options = { fiscalYearStart };
    const { marks } = gather(spec, table, cells, options);
    checkMarks(spec, table, marks);
    const drawn = marks.map(({ keys, totals, flags }) => ({
      keys,
      value: plainValue(totals),
      overlay: null,
      flags,
    }));
    const columns = spec.keys.map((key) => columnOf(table, key.column));
    const order = arrange(drawn, spec, columns, true);
    const place = new Map(order.map(({ keys }, i) => [JSON.stringify(keys), i]));
    const own = levelledKeys(spec, table);
    const sums = new Map<number, Float64Array<ArrayBuffer>>();
    const counts = new Map<number, Float64Array<ArrayBuffer>>();
    for (const cell of cells) {
      const [at] = keysOf([bin], cell, fiscalYearStart) ?? [];
      const keys = keysOf(own, cell, fiscalYearStart);
      const key = keys && place.get(JSON.stringify(keys));
      if (typeof at !== 'number' || typeof key !== 'number') continue;
      // A status or a definition is grouped too: several cells may fall into one place.
      add(slot(sums, at, order.length), key, plainValue(cell.totals));
      add(slot(counts, at, order.length), key, cell.totals.count);
    }
    const keys = spec.keys.map((key, i) =>
      keyVector(
        columnOf(table, key.column),
        key.level,
        order.map((one) => one.keys[i] ?? null),
      ),
    );
    return { bins: [...sums.keys()], view: { keys, keyCount: order.length }, sums, counts };
  });
}

/** What is refused here is refused by the plain query too, which tells the view: null. */
function orRefused<T>(work: () => T | null): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function addsUp({ query: { measure, as, overlay, top } }: View): boolean {
  const sums = measure.aggregate === 'sum' || measure.aggregate === 'count';
  return sums && (as === 'none' || as === 'shareOfTotal') && overlay === undefined && top === undefined;
}

function slot(
  of: Map<number, Float64Array<ArrayBuffer>>,
  bin: number,
  length: number,
): Float64Array<ArrayBuffer> {
  const found = of.get(bin) ?? new Float64Array(length);
  of.set(bin, found);
  return found;
}

function add(into: Float64Array<ArrayBuffer>, at: number, value: number): void {
  into[at] = (into[at] ?? 0) + value;
}
