/** What of a paste does not fit, before anything is changed. */
export interface Misfits {
  /** Cells that do not fit; `cells` are the first of them. */
  readonly count: number;
  readonly cells: readonly {
    readonly row: string;
    readonly column: string;
    readonly text: string;
    readonly message: string;
  }[];
  /** Cells that do. */
  readonly fitting: number;
  /** Columns that the table has no more of. */
  readonly beyond: number;
  /** Pastes what fits. */
  paste(): Promise<void>;
}
