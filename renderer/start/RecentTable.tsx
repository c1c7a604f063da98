import { FileChartColumn, Trash2 } from 'lucide-react';
import type { RecentProject } from '../../shared/contract/app.ts';
import { useRecent } from '../app/frame/useRecent.ts';
import { openPath } from '../app/projectActions.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Icon } from '../design/Icon.tsx';
import { IconButton } from '../design/IconButton.tsx';
import { t } from '../i18n/index.ts';
import { daysAgoWords } from './daysAgoWords.ts';

/** The projects that were open lately. One whose file is gone says so and can only be forgotten. */
export function RecentTable() {
  const { recent, forget } = useRecent();
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{t('app.start.recent')}</h2>
      {recent.length === 0 ? (
        <p className="NoRecent">{t('app.start.noRecent')}</p>
      ) : (
        <table className="RecentTable">
          <thead>
            <tr>
              <th scope="col">{t('app.start.project')}</th>
              <th scope="col">{t('app.start.holds')}</th>
              <th scope="col" className="num">
                {t('app.start.opened')}
              </th>
              <th scope="col" className="forget">
                <span className="visually-hidden">{t('app.start.forget')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {recent.map((project) => (
              <tr key={project.path} className={project.missing ? 'is-missing' : undefined}>
                <td>
                  <button
                    type="button"
                    className="doc"
                    title={project.path}
                    disabled={project.missing}
                    onClick={() => void openPath(project.path).catch(reportProblem)}
                  >
                    <Icon icon={FileChartColumn} />
                    <b>{project.title}</b>
                  </button>
                </td>
                <td className="c">{project.missing ? t('app.start.missing') : holdsWords(project)}</td>
                <td className="num muted">{daysAgoWords(project.openedAt, new Date())}</td>
                <td className="forget">
                  <IconButton
                    label={t('app.start.forgetNamed', { title: project.title })}
                    icon={Trash2}
                    small
                    onPress={() => void forget(project.path).catch(reportProblem)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** "5 tables, 912 rows, 3 pages, 1 deck"; what there is none of is left out. */
function holdsWords({ tables, rows, pages, decks }: RecentProject): string {
  const words = [
    tables > 0 && t('app.start.tables', { count: tables }),
    rows > 0 && t('app.start.rows', { count: rows }),
    pages > 0 && t('app.start.pages', { count: pages }),
    decks > 0 && t('app.start.decks', { count: decks }),
  ].filter(Boolean);
  return words.join(', ') || t('app.start.nothing');
}
