import { useMemo } from 'react';
import type { ImportNote } from '../../shared/contract/importing.ts';

/** A cell that one was led to. */
export interface ShownCell {
  line: number;
  column: string | undefined;
  /** "D14": the letters of the column, where the file has them. */
  cell: string | undefined;
}

export interface CellMarks {
  /** Whether notes that want a look are about this cell of the result. */
  result: (line: number, column: string) => boolean;
  /** Whether they are about this cell of the file, by its letters, or about its whole line. */
  raw: (line: number, letters: string) => boolean;
}

/** The cells that are to be looked at: refused ones and those to decide on. */
export function useCellMarks(notes: readonly ImportNote[]): CellMarks {
  return useMemo(() => {
    const columns = new Set<string>();
    const cells = new Set<string>();
    for (const { weight, place, cells: all = [] } of notes) {
      if (weight === 'note') continue;
      for (const one of all.length > 0 ? all.map((cell) => cell.place) : [place]) {
        if (one?.line === undefined) continue;
        columns.add(`${one.line} ${one.column ?? ''}`);
        cells.add(`${one.line} ${/^[A-Z]+/.exec(one.cell ?? '')?.[0] ?? ''}`);
      }
    }
    return {
      result: (line, column) => columns.has(`${line} ${column}`),
      raw: (line, letters) => cells.has(`${line} ${letters}`),
    };
  }, [notes]);
}
