import { AboutDialog } from './AboutDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { openDialog, useOpenDialog } from './openDialog.ts';
import { SettingsDialog } from './SettingsDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

const dialogs = {
  settings: SettingsDialog,
  about: AboutDialog,
  shortcuts: ShortcutsDialog,
  palette: CommandPalette,
};

/** The program's own dialog that is open, if any. */
export function ProgramDialogs() {
  const { open } = useOpenDialog();
  if (!open) return null;
  const Shown = dialogs[open];
  return <Shown onClose={() => openDialog(null)} />;
}
