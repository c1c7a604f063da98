import type { CellBlock } from '../../../shared/contract/pasting.ts';

/** Cells that were cut and wait for their paste, in this table or another one. They move then; until then nothing changes. */
export interface CutCells {
  readonly token: string;
  readonly table: string;
  readonly block: CellBlock;
}

let waiting: CutCells | null = null;

export function setCut(cells: CutCells | null): void {
  waiting = cells;
}

/** The cut cells that a pasted block was copied from; null where it was not cut here, or the cut was taken back. */
export function cutOf(token: string | undefined): CutCells | null {
  return waiting && waiting.token === token ? waiting : null;
}
