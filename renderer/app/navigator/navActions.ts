import { mayRemoveTable } from '../../dependents/mayRemoveTable.ts';
import { toast } from '../../design/toast.ts';
import { t } from '../../i18n/index.ts';
import { runCommand } from '../commands/registry.ts';
import { run, useProject } from '../projectStore.ts';
import type { NavEntry } from './navGroups.ts';

/** Sources keep the name and the life of their table's import: they cannot be renamed or removed alone. */
export function canChange({ place }: NavEntry): boolean {
  return place.kind !== 'source';
}

export async function rename({ place }: NavEntry, title: string): Promise<void> {
  switch (place.kind) {
    case 'page':
      await run('updatePage', { page: place.id, change: { title } });
      return;
    case 'table':
      await run('renameTable', { table: place.id, title });
      return;
    case 'target':
      await run('updateTarget', { target: place.id, change: { title } });
      return;
    case 'deck':
      await run('updateDeck', { deck: place.id, change: { title } });
      return;
    case 'source':
  }
}

/** Removes at once, because undo brings it back; asked about only where something else would go or stand still with it. */
export async function remove({ place, title }: NavEntry): Promise<void> {
  switch (place.kind) {
    case 'page':
      await run('removePage', { page: place.id });
      break;
    case 'table':
      if (!(await mayRemoveTable(place.id, title))) return;
      await run('removeTable', { table: place.id });
      break;
    case 'target':
      await run('removeTarget', { target: place.id });
      break;
    case 'deck':
      await run('removeDeck', { deck: place.id });
      break;
    case 'source':
      return;
  }
  const close = toast({
    tone: 'info',
    title: t('app.nav.removed', { title }),
    action: { label: t('app.command.undo'), run: () => void runCommand('edit.undo') },
  });
  // The next change, or another project, makes its undo another one.
  const { sequence } = useProject.getState().status;
  const stop = useProject.subscribe(({ status }) => {
    if (status.sequence === sequence && status.undo !== undefined) return;
    stop();
    close();
  });
}
