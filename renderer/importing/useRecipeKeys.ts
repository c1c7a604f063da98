import { useEffect } from 'react';
import { isShortcut } from '../app/commands/shortcut.ts';

/** Undo and redo of the window's own recipe, ahead of those of the project; text fields keep theirs. */
export function useRecipeKeys(undo: (() => void) | undefined, redo: (() => void) | undefined): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = isShortcut(event, 'Mod+Z');
      if (!isUndo && !isShortcut(event, 'Mod+Y') && !isShortcut(event, 'Mod+Shift+Z')) return;
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return;
      event.preventDefault();
      event.stopPropagation();
      (isUndo ? undo : redo)?.();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [undo, redo]);
}
