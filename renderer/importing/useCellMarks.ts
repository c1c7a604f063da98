import { useMemo } from 'react';
import type { ImportNote } from '../../shared/contract/importing.ts';

/** A cell that one was led to. */
export interface ShownCell {
  line: number;
  column: string | undefined;
  /** "D14": the letters of the column, where the file has them. */
  cell: string | undefined;
  /** As the note has it: one line may hold several cells of that column. */
  text: string | undefined;
}

export interface CellMarks {
  /** Whether notes that want a look are about a cell of this line, of a column by one of its names, with this text. */
  has: (line: number, columns: readonly string[], text: string | undefined) => boolean;
  /** The same by the letters of a column. */
  hasAt: (line: number, letters: string) => boolean;
}

/** The cells that are to be looked at: refused ones and those to decide on. */
export function useCellMarks(notes: readonly ImportNote[]): CellMarks {
  return useMemo(() => {
    const texts = new Map<string, (string | undefined)[]>();
    const cells = new Set<string>();
    for (const { weight, place, cells: all = [] } of notes) {
      if (weight === 'note') continue;
      const told = all.length > 0 ? all : [{ place, text: undefined }];
      for (const { place: one, text } of told) {
        if (one?.line === undefined) continue;
        const key = `${one.line} ${one.column ?? ''}`;
        texts.set(key, [...(texts.get(key) ?? []), text]);
        cells.add(`${one.line} ${/^[A-Z]+/.exec(one.cell ?? '')?.[0] ?? ''}`);
      }
    }
    return {
      has: (line, columns, text) =>
        columns.some(
          (column) => texts.get(`${line} ${column}`)?.some((own) => isSameCell(own, text)) ?? false,
        ),
      hasAt: (line, letters) => cells.has(`${line} ${letters}`),
    };
  }, [notes]);
}

/** Whether a cell is the one that a note told: by its text, as a figure where both are, or empty where it was refused. */
export function isSameCell(told: string | undefined, text: string | undefined): boolean {
  if (told === undefined || text === undefined) return true;
  if (told.trim() === text.trim()) return true;
  const [one, other] = [figure(told), figure(text)];
  if (one === null) return text.trim() === '';
  // A result prints few decimals.
  return other !== null && Math.abs(one - other) < 0.0006;
}

function figure(text: string): number | null {
  const number = Number(text.replaceAll(',', '').replace('\u2212', '-'));
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}
