import type { CellPosition, RangeBounds } from '../cellRange.ts';

export type FillDirection = 'down' | 'up' | 'right' | 'left';

/** What a pointer on a cell makes of a range: it grows along the side where the pointer is further away, and never both ways. */
export function filledTo(source: RangeBounds, { row, column }: CellPosition): RangeBounds {
  const down = Math.max(0, row - source.bottom);
  const up = Math.max(0, source.top - row);
  const right = Math.max(0, column - source.right);
  const left = Math.max(0, source.left - column);
  if (Math.max(down, up) >= Math.max(right, left)) {
    return { ...source, bottom: source.bottom + down, top: source.top - up };
  }
  return { ...source, right: source.right + right, left: source.left - left };
}

/** The part of a grown range that is new, and where it lies; null where nothing grew. */
export function fillArea(
  source: RangeBounds,
  whole: RangeBounds,
): { direction: FillDirection; bounds: RangeBounds } | null {
  if (whole.bottom > source.bottom)
    return { direction: 'down', bounds: { ...whole, top: source.bottom + 1 } };
  if (whole.top < source.top) return { direction: 'up', bounds: { ...whole, bottom: source.top - 1 } };
  if (whole.right > source.right) return { direction: 'right', bounds: { ...whole, left: source.right + 1 } };
  if (whole.left < source.left) return { direction: 'left', bounds: { ...whole, right: source.left - 1 } };
  return null;
}
