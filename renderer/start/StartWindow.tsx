import { FileDown, FilePlus2, FolderOpen, type LucideIcon, Save, ShieldCheck } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { runCommand } from '../app/commands/registry.ts';
import { StatusBar } from '../app/frame/StatusBar.tsx';
import { TitleBar } from '../app/frame/TitleBar.tsx';
import { useSettings } from '../app/useSettings.ts';
import { Icon } from '../design/Icon.tsx';
import { shortcutText } from '../design/shortcutText.ts';
import { t } from '../i18n/index.ts';
import { RecentTable } from './RecentTable.tsx';
import { Recoverable } from './Recoverable.tsx';
import { Sample } from './Sample.tsx';

/** What the program shows while no project is open. */
export function StartWindow() {
  const theme = useSettings((settings) => settings.theme);
  return (
    <div className="StartWindow">
      <TitleBar />
      <aside className="StartIntro" aria-label={t('app.name')}>
        <h1 className="Wordmark">
          <b>Tijarat</b>
          <span lang="ur" dir="rtl">
            تجارت
          </span>
        </h1>
        <p className="line">{t('app.start.line')}</p>
        <ul className="ActionList">
          <Action id="file.new" label={t('app.command.new')} icon={FilePlus2} shortcut="Mod+N" />
          <Action id="file.open" label={t('app.command.open')} icon={FolderOpen} shortcut="Mod+O" />
          <Action id="file.import" label={t('app.command.import')} icon={FileDown} shortcut="Mod+I" />
        </ul>
        <AriaButton className="DropZone" onPress={() => void runCommand('file.import')}>
          <Icon icon={FileDown} />
          <b>{t('app.drop.here')}</b>
          <span>{t('app.drop.formats')}</span>
        </AriaButton>
        <ul className="promise">
          <li>
            <Icon icon={ShieldCheck} small />
            {t('app.start.promiseOffline')}
          </li>
          <li>
            <Icon icon={Save} small />
            {t('app.start.promiseDisk')}
          </li>
        </ul>
      </aside>
      <main className="StartMain">
        <Recoverable />
        <RecentTable />
        <Sample />
      </main>
      <StatusBar start={t(`app.start.theme.${theme}`)} />
    </div>
  );
}

function Action({
  id,
  label,
  icon,
  shortcut,
}: {
  id: string;
  label: string;
  icon: LucideIcon;
  shortcut: string;
}) {
  return (
    <li>
      <AriaButton onPress={() => void runCommand(id)}>
        <Icon icon={icon} />
        {label}
        <kbd className="Kbd">{shortcutText(shortcut)}</kbd>
      </AriaButton>
    </li>
  );
}
