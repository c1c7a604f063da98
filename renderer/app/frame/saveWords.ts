import type { ProjectStatus } from '../../../shared/contract/project.ts';
import { t } from '../../i18n/index.ts';

/** "Saved", "2 changes, kept in the journal", "Not saved yet" or "Read only". */
export function saveWords(status: ProjectStatus): string {
  if (status.readOnly) return t('app.status.readOnly');
  if (status.dirty && status.changes > 0) return t('app.status.changes', { count: status.changes });
  return status.path ? t('app.status.saved') : t('app.status.unsaved');
}
