import { dependentsOf } from '../../shared/model/dependents.ts';
import { useProject } from '../app/projectStore.ts';
import { t } from '../i18n/index.ts';
import { askAboutDependents, tellBlocking } from './askAboutDependents.ts';

/** Whether a table may go: what it takes along is named and asked about, what stands in the way is named. */
export async function mayRemoveTable(id: string, title: string): Promise<boolean> {
  const { document } = useProject.getState();
  if (!document) return false;
  const users = dependentsOf(document, { kind: 'table', id });
  const blocking = users.filter(({ kind }) => kind === 'table' || kind === 'target' || kind === 'column');
  const heading = t('columns.dependents.removeTable', { table: title });
  if (blocking.length > 0) {
    await tellBlocking(blocking, { title: heading, text: t('columns.dependents.tableBlocked') });
    return false;
  }
  return await askAboutDependents(users, {
    title: heading,
    text: t('columns.dependents.tableText'),
    confirm: t('columns.dependents.remove'),
  });
}
