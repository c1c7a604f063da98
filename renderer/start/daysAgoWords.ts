import { t } from '../i18n/index.ts';

/** "today", "yesterday", "3 days ago", "last week", else the date. Days change at local midnight. */
export function daysAgoWords(iso: string, now: Date): string {
  const then = new Date(iso);
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  if (days <= 0) return t('app.start.today');
  if (days === 1) return t('app.start.yesterday');
  if (days < 7) return t('app.start.daysAgo', { count: days });
  if (days < 14) return t('app.start.lastWeek');
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(then);
}
