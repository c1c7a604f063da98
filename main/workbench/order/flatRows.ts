import { ROW_KIND, type Rows } from '../../../shared/contract/tables.ts';
import { type SqlText, sql, value } from '../../../shared/views/sql.ts';
import type { Group, GroupTree } from './groupTree.ts';
import { lastAtMost } from './idBlocks.ts';

export type LeafRange = readonly [first: number, last: number];

/** A row that is worked out, or a run of rows of the table. */
export type Piece =
  | {
      readonly kind: 'group' | 'subtotal';
      readonly group: Group;
      readonly level: number;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'leaves'; readonly first: number; readonly count: number };

/** Groups, the leaves of open ones and their subtotals as one list of rows. */
export interface FlatRows {
  readonly total: number;
  /** What stands at positions `from` to `to`; runs of leaves are cut to them. */
  pieces(from: number, to: number): Piece[];
  /** The leaves among them, as positions among all leaves. */
  leafRanges(from: number, to: number): LeafRange[];
  /** The position of a leaf; null where its group is closed. */
  positionOf(leaf: number): number | null;
}

export function flatRows({ groups, columns }: GroupTree, open: Rows['open']): FlatRows {
  const isOpenByDefault = open?.all ?? true;
  const but = new Set(open?.but);
  const pieces: Piece[] = [];
  const starts: number[] = [];
  const runs: { leaf: number; at: number; count: number }[] = [];
  let total = 0;
  const push = (piece: Piece, rows: number) => {
    starts.push(total);
    pieces.push(piece);
    if (piece.kind === 'leaves') runs.push({ leaf: piece.first, at: total, count: rows });
    total += rows;
  };
  const walk = (group: Group, level: number) => {
    const isOpen = isOpenByDefault !== but.has(group.path);
    push({ kind: 'group', group, level, isOpen }, 1);
    if (!isOpen) return;
    if (level + 1 < columns.length) for (const child of group.children) walk(child, level + 1);
    else push({ kind: 'leaves', first: group.first, count: group.count }, group.count);
    // One row needs no sum.
    if (group.count > 1) push({ kind: 'subtotal', group, level, isOpen }, 1);
  };
  for (const group of groups) walk(group, 0);
  const runLeaves = runs.map(({ leaf }) => leaf);

  const flat: FlatRows = {
    total,
    pieces(from, to) {
      const found: Piece[] = [];
      for (let i = Math.max(0, lastAtMost(starts, from)); i < pieces.length; i++) {
        const piece = pieces[i];
        const start = starts[i] ?? 0;
        if (!piece || start > to) break;
        if (piece.kind !== 'leaves') found.push(piece);
        else {
          const skipped = Math.max(0, from - start);
          const count = Math.min(piece.count, to - start + 1) - skipped;
          if (count > 0) found.push({ kind: 'leaves', first: piece.first + skipped, count });
        }
      }
      return found;
    },
    leafRanges(from, to) {
      const ranges: [number, number][] = [];
      for (const piece of flat.pieces(from, to)) {
        if (piece.kind !== 'leaves') continue;
        const before = ranges.at(-1);
        if (before && before[1] + 1 === piece.first) before[1] = piece.first + piece.count - 1;
        else ranges.push([piece.first, piece.first + piece.count - 1]);
      }
      return ranges;
    },
    positionOf(leaf) {
      const run = runs[lastAtMost(runLeaves, leaf)];
      return run && leaf < run.leaf + run.count ? run.at + leaf - run.leaf : null;
    },
  };
  return flat;
}

/** Rows of a slice whose `_at` lies in one of the ranges, as a condition. */
export function inRanges(ranges: readonly LeafRange[]): SqlText {
  const list = value(JSON.stringify(ranges.map(([first, last]) => ({ first, last }))));
  return sql`EXISTS (SELECT 1 FROM (SELECT unnest(from_json(${list}, '[{"first":"BIGINT","last":"BIGINT"}]'), recursive := true)) WHERE _at >= first AND _at <= last)`;
}

/** The kind of a row that is worked out, as a window says it. */
export function kindOf(piece: Exclude<Piece, { kind: 'leaves' }>): number {
  return piece.kind === 'group' ? ROW_KIND.group : ROW_KIND.subtotal;
}
