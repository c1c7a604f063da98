import { useEffect } from 'react';
import { runCommand, useCommands } from './registry.ts';
import { isShortcut } from './shortcut.ts';

/** Keys that a text field needs itself, whatever command has them. */
const editing = ['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+X', 'Mod+C', 'Mod+V', 'Mod+A', 'Mod+B'];

/** Runs commands by their shortcuts, anywhere in the window but over a dialog. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('.Scrim')) return;
      const { commands } = useCommands.getState();
      const command = commands.find(({ shortcut }) => shortcut && isShortcut(event, shortcut));
      if (!command?.shortcut) return;
      if (
        isTextField(event.target) &&
        (editing.includes(command.shortcut) || !/Mod|F\d/.test(command.shortcut))
      )
        return;
      event.preventDefault();
      void runCommand(command.id);
    };
    // Ahead of React Aria's own F6, which knows no pane but the notices.
    const onF6 = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      onKeyDown(event);
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keydown', onF6, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keydown', onF6, true);
    };
  }, []);
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]');
}
