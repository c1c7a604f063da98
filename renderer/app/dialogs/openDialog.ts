import { create } from 'zustand';

export type DialogName = 'settings' | 'about' | 'shortcuts' | 'palette';

/** Which of the program's own dialogs is open; one at a time. */
export const useOpenDialog = create<{ open: DialogName | null }>(() => ({ open: null }));

export function openDialog(open: DialogName | null): void {
  useOpenDialog.setState({ open });
}
