import type { Dependent } from '../../shared/model/dependents.ts';
import { ask } from '../app/dialogs/ask.ts';
import { t } from '../i18n/index.ts';
import { dependentList } from './dependentWords.ts';

/** Whether to go on, where other parts count on what goes; nothing is asked where none does. */
export async function askAboutDependents(
  dependents: readonly Dependent[],
  { title, text, confirm }: { title: string; text: string; confirm: string },
): Promise<boolean> {
  if (dependents.length === 0) return true;
  const answer = await ask({
    title,
    text,
    list: dependentList(dependents),
    choices: [
      { id: 'go', label: confirm, variant: 'danger' },
      { id: 'cancel', label: t('columns.dependents.cancel') },
    ],
  });
  return answer === 'go';
}

/** Names what stands in the way; nothing can be chosen. */
export async function tellBlocking(
  dependents: readonly Dependent[],
  words: { title: string; text: string },
): Promise<void> {
  await ask({
    ...words,
    list: dependentList(dependents),
    choices: [{ id: 'close', label: t('columns.dependents.close'), variant: 'primary' }],
  });
}
