import type { CellPosition, CellRange } from '../cellRange.ts';

interface Known {
  readonly id: string;
}

/** A range on the same columns after they were moved, hidden or removed; one that is gone leaves its place to what stands there now. */
export function movedRange(range: CellRange, before: readonly Known[], after: readonly Known[]): CellRange {
  const moved = ({ row, column }: CellPosition): CellPosition => {
    const at = after.findIndex(({ id }) => id === before[column]?.id);
    return { row, column: at < 0 ? Math.min(column, Math.max(0, after.length - 1)) : at };
  };
  // All columns stay all columns, whatever stands at their edges now.
  const [first, last] = [
    Math.min(range.anchor.column, range.head.column),
    Math.max(range.anchor.column, range.head.column),
  ];
  const isAll = first === 0 && last === before.length - 1 && before.length > 1;
  const end = (cell: CellPosition): CellPosition =>
    isAll ? { row: cell.row, column: cell.column === 0 ? 0 : after.length - 1 } : moved(cell);
  return {
    anchor: end(range.anchor),
    head: end(range.head),
    ...(range.active && { active: moved(range.active) }),
  };
}
