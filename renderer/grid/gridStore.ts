import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProblemData } from '../../shared/contract/problem.ts';
import type { CellPosition, CellRange, RangeBounds } from './cellRange.ts';
import type { Misfits } from './clipboard/misfits.ts';

/** A value that was not taken: the cell keeps its old one and shows what was typed. */
export interface Refusal {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly problem: ProblemData;
}

/** What the grid and the parts around it share. Positions are rows of the order and indexes into `columns`. */
export interface GridState {
  readonly total: number;
  /** Engine time of the last window in milliseconds. */
  readonly elapsed: number;
  /** False until the first rows, or the news that there are none. */
  readonly loaded: boolean;
  /** Grows whenever rows were loaded anew. */
  readonly loads: number;
  readonly columns: readonly string[];
  /** The range that the keyboard works on. */
  readonly range: CellRange | null;
  /** Further ranges, made with ctrl; they may overlap. */
  readonly others: readonly CellRange[];
  /** What stands on the clipboard, outlined until Escape, an edit, or (cut) its paste. */
  readonly copied: { readonly ranges: readonly RangeBounds[]; readonly isCut: boolean } | null;
  /** The range that the fill handle is being dragged to. */
  readonly filling: RangeBounds | null;
  /** Cells on the screen that hold what is looked for. */
  readonly hits: readonly CellPosition[];
  readonly refusal: Refusal | null;
  /** What of a paste does not fit, while it is asked what to do. */
  readonly misfits: Misfits | null;
  /** A paste, a deletion or a load that failed as a whole. */
  readonly problem: ProblemData | null;
  readonly loadProblem: ProblemData | null;
}

export type GridStore = StoreApi<GridState>;

export function createGridStore(): GridStore {
  return createStore<GridState>(() => ({
    total: 0,
    elapsed: 0,
    loaded: false,
    loads: 0,
    columns: [],
    range: null,
    others: [],
    copied: null,
    filling: null,
    hits: [],
    refusal: null,
    misfits: null,
    problem: null,
    loadProblem: null,
  }));
}
