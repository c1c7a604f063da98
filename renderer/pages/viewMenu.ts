import { ClipboardCopy, Copy, Download, Pencil, Presentation, Table2, Trash2 } from 'lucide-react';
import { findById } from '../../shared/model/document.ts';
import type { Page, View } from '../../shared/model/view.ts';
import { client } from '../app/client.ts';
import { askSavePath, nameFromTitle } from '../app/files/filePaths.ts';
import { host } from '../app/host.ts';
import { useNavigation } from '../app/navigation.ts';
import { newId } from '../app/newId.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { removeView } from '../dependents/removeView.ts';
import type { MenuItem } from '../design/Menu.tsx';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';
import { placeForNew } from './pageLayout.ts';

type Format = 'svg' | 'png' | 'csv';

/** What can be done with a view, in its menu and on a right click. */
export function viewMenu(page: Page, view: View): MenuItem[] {
  const decks = useProject.getState().document?.decks ?? [];
  const doing = (work: () => Promise<unknown>) => () => void work().catch(reportProblem);
  const exporting = (format: Format) => ({
    id: format,
    label: t(`pages.menu.${format}`),
    run: doing(() => exportView(view, format)),
  });
  return [
    { id: 'edit', label: t('pages.menu.edit'), icon: Pencil, run: () => editView(view.id) },
    {
      id: 'duplicate',
      label: t('pages.menu.duplicate'),
      icon: Copy,
      run: doing(() => duplicateView(page, view)),
    },
    {
      id: 'table',
      label: t('pages.menu.showTable'),
      icon: Table2,
      run: () => useNavigation.getState().go({ kind: 'table', id: view.query.table }),
    },
    { id: 'rule1', rule: true },
    {
      id: 'copy',
      label: t('pages.menu.copyPicture'),
      icon: ClipboardCopy,
      run: doing(() => copyPicture(view)),
    },
    {
      id: 'export',
      label: t('pages.menu.export'),
      icon: Download,
      items: (['svg', 'png', 'csv'] as const).map(exporting),
    },
    ...(decks.length > 0
      ? [
          {
            id: 'deck',
            label: t('pages.menu.addToDeck'),
            icon: Presentation,
            items: decks.map((deck) => ({
              id: deck.id,
              label: deck.title,
              run: doing(() => addToDeck(view, deck.id)),
            })),
          },
        ]
      : []),
    { id: 'rule2', rule: true },
    {
      id: 'remove',
      label: t('pages.menu.remove'),
      icon: Trash2,
      tone: 'danger',
      run: doing(() => removeView(view, page.id)),
    },
  ];
}

export function editView(id: string): void {
  useNavigation.setState({ inspected: { kind: 'view', id }, inspectorShown: true });
}

async function duplicateView(page: Page, view: View): Promise<void> {
  const id = newId('view');
  await run('addView', {
    view: { ...view, id, title: t('pages.copyOf', { title: view.title }) },
    page: page.id,
  });
  editView(id);
}

/** Adds a view and puts it at the foot of the page in one place, not where the workbench would. */
export async function addViewTo(page: Page, view: View): Promise<void> {
  await run('addView', { view, page: page.id });
  const now = useProject.getState().document?.pages.find(({ id }) => id === page.id);
  if (now && view.kind !== 'tile' && !now.layout.some((item) => item.view === view.id))
    await run('updatePage', {
      page: page.id,
      change: { layout: [...now.layout, placeForNew(now.layout, view.id)] },
    });
  editView(view.id);
}

async function copyPicture(view: View): Promise<void> {
  const { bytes } = await client().call('export.viewPicture', {
    view: view.id,
    format: 'png',
    width: 1920,
    height: 1080,
  });
  if (!bytes) return;
  if (host.copyPicture) await host.copyPicture(bytes);
  else
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([new Uint8Array(bytes)], { type: 'image/png' }) }),
    ]);
  toast({ tone: 'success', title: t('pages.copied') });
}

/** Asks where to, and writes a picture or the figures of a view. */
export async function exportView(view: View, format: Format): Promise<void> {
  const path = await askSavePath(t('pages.exportTitle'), `${nameFromTitle(view.title)}.${format}`, [
    { name: format.toUpperCase(), extensions: [format] },
  ]);
  if (!path) return;
  if (format === 'csv') await client().call('export.viewData', { view: view.id, format, path });
  else await client().call('export.viewPicture', { view: view.id, format, path });
  toast({
    tone: 'success',
    title: t('pages.exported'),
    text: path,
    ...(host.showInFolder && {
      action: { label: t('app.export.show'), run: () => host.showInFolder?.(path) },
    }),
  });
}

async function addToDeck(view: View, deck: string): Promise<void> {
  await run('addSlide', {
    deck,
    slide: { id: newId('slide'), layout: 'chart', title: view.title, view: view.id },
  });
  const found = findById(useProject.getState().document?.decks ?? [], deck);
  toast({
    tone: 'success',
    title: t('pages.addedToDeck', { title: found?.title ?? '' }),
    action: {
      label: t('pages.openDeck'),
      run: () => useNavigation.getState().go({ kind: 'deck', id: deck }),
    },
  });
}
