import { useEffect } from 'react';
import { useNavigation } from '../app/navigation.ts';
import { importPath } from '../app/projectActions.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { isTable, keepPasted } from './pasted.ts';

/** Where a paste belongs to what has the focus. */
const OWN = 'input, textarea, select, [contenteditable], .ag-root, [role="dialog"], [role="menu"]';

/** A block that is pasted where nothing takes it is a new table. */
export function usePastedTables(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (event.defaultPrevented || !clipboardData || !isOurs(event.target)) return;
      const html = clipboardData.getData('text/html');
      const block = { text: clipboardData.getData('text/plain'), ...(html !== '' && { html }) };
      if (!isTable(block)) return;
      event.preventDefault();
      importPath(keepPasted(block)).catch(reportProblem);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

function isOurs(target: EventTarget | null): boolean {
  const { kind } = useNavigation.getState().place;
  if (kind === 'import' || kind === 'deck') return false;
  return (
    !(target instanceof Element && target.closest(OWN)) && document.querySelector('[role="dialog"]') === null
  );
}
