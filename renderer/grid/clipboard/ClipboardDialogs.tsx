import { useEffect, useState } from 'react';
import type { TableGrid } from '../tableGrid.ts';
import { clipboardCommands } from './clipboardCommands.ts';
import { MisfitsDialog } from './MisfitsDialog.tsx';
import { PasteSpecialDialog } from './PasteSpecialDialog.tsx';

/** What copying and pasting ask, and their commands while the table is open. */
export function ClipboardDialogs({ grid }: { grid: TableGrid }) {
  const [isAsking, setAsking] = useState(false);
  useEffect(() => clipboardCommands(grid, () => setAsking(true)), [grid]);
  return (
    <>
      <MisfitsDialog store={grid.store} />
      {isAsking && <PasteSpecialDialog grid={grid} onClose={() => setAsking(false)} />}
    </>
  );
}
