import { create } from 'zustand';

/** A computed column that is being made, or whose formula is being changed. */
export interface FormulaSubject {
  table: string;
  /** The column whose formula it is; none for a new one. */
  column?: string;
  /** The column beside which a new one stands. */
  beside?: string;
}

export const useFormulaDialog = create<{ subject: FormulaSubject | null }>(() => ({ subject: null }));

export function openFormulaDialog(subject: FormulaSubject): void {
  useFormulaDialog.setState({ subject });
}

export function closeFormulaDialog(): void {
  useFormulaDialog.setState({ subject: null });
}
