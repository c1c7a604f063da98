import { useEffect, useState } from 'react';
import { droppedThings, take } from './files/droppedFiles.ts';
import { reportProblem } from './reportProblem.ts';

/** Files and folders dropped anywhere on the window: a project opens, others are imported, several of them together. True while one hangs over it. */
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
      const dropped = event.dataTransfer ? droppedThings(event.dataTransfer) : [];
      if (dropped.length === 0) return;
      event.preventDefault();
      take(dropped).catch(reportProblem);
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
