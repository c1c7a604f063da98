import {
  activeCell,
  boundsOf,
  type CellPosition,
  type CellRange,
  isInside,
  type RangeBounds,
  stepInside,
} from './cellRange.ts';

/** The selected ranges, the active one last. */
export function allRanges({
  range,
  others,
}: {
  readonly range: CellRange | null;
  readonly others: readonly CellRange[];
}): CellRange[] {
  return range ? [...others, range] : [];
}

export function countOf({ top, bottom, left, right }: RangeBounds): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The same cells as rectangles that do not overlap: what is selected twice counts once. */
export function disjoint(all: readonly RangeBounds[]): RangeBounds[] {
  const kept: RangeBounds[] = [];
  for (const bounds of all) {
    kept.push(
      ...kept.reduce<RangeBounds[]>((rest, other) => rest.flatMap((one) => without(one, other)), [bounds]),
    );
  }
  return kept;
}

/** What is left of a rectangle when another is taken out of it: at most four. */
export function without(one: RangeBounds, other: RangeBounds): RangeBounds[] {
  if (other.top > one.bottom || other.bottom < one.top || other.left > one.right || other.right < one.left) {
    return [one];
  }
  const top = Math.max(one.top, other.top);
  const bottom = Math.min(one.bottom, other.bottom);
  return [
    { ...one, bottom: top - 1 },
    { top, bottom, left: one.left, right: other.left - 1 },
    { top, bottom, left: other.right + 1, right: one.right },
    { ...one, top: bottom + 1 },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}

/** Every selected range without one cell: ctrl and a click on a selected cell. Null where that was the only one. */
export function deselect(
  ranges: readonly CellRange[],
  cell: CellPosition,
): { range: CellRange; others: CellRange[] } | null {
  const point = { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
  const rest = ranges.flatMap((range) => {
    const bounds = boundsOf(range);
    return isInside(cell, bounds) ? without(bounds, point).map(toRange) : [range];
  });
  const range = rest.at(-1);
  return range ? { range, others: rest.slice(0, -1) } : null;
}

export function toRange({ top, bottom, left, right }: RangeBounds): CellRange {
  return { anchor: { row: top, column: left }, head: { row: bottom, column: right } };
}

/**
 * Several ranges as one block, as a spreadsheet copies them: parts that share their rows stand side by side, parts that share their
 * columns one under another. Null where they do neither, or overlap.
 */
export function asBlock(all: readonly RangeBounds[]): { parts: RangeBounds[]; across: boolean } | null {
  const [first] = all;
  if (!first) return null;
  if (all.length === 1) return { parts: [first], across: true };
  const across = all.every(({ top, bottom }) => top === first.top && bottom === first.bottom);
  const down = all.every(({ left, right }) => left === first.left && right === first.right);
  if (!across && !down) return null;
  const parts = [...all].sort((a, b) => (across ? a.left - b.left : a.top - b.top));
  const overlaps = parts.some((part, i) => {
    const next = parts[i + 1];
    return next !== undefined && (across ? next.left <= part.right : next.top <= part.bottom);
  });
  return overlaps ? null : { parts, across };
}

/** Tab and Enter among several selected cells: through the active range, then on to the next one. Null where one cell is selected. */
export function nextSelected(
  { range, others }: { readonly range: CellRange; readonly others: readonly CellRange[] },
  by: 1 | -1,
  down: boolean,
): { range: CellRange; others: CellRange[] } | null {
  const bounds = boundsOf(range);
  if (others.length === 0 && countOf(bounds) === 1) return null;
  const moved = stepInside(range, by, down);
  const [from, to] = [activeCell(range), activeCell(moved)];
  const forward = down
    ? to.column - from.column || to.row - from.row
    : to.row - from.row || to.column - from.column;
  const wrapped = Math.sign(forward) !== by;
  if (!wrapped || others.length === 0) return { range: moved, others: [...others] };
  const ring = [...others, range];
  const next = by > 0 ? ring[0] : ring[ring.length - 2];
  if (!next) return null;
  const { top, left, bottom, right } = boundsOf(next);
  const active = by > 0 ? { row: top, column: left } : { row: bottom, column: right };
  return {
    range: { ...next, active },
    others: by > 0 ? ring.slice(1) : [range, ...ring.slice(0, -2)],
  };
}
