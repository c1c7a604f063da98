import { useEffect } from 'react';
import { HowMadeDialog } from '../combining/HowMadeDialog.tsx';
import { RepairViewDialog } from '../dependents/RepairViewDialog.tsx';
import { Toasts } from '../design/Toasts.tsx';
import { FormulaDialog } from '../grid/formula/FormulaDialog.tsx';
import { t } from '../i18n/index.ts';
import { MappingsDialog } from '../importing/mappings/MappingsDialog.tsx';
import { usePastedTables } from '../importing/usePastedTables.ts';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { useShortcuts } from './commands/useShortcuts.ts';
import { AskDialog } from './dialogs/AskDialog.tsx';
import { ProgramDialogs } from './dialogs/ProgramDialogs.tsx';
import { FileDialog } from './files/FileDialog.tsx';
import { homePlace, placeExists } from './homePlace.ts';
import { useNavigation } from './navigation.ts';
import { Places } from './Places.tsx';
import { useProject } from './projectStore.ts';
import { clearStatus } from './statusStore.ts';
import { useDroppedFiles } from './useDroppedFiles.ts';
import { useHostWindow } from './useHostWindow.ts';

/** The window: what the place shows, and what floats over it. */
export function App() {
  useShortcuts();
  useHostWindow();
  useHomeWhereGone();
  usePastedTables();
  const dropping = useDroppedFiles();
  return (
    <>
      <Places />
      <ProgramDialogs />
      <HowMadeDialog />
      <MappingsDialog />
      <FormulaDialog />
      <RepairViewDialog />
      <FileDialog />
      <AskDialog />
      <Toasts />
      <ConnectionNotice />
      {dropping && <div className="DropVeil">{t('app.drop.here')}</div>}
    </>
  );
}

/** A project that opens, or a place that was removed or undone, leads home. */
function useHomeWhereGone(): void {
  const connected = useProject((state) => state.connected);
  const document = useProject((state) => state.document);
  const open = useProject((state) => state.status.open);
  const { place, go } = useNavigation();
  useEffect(() => {
    if (!connected) return; // what is open is not known yet, or for a moment not
    const home = homePlace(document);
    if (open && document && place.kind === 'start' && home.kind !== 'start') go(home);
    else if (open && document && !placeExists(document, place)) go(home);
    else if (!open && !['start', 'import', 'importMany'].includes(place.kind)) go({ kind: 'start' });
  }, [connected, document, open, place, go]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the last place said is of no meaning in the next
  useEffect(() => clearStatus, [place]);
}
