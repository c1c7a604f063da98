import { useEffect, useState } from 'react';
import { client } from './client.ts';
import { host } from './host.ts';
import { importPath, openPath } from './projectActions.ts';
import { reportProblem } from './reportProblem.ts';

/** Files dropped anywhere on the window: projects open, others are imported. True while one hangs over it. */
export function useDroppedFiles(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0; // entering a child comes before leaving its parent
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onEnter = (event: DragEvent) => {
      if (!hasFile(event)) return;
      depth++;
      setOver(true);
    };
    const onLeave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onOver = (event: DragEvent) => hasFile(event) && event.preventDefault();
    const onDrop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      take(file).catch(reportProblem);
    };
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop };
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as EventListener); // each gets the DragEvents it is named for
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener);
    };
  }, []);
  return over;
}

async function take(file: File): Promise<void> {
  const path = host.pathOf?.(file) ?? (await sendCopy(file));
  if (/\.tijarat$/i.test(file.name)) await openPath(path);
  else await importPath(path);
}

/** A browser knows no path: the workbench keeps a copy. */
async function sendCopy(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { path } = await client().call('files.receive', { name: file.name, bytes });
  return path;
}
