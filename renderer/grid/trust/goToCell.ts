import { create } from 'zustand';

interface WantedCell {
  readonly table: string;
  /** The row's id. */
  readonly row: number;
  readonly column: string;
}

/** A cell that a list beside the grid leads to; the open table goes there. */
export const useWantedCell = create<{ wanted: WantedCell | null }>(() => ({ wanted: null }));

export function goToCell(wanted: WantedCell): void {
  useWantedCell.setState({ wanted });
}
