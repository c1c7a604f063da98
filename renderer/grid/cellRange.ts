/** A cell by its position in the order and among the shown columns. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: it began at the anchor and reaches to the head; either may be the upper left one. */
export interface CellRange {
  readonly anchor: CellPosition;
  readonly head: CellPosition;
  /** The cell that is typed into, where that is not the anchor: a whole column is selected without leaving the row on the screen. */
  readonly active?: CellPosition | undefined;
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

export function activeCell({ anchor, active }: CellRange): CellPosition {
  return active ?? anchor;
}

export function isInside({ row, column }: CellPosition, bounds: RangeBounds): boolean {
  return row >= bounds.top && row <= bounds.bottom && column >= bounds.left && column <= bounds.right;
}

export function boundsOf({ anchor, head }: Pick<CellRange, 'anchor' | 'head'>): RangeBounds {
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
  return reachTo(range, moveCell(range.head, rows, columns, size));
}

/** The range from its anchor to a head; the cell that is typed into stays where it is still inside. */
export function reachTo({ anchor, active }: CellRange, head: CellPosition): CellRange {
  return active && isInside(active, boundsOf({ anchor, head })) ? { anchor, head, active } : { anchor, head };
}

/** The cell after (or before) the active one inside a range of several, by rows or down columns, from the last to the first. */
export function stepInside(range: CellRange, by: 1 | -1, down: boolean): CellRange {
  const { top, left, bottom, right } = boundsOf(range);
  const [height, width] = [bottom - top + 1, right - left + 1];
  const { row, column } = activeCell(range);
  const at = down ? (column - left) * height + (row - top) : (row - top) * width + (column - left);
  const next = (at + by + height * width) % (height * width);
  const active = down
    ? { row: top + (next % height), column: left + Math.floor(next / height) }
    : { row: top + Math.floor(next / width), column: left + (next % width) };
  return { anchor: range.anchor, head: range.head, active };
}

/** The same cells with the next corner, clockwise, as the active one. */
export function nextCorner(range: CellRange): CellRange {
  const { top, bottom, left, right } = boundsOf(range);
  const corners = [
    { row: top, column: left },
    { row: top, column: right },
    { row: bottom, column: right },
    { row: bottom, column: left },
  ];
  // A row, a column and a single cell have fewer corners than four.
  const different = corners.filter(
    (corner, i) => i === corners.findIndex((one) => one.row === corner.row && one.column === corner.column),
  );
  const { row, column } = activeCell(range);
  const now = different.findIndex((corner) => corner.row === row && corner.column === column);
  const anchor = different[(now + 1) % different.length] ?? range.anchor;
  return {
    anchor,
    head: { row: anchor.row === top ? bottom : top, column: anchor.column === left ? right : left },
  };
}

/** The range kept inside a grid that shrank; null where nothing is left. */
export function clampRange(range: CellRange, size: GridSize): CellRange | null {
  if (size.rows === 0 || size.columns === 0) return null;
  return reachTo({ ...range, anchor: moveCell(range.anchor, 0, 0, size) }, moveCell(range.head, 0, 0, size));
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}
