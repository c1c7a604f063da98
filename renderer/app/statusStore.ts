import { create } from 'zustand';
import type { SelectionFigure } from '../../shared/contract/app.ts';

export type StatusSlot = 'rows' | 'cells' | 'views' | 'query';

/** A figure of the selected cells. */
export interface StatusFigure {
  readonly kind: SelectionFigure;
  readonly text: string;
  /** At full precision, for whoever copies it. */
  readonly exact: string;
}

/** What the status bar says, by slot; views write their own slots and clear them when they go. */
export const useStatus = create<
  Record<StatusSlot, string | null> & { readonly figures: readonly StatusFigure[] }
>(() => ({
  figures: [],
  rows: null,
  cells: null,
  views: null,
  query: null,
}));

export function setStatus(slot: StatusSlot, text: string | null): void {
  if (useStatus.getState()[slot] !== text) useStatus.setState({ [slot]: text });
}

export function clearStatus(): void {
  useStatus.setState({ figures: [], rows: null, cells: null, views: null, query: null });
}

export function setFigures(figures: readonly StatusFigure[]): void {
  useStatus.setState({ figures });
}
