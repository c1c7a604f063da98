import type { GridSize, RangeBounds } from '../cellRange.ts';

export interface PasteTarget {
  /** What is written, rows beyond the table's included. */
  readonly bounds: RangeBounds;
  /** Columns of the block that the table has no more of. */
  readonly beyond: number;
}

/**
 * Where a block lands, as in a spreadsheet: from the upper left selected cell on; repeated where the selection is a multiple of it,
 * in either direction by itself.
 */
export function pasteTarget(
  block: { readonly height: number; readonly width: number },
  selected: RangeBounds,
  size: GridSize,
): PasteTarget {
  const along = (length: number, room: number) => (room > length && room % length === 0 ? room : length);
  const height = along(block.height, selected.bottom - selected.top + 1);
  const width = along(block.width, selected.right - selected.left + 1);
  const fitting = Math.min(width, size.columns - selected.left);
  return {
    bounds: {
      top: selected.top,
      bottom: selected.top + height - 1,
      left: selected.left,
      right: selected.left + fitting - 1,
    },
    beyond: width - fitting,
  };
}

export function transposed<T>(rows: readonly (readonly T[])[], empty: T): T[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? empty));
}
