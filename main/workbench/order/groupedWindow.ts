import type { CallResult } from '../../../shared/contract/index.ts';
import { ROW_KIND } from '../../../shared/contract/tables.ts';
import type { Vector } from '../../../shared/contract/vectors.ts';
import { sql, trusted } from '../../../shared/views/sql.ts';
import { flatRows, inRanges, kindOf, type Piece } from './flatRows.ts';
import { type GroupTree, groupTree } from './groupTree.ts';
import { type OrderProject, type OrderSpec, ordersOf } from './orders.ts';
import { readRows } from './readRows.ts';
import { spread } from './spread.ts';
import type { WindowAsked } from './windowOf.ts';

type Window = CallResult<'tables.window'>;
type Worked = Exclude<Piece, { kind: 'leaves' }>;

/** Rows of an order that is grouped: groups and subtotals stand among the rows of the table, with negative ids. */
export async function groupedWindow(
  project: OrderProject,
  spec: OrderSpec,
  { rows, from, count, columns }: WindowAsked,
  signal?: AbortSignal,
): Promise<Omit<Window, 'elapsed'>> {
  const tree = await groupTree(project, spec, rows, signal);
  const flat = flatRows(tree, rows.open);
  const to = Math.min(from + count, flat.total) - 1;
  const pieces = to < from ? [] : flat.pieces(from, to);
  const ranges = to < from ? [] : flat.leafRanges(from, to);
  const first = ranges[0]?.[0];
  const last = ranges.at(-1)?.[1];
  const leaves =
    first === undefined || last === undefined
      ? await readRows(
          project,
          spec,
          sql`(SELECT *, 0 AS _at FROM ${trusted(spec.engineTable)} WHERE false)`,
          columns,
          signal,
        )
      : await ordersOf(project).using(
          project,
          spec,
          async (places) => {
            const slice = await places.slice(first, last, signal);
            const kept = ranges.length > 1 ? sql`(SELECT * FROM ${slice} WHERE ${inRanges(ranges)})` : slice;
            return await readRows(project, spec, kept, columns, signal);
          },
          signal,
        );
  return { ...assemble(pieces, leaves, spec, tree), total: flat.total };
}

function assemble(
  pieces: readonly Piece[],
  leaves: ReadonlyMap<string, Vector>,
  { table }: OrderSpec,
  { columns }: GroupTree,
): Omit<Window, 'elapsed' | 'total'> {
  const worked: (Worked | null)[] = pieces.flatMap((piece) =>
    piece.kind === 'leaves' ? Array.from({ length: piece.count }, () => null) : [piece],
  );
  const levels = new Map(columns.map(({ id }, level) => [id, level]));
  const at = leafIndexes(worked);
  const cellOf = (row: Worked, column: string) => {
    const level = levels.get(column);
    if (level !== undefined) return level === row.level ? (row.group.values[level] ?? null) : null;
    if (isSummedBelow(row)) return null;
    return row.group.sums.find((sum) => sum.column === column)?.value ?? null;
  };
  const ids = leaves.get('_id');
  const lines = leaves.get('_line');
  const leaf = (vector: Vector | undefined, i: number) =>
    (vector?.kind === 'number' ? vector.values[at[i] ?? 0] : undefined) ?? Number.NaN;
  return {
    ids: Float64Array.from(worked, (row, i) =>
      row === null ? leaf(ids, i) : -(row.group.index * 2 + (row.kind === 'group' ? 1 : 2)),
    ),
    lines: Int32Array.from(worked, (row, i) => {
      const line = row === null ? leaf(lines, i) : Number.NaN;
      return Number.isNaN(line) ? -1 : line;
    }),
    columns: Object.fromEntries(
      table.columns.flatMap(({ id }) => {
        const vector = leaves.get(id);
        const own = (i: number) => {
          const row = worked[i];
          return row ? cellOf(row, id) : null;
        };
        return vector ? [[id, spread(vector, at, own)] as const] : [];
      }),
    ),
    grouped: {
      kinds: Uint8Array.from(worked, (row) => (row ? kindOf(row) : ROW_KIND.leaf)),
      levels: Uint8Array.from(worked, (row) => row?.level ?? columns.length),
      open: Uint8Array.from(worked, (row) => (row?.isOpen ? 1 : 0)),
      paths: worked.map((row) => row?.group.path ?? ''),
      counts: {
        kind: 'number' as const,
        values: Float64Array.from(worked, (row) => row?.group.count ?? Number.NaN),
      },
      reasons: worked.flatMap((row, i) =>
        row === null || isSummedBelow(row)
          ? []
          : row.group.sums.flatMap(({ column, reason }) =>
              reason === undefined || levels.has(column) ? [] : [{ row: i, column, reason }],
            ),
      ),
    },
  };
}

/** An open group has its sums at its end. */
function isSummedBelow({ kind, isOpen, group }: Worked): boolean {
  return kind === 'group' && isOpen && group.count > 1;
}

/** For each row its place among the leaves; -1 for one that is worked out. */
function leafIndexes(worked: readonly (Worked | null)[]): Int32Array {
  let next = 0;
  return Int32Array.from(worked, (row) => (row === null ? next++ : -1));
}
