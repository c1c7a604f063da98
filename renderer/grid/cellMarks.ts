/** Values on their way to the workbench, and refused ones, by row id and column. */
export interface CellMarks {
  pending(row: number, column: string): string | undefined;
  refused(row: number, column: string): string | undefined;
  setPending(cells: readonly { row: number; column: string; text: string }[]): void;
  setRefused(row: number, column: string, text: string): void;
  /** The cells have their answer. */
  clear(cells: readonly { row: number; column: string }[]): void;
}

export function createCellMarks(): CellMarks {
  const pending = new Map<string, string>();
  const refused = new Map<string, string>();
  const key = (row: number, column: string) => `${row} ${column}`;
  return {
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
