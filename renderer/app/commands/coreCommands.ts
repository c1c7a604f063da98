import {
  ClipboardPaste,
  Combine,
  Download,
  FileDown,
  FilePlus2,
  FolderOpen,
  History,
  Info,
  Keyboard,
  PanelLeft,
  PanelRight,
  Presentation,
  Redo2,
  Save,
  Settings2,
  Undo2,
} from 'lucide-react';
import { toast } from '../../design/toast.ts';
import { t } from '../../i18n/index.ts';
import { pasteAsTable } from '../../importing/pasteAsTable.ts';
import { client } from '../client.ts';
import { openDialog } from '../dialogs/openDialog.ts';
import { askSavePath, nameFromTitle } from '../files/filePaths.ts';
import { host } from '../host.ts';
import { useNavigation } from '../navigation.ts';
import { newId } from '../newId.ts';
import {
  closeProject,
  importFile,
  newProject,
  openProject,
  openSample,
  saveProject,
  saveProjectAs,
} from '../projectActions.ts';
import { run, useProject } from '../projectStore.ts';
import { changeSettings, useSettings } from '../useSettings.ts';
import { focusPane } from './focusPane.ts';
import { type Command, registerCommand } from './registry.ts';
import { type HistoryStep, historyNow } from './windowHistory.ts';

const status = () => useProject.getState().status;
const isOpen = () => status().open;
const place = () => useNavigation.getState().place;

/** The commands of the frame. Views add their own while they are shown. */
export function registerCoreCommands(): void {
  for (const command of [...file(), ...edit(), ...view(), ...insert(), ...help()]) registerCommand(command);
}

function file(): Command[] {
  return [
    {
      id: 'file.new',
      label: () => t('app.command.new'),
      shortcut: 'Mod+N',
      icon: FilePlus2,
      menu: 'file',
      group: 1,
      run: newProject,
    },
    {
      id: 'file.open',
      label: () => t('app.command.open'),
      shortcut: 'Mod+O',
      icon: FolderOpen,
      menu: 'file',
      group: 1,
      run: openProject,
    },
    { id: 'file.sample', label: () => t('app.command.sample'), menu: 'file', group: 1, run: openSample },
    {
      id: 'file.import',
      label: () => t('app.command.import'),
      shortcut: 'Mod+I',
      icon: FileDown,
      menu: 'file',
      group: 2,
      run: importFile,
    },
    {
      id: 'file.paste',
      label: () => t('app.command.paste'),
      icon: ClipboardPaste,
      menu: 'file',
      group: 2,
      run: pasteAsTable,
    },
    {
      id: 'file.save',
      label: () => t('app.command.save'),
      shortcut: 'Mod+S',
      icon: Save,
      menu: 'file',
      group: 3,
      enabled: isOpen,
      run: saveProject,
    },
    {
      id: 'file.saveAs',
      label: () => t('app.command.saveAs'),
      shortcut: 'Mod+Shift+S',
      menu: 'file',
      group: 3,
      enabled: isOpen,
      run: saveProjectAs,
    },
    {
      id: 'file.exportDeck',
      label: () => t('app.command.exportDeck'),
      icon: Download,
      menu: 'file',
      group: 4,
      enabled: () => deckToExport() !== undefined,
      run: exportDeck,
    },
    {
      id: 'file.settings',
      label: () => t('app.command.settings'),
      shortcut: 'Mod+,',
      icon: Settings2,
      menu: 'file',
      group: 5,
      run: () => openDialog('settings'),
    },
    {
      id: 'file.close',
      label: () => t('app.command.close'),
      menu: 'file',
      group: 6,
      enabled: isOpen,
      run: closeProject,
    },
  ];
}

function edit(): Command[] {
  return [
    {
      id: 'edit.undo',
      label: () => stepLabel('app.command.undo', historyNow().undo),
      shortcut: 'Mod+Z',
      icon: Undo2,
      menu: 'edit',
      group: 1,
      enabled: () => historyNow().undo !== undefined,
      run: () => historyNow().undo?.run(),
    },
    {
      id: 'edit.redo',
      label: () => stepLabel('app.command.redo', historyNow().redo),
      shortcut: 'Mod+Shift+Z',
      icon: Redo2,
      menu: 'edit',
      group: 1,
      enabled: () => historyNow().redo !== undefined,
      run: () => historyNow().redo?.run(),
    },
    {
      id: 'edit.history',
      label: () => t('app.command.history'),
      shortcut: 'Mod+Alt+Z',
      icon: History,
      menu: 'edit',
      group: 1,
      enabled: isOpen,
      checked: () => useNavigation.getState().historyShown,
      run: () =>
        useNavigation.setState(({ historyShown, inspectorShown }) => ({
          historyShown: !(historyShown && inspectorShown),
          inspectorShown: true,
        })),
    },
    // Windows knows redo by this key too.
    {
      id: 'edit.redoOther',
      label: () => t('app.command.redo'),
      shortcut: 'Mod+Y',
      hidden: true,
      enabled: () => historyNow().redo !== undefined,
      run: () => historyNow().redo?.run(),
    },
  ];
}

function stepLabel(key: 'app.command.undo' | 'app.command.redo', step: HistoryStep | undefined): string {
  return step?.name ? `${t(key)}: ${step.name}` : t(key);
}

function view(): Command[] {
  const toggle = (panel: 'navigatorShown' | 'inspectorShown') => () =>
    useNavigation.setState((before) => ({ [panel]: !before[panel] }));
  const settings = () => useSettings.getState();
  return [
    {
      id: 'view.navigator',
      label: () => t('app.command.navigator'),
      shortcut: 'Mod+B',
      icon: PanelLeft,
      menu: 'view',
      group: 1,
      enabled: isOpen,
      checked: () => useNavigation.getState().navigatorShown,
      run: toggle('navigatorShown'),
    },
    {
      id: 'view.inspector',
      label: () => t('app.command.inspector'),
      shortcut: 'Mod+Alt+B',
      icon: PanelRight,
      menu: 'view',
      group: 1,
      enabled: isOpen,
      checked: () => useNavigation.getState().inspectorShown,
      run: toggle('inspectorShown'),
    },
    ...([1, -1] as const).map(
      (by): Command => ({
        id: by === 1 ? 'view.nextPane' : 'view.previousPane',
        label: () => t(by === 1 ? 'app.command.nextPane' : 'app.command.previousPane'),
        shortcut: by === 1 ? 'F6' : 'Shift+F6',
        menu: 'view',
        group: 4,
        hidden: true,
        run: () => focusPane(by),
      }),
    ),
    ...(['system', 'light', 'dark'] as const).map(
      (theme): Command => ({
        id: `view.theme.${theme}`,
        label: () => t(`app.command.theme.${theme}`),
        menu: 'view',
        group: 2,
        checked: () => settings().theme === theme,
        run: () => changeSettings({ theme }),
      }),
    ),
    ...(['compact', 'medium', 'roomy'] as const).map(
      (density): Command => ({
        id: `view.density.${density}`,
        label: () => t(`app.command.density.${density}`),
        menu: 'view',
        group: 3,
        checked: () => settings().density === density,
        run: () => changeSettings({ density }),
      }),
    ),
    {
      id: 'view.palette',
      label: () => t('app.command.palette'),
      shortcut: 'Mod+K',
      menu: 'view',
      group: 4,
      hidden: true,
      run: () => openDialog('palette'),
    },
  ];
}

function insert(): Command[] {
  return [
    {
      id: 'insert.page',
      label: () => t('app.command.newPage'),
      menu: 'insert',
      group: 1,
      enabled: isOpen,
      run: addPage,
    },
    {
      id: 'data.combine',
      label: () => t('combining.command'),
      icon: Combine,
      menu: 'data',
      group: 10,
      enabled: () => (useProject.getState().document?.tables.length ?? 0) > 0,
      run: () => {
        const shown = place();
        useNavigation.getState().go({ kind: 'combine', ...(shown.kind === 'table' && { table: shown.id }) });
      },
    },
    {
      id: 'insert.deck',
      label: () => t('app.command.newDeck'),
      icon: Presentation,
      menu: 'deck',
      group: 1,
      enabled: isOpen,
      run: addDeck,
    },
  ];
}

function help(): Command[] {
  return [
    {
      id: 'help.shortcuts',
      label: () => t('app.command.shortcuts'),
      shortcut: 'F1',
      icon: Keyboard,
      menu: 'help',
      group: 1,
      run: () => openDialog('shortcuts'),
    },
    {
      id: 'help.about',
      label: () => t('app.command.about'),
      icon: Info,
      menu: 'help',
      group: 2,
      run: () => openDialog('about'),
    },
  ];
}

export async function addPage(): Promise<void> {
  const id = newId('page');
  await run('addPage', { page: { id, title: t('app.nav.newPage') } });
  useNavigation.getState().go({ kind: 'page', id });
}

export async function addDeck(): Promise<void> {
  const id = newId('deck');
  await run('addDeck', { deck: { id, title: t('app.nav.newDeck'), slides: [] } });
  useNavigation.getState().go({ kind: 'deck', id });
}

/** The deck that is shown, else the first one. */
function deckToExport() {
  const decks = useProject.getState().document?.decks ?? [];
  const shown = place();
  return decks.find((deck) => shown.kind === 'deck' && deck.id === shown.id) ?? decks[0];
}

async function exportDeck(): Promise<void> {
  const deck = deckToExport();
  if (!deck) return;
  const path = await askSavePath(t('app.file.exportTitle'), `${nameFromTitle(deck.title)}.pptx`, [
    { name: 'PowerPoint', extensions: ['pptx'] },
  ]);
  if (!path) return;
  const { notes } = await client().call('export.deck', { deck: deck.id, path });
  toast({
    tone: 'success',
    title: t('app.export.done'),
    text: [t('app.export.slides', { count: deck.slides.length }), ...notes].join('. '),
    ...(host.showInFolder && {
      action: { label: t('app.export.show'), run: () => host.showInFolder?.(path) },
    }),
  });
}
