import { cellKey } from '../../shared/model/cellKey.ts';

/** Values on their way to the workbench, and refused ones, by row id and column. */
export interface CellMarks {
  pending(row: number, column: string): string | undefined;
  refused(row: number, column: string): string | undefined;
  setPending(cells: readonly { row: number; column: string; text: string }[]): void;
  setRefused(row: number, column: string, text: string): void;
  /** Whether a cell differs from what its file says. */
  changed(row: number, column: string): boolean;
  noted(row: number, column: string): boolean;
  /** What the table keeps by cell. */
  setKept(kept: KeptCells): void;
  /** The cells have their answer. */
  clear(cells: readonly { row: number; column: string }[]): void;
}

export interface KeptCells {
  readonly changed: Readonly<Record<string, unknown>>;
  readonly noted: Readonly<Record<string, unknown>>;
}

export function createCellMarks(): CellMarks {
  const pending = new Map<string, string>();
  const refused = new Map<string, string>();
  const key = (row: number, column: string) => `${row} ${column}`;
  let kept: KeptCells = { changed: {}, noted: {} };
  return {
    changed: (row, column) => Object.hasOwn(kept.changed, cellKey(row, column)),
    noted: (row, column) => Object.hasOwn(kept.noted, cellKey(row, column)),
    setKept(cells) {
      kept = cells;
    },
    pending: (row, column) => pending.get(key(row, column)),
    refused: (row, column) => refused.get(key(row, column)),
    setPending(cells) {
      for (const { row, column, text } of cells) {
        pending.set(key(row, column), text);
        refused.delete(key(row, column));
      }
    },
    setRefused(row, column, text) {
      pending.delete(key(row, column));
      refused.set(key(row, column), text);
    },
    clear(cells) {
      for (const { row, column } of cells) {
        pending.delete(key(row, column));
        refused.delete(key(row, column));
      }
    },
  };
}
