import { dependentsOf } from '../../shared/model/dependents.ts';
import type { View } from '../../shared/model/view.ts';
import { run, useProject } from '../app/projectStore.ts';
import { t } from '../i18n/index.ts';
import { askAboutDependents } from './askAboutDependents.ts';

/** Takes a view out of the project; asked about where it is shown elsewhere than on the page at hand. */
export async function removeView(view: View, page: string): Promise<void> {
  const { document } = useProject.getState();
  const elsewhere = document
    ? dependentsOf(document, { kind: 'view', id: view.id }).filter(({ id }) => id !== page)
    : [];
  const goes = await askAboutDependents(elsewhere, {
    title: t('columns.dependents.removeView', { view: view.title }),
    text: t('columns.dependents.viewText'),
    confirm: t('columns.dependents.remove'),
  });
  if (goes) await run('removeView', { view: view.id });
}
