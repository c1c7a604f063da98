import { type CellKind, cellKind } from './cellKind.ts';

/** A row in short: enough to find tables without its cells. */
export interface RowShape {
  line: number;
  /** Cells, and the last filled one. */
  width: number;
  last: number;
  filled: number;
  numbers: number;
}

export type Cells = readonly (string | null)[];
export type CellsOf = (row: number) => Cells;

const NOTHING: RowShape = { line: 0, width: 0, last: 0, filled: 0, numbers: 0 };

/** Some neighbouring columns of what was read, from `left` up to but not including `right`, as if they stood alone. */
export class Window {
  readonly rows: number;
  readonly left: number;
  readonly right: number;
  readonly #shapes: readonly RowShape[];
  readonly #cellsOf: CellsOf;
  readonly #seen = new Map<number, RowShape>();
  readonly #kinds = new Map<number, CellKind[]>();

  constructor(shapes: readonly RowShape[], cellsOf: CellsOf, left = 0, right = Number.POSITIVE_INFINITY) {
    this.rows = shapes.length;
    this.left = left;
    this.right = right;
    this.#shapes = shapes;
    this.#cellsOf = cellsOf;
  }

  part(left: number, right: number): Window {
    return new Window(this.#shapes, this.#cellsOf, this.left + left, this.left + right);
  }

  shape(row: number): RowShape {
    const whole = this.#shapes[row] ?? NOTHING;
    if (this.left === 0 && this.right === Number.POSITIVE_INFINITY) return whole;
    const seen = this.#seen.get(row);
    if (seen) return seen;
    const kinds = this.kinds(row);
    const shape: RowShape = {
      line: whole.line,
      width: Math.max(0, Math.min(whole.width, this.right) - this.left),
      last: kinds.findLastIndex((kind) => kind !== 'empty') + 1,
      filled: kinds.filter((kind) => kind !== 'empty').length,
      numbers: kinds.filter((kind) => kind === 'number').length,
    };
    this.#seen.set(row, shape);
    return shape;
  }

  cells(row: number): Cells {
    const cells = this.#cellsOf(row);
    return this.left === 0 && cells.length <= this.right ? cells : cells.slice(this.left, this.right);
  }

  kinds(row: number): CellKind[] {
    const seen = this.#kinds.get(row);
    if (seen) return seen;
    const kinds = this.cells(row).map(cellKind);
    this.#kinds.set(row, kinds);
    return kinds;
  }

  /** The text of a cell without spaces around it; '' where there is none. */
  text(row: number, column: number): string {
    return this.cells(row)[column]?.trim() ?? '';
  }
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
