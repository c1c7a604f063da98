import { Redo2, Search, Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Icon } from '../../design/Icon.tsx';
import { IconButton } from '../../design/IconButton.tsx';
import { shortcutText } from '../../design/shortcutText.ts';
import { t } from '../../i18n/index.ts';
import { runCommand } from '../commands/registry.ts';
import { useHistoryNow } from '../commands/windowHistory.ts';
import { openDialog } from '../dialogs/openDialog.ts';
import { useProject } from '../projectStore.ts';
import { Brand } from './Brand.tsx';
import { MenuBar } from './MenuBar.tsx';
import { saveWords } from './saveWords.ts';

/** The top of every window. `state` stands beside the document's name instead of whether it is saved. */
export function TitleBar({ state }: { state?: string }) {
  const status = useProject((project) => project.status);
  const { undo, redo } = useHistoryNow();
  return (
    <header className="TitleBar">
      <Brand words={status.open} />
      <MenuBar />
      {status.open && (
        <div className="DocTitle">
          <b>{status.title}</b>
          <span>{state ?? saveWords(status)}</span>
        </div>
      )}
      <div className="end">
        {status.open && (
          <>
            <IconButton
              label={t('app.command.undo')}
              tooltip={undo?.name ? `${t('app.command.undo')}: ${undo.name}` : undefined}
              shortcut="Mod+Z"
              icon={Undo2}
              isDisabled={undo === undefined}
              onPress={() => void runCommand('edit.undo')}
            />
            <IconButton
              label={t('app.command.redo')}
              tooltip={redo?.name ? `${t('app.command.redo')}: ${redo.name}` : undefined}
              shortcut="Mod+Shift+Z"
              icon={Redo2}
              isDisabled={redo === undefined}
              onPress={() => void runCommand('edit.redo')}
            />
          </>
        )}
        <Button className="CommandButton" onPress={() => openDialog('palette')}>
          <Icon icon={Search} small />
          {t('app.palette.button')}
          <kbd className="Kbd">{shortcutText('Mod+K')}</kbd>
        </Button>
      </div>
    </header>
  );
}
