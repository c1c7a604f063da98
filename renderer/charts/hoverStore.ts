import { create } from 'zustand';

/** The item or period under the pointer, by column and key: other charts of the page mark it too. */
export const useHover = create<{ column: string; key: string } | { column: null; key: null }>(() => ({
  column: null,
  key: null,
}));

export function setHover(column: string | null, key: string | null): void {
  const now = useHover.getState();
  if (now.column === column && now.key === key) return;
  useHover.setState(column === null || key === null ? { column: null, key: null } : { column, key });
}
