import { t } from '../i18n/index.ts';

/** How many of the rows are in sight. */
export function shownWords(shown: number, count: number): string {
  return shown === count
    ? t('combining.match.rows', { count })
    : t('combining.previewWords', { shown, count });
}
