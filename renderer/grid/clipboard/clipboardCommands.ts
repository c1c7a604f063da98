import { ClipboardPaste, Copy, Scissors } from 'lucide-react';
import { registerCommand, runCommand } from '../../app/commands/registry.ts';
import type { MenuItem } from '../../design/Menu.tsx';
import { t } from '../../i18n/index.ts';
import type { TableGrid } from '../tableGrid.ts';
import { copySelection, cutSelection } from './gridClipboard.ts';
import { pasteBlock } from './pasteBlock.ts';
import { readClipboard } from './readClipboard.ts';

/** The commands of the clipboard that have no key of the browser's own. */
export function clipboardCommands(grid: TableGrid, askSpecial: () => void): () => void {
  const hasCells = () => grid.store.getState().range !== null;
  const canWrite = () => hasCells() && !grid.actions.readOnly;
  const place = { menu: 'edit', group: 10 } as const;
  const stops = [
    registerCommand({
      ...place,
      id: 'grid.copyWithHeads',
      label: t('gridClipboard.copyWithHeads'),
      shortcut: 'Mod+Shift+C',
      icon: Copy,
      enabled: hasCells,
      run: () => copySelection(grid, 'heads'),
    }),
    registerCommand({
      ...place,
      id: 'grid.copyShown',
      label: t('gridClipboard.copyShown'),
      enabled: hasCells,
      run: () => copySelection(grid, 'shown'),
    }),
    registerCommand({
      ...place,
      id: 'grid.copyMarkdown',
      label: t('gridClipboard.copyMarkdown'),
      enabled: hasCells,
      run: () => copySelection(grid, 'markdown'),
    }),
    registerCommand({
      ...place,
      id: 'grid.pasteSpecial',
      label: t('gridClipboard.pasteSpecial'),
      shortcut: 'Mod+Alt+V',
      icon: ClipboardPaste,
      enabled: canWrite,
      run: askSpecial,
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The clipboard's part of a cell's menu. */
export function clipboardMenu(grid: TableGrid): MenuItem[] {
  const { readOnly } = grid.actions;
  const paste = async () => {
    const block = await readClipboard();
    if (block) await pasteBlock(grid, block);
  };
  return [
    {
      id: 'cut',
      label: t('gridClipboard.cut'),
      icon: Scissors,
      shortcut: 'Mod+X',
      isDisabled: readOnly,
      run: () => cutSelection(grid),
    },
    {
      id: 'copy',
      label: t('grid.copy'),
      icon: Copy,
      shortcut: 'Mod+C',
      run: () => copySelection(grid, 'values'),
    },
    {
      id: 'copyAs',
      label: t('gridClipboard.copyAs'),
      items: [
        {
          id: 'values',
          label: t('gridClipboard.values'),
          shortcut: 'Mod+C',
          run: () => copySelection(grid, 'values'),
        },
        { id: 'shown', label: t('gridClipboard.shown'), run: () => copySelection(grid, 'shown') },
        {
          id: 'heads',
          label: t('gridClipboard.heads'),
          shortcut: 'Mod+Shift+C',
          run: () => copySelection(grid, 'heads'),
        },
        { id: 'markdown', label: t('gridClipboard.markdown'), run: () => copySelection(grid, 'markdown') },
      ],
    },
    {
      id: 'paste',
      label: t('gridClipboard.paste'),
      icon: ClipboardPaste,
      shortcut: 'Mod+V',
      isDisabled: readOnly,
      run: () => void paste().catch((error: unknown) => grid.actions.report(error)),
    },
    {
      id: 'pasteSpecial',
      label: t('gridClipboard.pasteSpecial'),
      shortcut: 'Mod+Alt+V',
      isDisabled: readOnly,
      run: () => void runCommand('grid.pasteSpecial'),
    },
  ];
}
