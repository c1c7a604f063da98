import { create } from 'zustand';

export interface FindState {
  /** The table whose panel is open, with a field to replace or without. */
  readonly opened: { readonly table: string; readonly replacing: boolean } | null;
  readonly text: string;
  readonly by: string;
  readonly regex: boolean;
  readonly caseSensitive: boolean;
  readonly whole: boolean;
  /** Grows with each wish to type what is looked for. */
  readonly asked: number;
}

/** What is looked for; kept while the program runs, so that F3 goes on after the panel is closed. */
export const useFind = create<FindState>(() => ({
  opened: null,
  text: '',
  by: '',
  regex: false,
  caseSensitive: false,
  whole: false,
  asked: 0,
}));

export function openFind(table: string, replacing: boolean): void {
  useFind.setState(({ asked }) => ({ opened: { table, replacing }, asked: asked + 1 }));
}

export function closeFind(): void {
  useFind.setState({ opened: null });
}
