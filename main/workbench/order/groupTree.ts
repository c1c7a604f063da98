import { Problem } from '../../../shared/contract/problem.ts';
import type { Rows } from '../../../shared/contract/tables.ts';
import { type Column, columnLabel } from '../../../shared/model/table.ts';
import { columnOf } from '../../../shared/views/columns.ts';
import { join, name, sql, trusted, where } from '../../../shared/views/sql.ts';
import type { Engine } from '../../engine/engine.ts';
import type { OrderProject, OrderSpec } from './orders.ts';
import { inOrder } from './sortKeys.ts';
import { type Sum, sumsOf } from './sumRules.ts';

type Cell = string | number | boolean | null;

/** Rows that agree in the first columns of the grouping. */
export interface Group {
  /** The JSON text of its values. */
  readonly path: string;
  readonly values: readonly Cell[];
  /** Its place among all groups, depth first; its rows' ids are made of it. */
  readonly index: number;
  /** Rows of the table in it, and the position of the first among all leaves. */
  readonly count: number;
  readonly first: number;
  readonly sums: readonly Sum[];
  readonly children: readonly Group[];
}

export interface GroupTree {
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
  readonly leaves: number;
}

/** More groups than this are no overview any more, and would not fit the order in which they stand. */
const MOST_GROUPS = 20_000;
/** Trees that are kept for an engine: opening and closing groups asks for nothing. */
const MOST_TREES = 4;

const trees = new WeakMap<Engine, Map<string, Promise<GroupTree>>>();

/** The groups of an order with their counts and sums. Problem `group.too-many`. */
export async function groupTree(
  project: OrderProject,
  spec: OrderSpec,
  rows: Rows,
  signal?: AbortSignal,
): Promise<GroupTree> {
  const known = trees.get(project.engine) ?? new Map<string, Promise<GroupTree>>();
  trees.set(project.engine, known);
  const key = JSON.stringify([spec.key, rows.groups, spec.table.revision]);
  const tree = known.get(key) ?? readTree(project, spec, rows, signal);
  known.delete(key);
  known.set(key, tree);
  tree.catch(() => known.delete(key));
  for (const oldest of known.keys()) {
    if (known.size <= MOST_TREES) break;
    known.delete(oldest);
  }
  return await tree;
}

async function readTree(
  { engine }: OrderProject,
  { table, engineTable, kept, sort }: OrderSpec,
  rows: Rows,
  signal?: AbortSignal,
): Promise<GroupTree> {
  const columns = rows.groups.map((id) => columnOf(table, id));
  const keys = join(
    columns.map(({ id }) => name(id)),
    ', ',
  );
  const sums = sumsOf(table);
  const cells = await engine.rows(
    sql`SELECT ${keys}, grouping(${keys}), count(*), ${sums.selected} FROM ${trusted(engineTable)}${where(kept)} GROUP BY ROLLUP (${keys}) LIMIT ${trusted(String(MOST_GROUPS + 1))}`,
    signal,
  );
  if (cells.length > MOST_GROUPS) {
    throw new Problem({
      code: 'group.too-many',
      message: `There are more than ${MOST_GROUPS.toLocaleString('en')} groups by ${columns.map(columnLabel).join(', ')}.`,
      remedy: 'Group by a column with fewer different values, or filter first.',
    });
  }
  const depth = columns.length;
  const found = cells.map((row) => {
    // A bit for each column that is rolled up, the last one lowest.
    const level = depth - 1 - Math.log2(Number(row[depth]) + 1);
    return {
      level,
      values: row.slice(0, level + 1),
      count: Number(row[depth + 1]),
      sums: sums.read(row.slice(depth + 2)),
    };
  });
  const byParent = Map.groupBy(
    found.filter(({ level }) => level >= 0),
    ({ values }) => JSON.stringify(values.slice(0, -1)),
  );
  const compare = columns.map((column, at) =>
    keyOrder(
      column,
      found.filter(({ level }) => level === at).map(({ values }) => values[at] ?? null),
      sort[at]?.descending ?? false,
    ),
  );
  let index = 0;
  let first = 0;
  const below = (parent: string, level: number): Group[] =>
    [...(byParent.get(parent) ?? [])]
      .sort((a, b) => compare[level]?.(a.values[level] ?? null, b.values[level] ?? null) ?? 0)
      .map(({ values, count, sums: own }) => {
        const path = JSON.stringify(values);
        const group = { path, values, index: index++, count, first, sums: own };
        const children = level + 1 < depth ? below(path, level + 1) : [];
        if (children.length === 0) first += count;
        return { ...group, children };
      });
  return { columns, groups: below('[]', 0), leaves: found.find(({ level }) => level < 0)?.count ?? 0 };
}

/** The order that the leaves have: see sortKeys. */
function keyOrder(
  column: Column,
  values: readonly Cell[],
  descending: boolean,
): (a: Cell, b: Cell) => number {
  const isText = column.type === 'text' || column.type === 'category';
  const texts = isText ? inOrder(column, [...new Set(values.filter((one) => one !== null).map(String))]) : [];
  const ranks = new Map(texts.map((text, at) => [text, at]));
  const rank = (one: Cell) => (isText ? (ranks.get(String(one)) ?? 0) : Number(one));
  return (a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return (rank(a) - rank(b)) * (descending ? -1 : 1);
  };
}
