import type { ImportNote } from '../../shared/contract/importing.ts';
import { t } from '../i18n/index.ts';

/** What matched, as three figures: rows that found their key, rows that did not, rows that nobody asked for. */
export function MatchBar({ notes }: { notes: readonly ImportNote[] }) {
  const find = (code: string) => notes.find((note) => note.code === code);
  const [matched, left, right] = [
    find('combine.matched'),
    find('combine.only-left'),
    find('combine.only-right'),
  ];
  if (!matched || !left || !right) return null;
  const all = (matched.count ?? 0) + (left.count ?? 0);
  const share = all === 0 ? 0 : (matched.count ?? 0) / all;
  return (
    <section className="MatchBar" aria-label={t('combining.match.title')}>
      <dl>
        <div className="is-matched">
          <dt>{t('combining.match.matched')}</dt>
          <dd>{t('combining.match.rows', { count: matched.count ?? 0 })}</dd>
        </div>
        <div className={left.count ? 'is-lost' : ''}>
          <dt>{t('combining.match.only', { table: left.place?.table })}</dt>
          <dd>{t('combining.match.rows', { count: left.count ?? 0 })}</dd>
        </div>
        <div>
          <dt>{t('combining.match.only', { table: right.place?.table })}</dt>
          <dd>{t('combining.match.rows', { count: right.count ?? 0 })}</dd>
        </div>
      </dl>
      <div className="bar" aria-hidden="true">
        <i style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </section>
  );
}
