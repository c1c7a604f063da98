/** A cell by its position in the order and among the shown columns. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: it began at the anchor and reaches to the head; either may be the upper left one. */
export interface CellRange {
  readonly anchor: CellPosition;
  readonly head: CellPosition;
}

export interface RangeBounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function singleCell(cell: CellPosition): CellRange {
  return { anchor: cell, head: cell };
}

export function boundsOf({ anchor, head }: CellRange): RangeBounds {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export function cellCount(range: CellRange): number {
  const { top, bottom, left, right } = boundsOf(range);
  return (bottom - top + 1) * (right - left + 1);
}

/** The cell moved by rows and columns, kept inside the grid. */
export function moveCell(cell: CellPosition, rows: number, columns: number, size: GridSize): CellPosition {
  return {
    row: clamp(cell.row + rows, size.rows),
    column: clamp(cell.column + columns, size.columns),
  };
}

/** The range with its head moved; the anchor stays. */
export function extendRange(range: CellRange, rows: number, columns: number, size: GridSize): CellRange {
  return { anchor: range.anchor, head: moveCell(range.head, rows, columns, size) };
}

/** The range kept inside a grid that shrank; null where nothing is left. */
export function clampRange(range: CellRange, size: GridSize): CellRange | null {
  if (size.rows === 0 || size.columns === 0) return null;
  return { anchor: moveCell(range.anchor, 0, 0, size), head: moveCell(range.head, 0, 0, size) };
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}
