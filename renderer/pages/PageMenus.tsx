import { Pencil, Share, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Page, View } from '../../shared/model/view.ts';
import { useNavigation } from '../app/navigation.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { MenuButton } from '../design/MenuButton.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import { exportView } from './viewMenu.ts';

/** The page's export menu and its other menu. */
export function PageMenus({ page, views }: { page: Page; views: readonly View[] }) {
  const [renaming, setRenaming] = useState(false);
  const charts = views.filter(({ kind }) => kind !== 'tile');
  const remove = async () => {
    const pages = useProject.getState().document?.pages ?? [];
    const next = pages.find(({ id }) => id !== page.id);
    useNavigation.getState().go(next ? { kind: 'page', id: next.id } : { kind: 'start' });
    await run('removePage', { page: page.id });
  };
  return (
    <>
      <MenuButton
        label={t('pages.export')}
        icon={Share}
        isDisabled={charts.length === 0}
        items={charts.map((view) => ({
          id: view.id,
          label: view.title,
          items: (['svg', 'png', 'csv'] as const).map((format) => ({
            id: format,
            label: t(`pages.menu.${format}`),
            run: () => void exportView(view, format).catch(reportProblem),
          })),
        }))}
      />
      <MenuButton
        label={t('pages.more')}
        items={[
          { id: 'rename', label: t('pages.rename'), icon: Pencil, run: () => setRenaming(true) },
          { id: 'rule', rule: true },
          {
            id: 'remove',
            label: t('pages.remove'),
            icon: Trash2,
            tone: 'danger',
            run: () => void remove().catch(reportProblem),
          },
        ]}
      />
      {renaming && <PageTexts page={page} onClose={() => setRenaming(false)} />}
    </>
  );
}

function PageTexts({ page, onClose }: { page: Page; onClose(): void }) {
  const [title, setTitle] = useState(page.title);
  const [subtitle, setSubtitle] = useState(page.subtitle ?? '');
  const save = () => {
    run('updatePage', {
      page: page.id,
      change: { title: title.trim() || page.title, subtitle: subtitle.trim() },
    }).catch(reportProblem);
    onClose();
  };
  return (
    <Dialog
      title={t('pages.rename')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('pages.cancel')}</Button>
          <Button variant="primary" onPress={save}>
            {t('pages.save')}
          </Button>
        </>
      }
    >
      <div className="page-form">
        <TextInput label={t('pages.title')} value={title} onCommit={setTitle} onInput={setTitle} autoFocus />
        <TextInput
          label={t('pages.subtitle')}
          value={subtitle}
          onCommit={setSubtitle}
          onInput={setSubtitle}
        />
      </div>
    </Dialog>
  );
}
