import { create } from 'zustand';

export type StatusSlot = 'rows' | 'cells' | 'views' | 'query';

/** What the status bar says, by slot; views write their own slots and clear them when they go. */
export const useStatus = create<Record<StatusSlot, string | null>>(() => ({
  rows: null,
  cells: null,
  views: null,
  query: null,
}));

export function setStatus(slot: StatusSlot, text: string | null): void {
  if (useStatus.getState()[slot] !== text) useStatus.setState({ [slot]: text });
}

export function clearStatus(): void {
  useStatus.setState({ rows: null, cells: null, views: null, query: null });
}
