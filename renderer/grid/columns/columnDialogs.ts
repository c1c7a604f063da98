import { create } from 'zustand';
import type { ColumnType } from '../../../shared/model/table.ts';

export type ColumnDialog =
  | { kind: 'add'; beside?: { column: string; side: 'before' | 'after' } }
  | { kind: 'rename' | 'origin'; column: string }
  | { kind: 'type'; column: string; type?: ColumnType }
  | { kind: 'format'; columns: readonly string[] }
  | { kind: 'hidden' };

/** The dialog over a table's columns that is open, if any. */
export const useColumnDialog = create<{ open: ColumnDialog | null }>(() => ({ open: null }));

export function openColumnDialog(open: ColumnDialog | null): void {
  useColumnDialog.setState({ open });
}
