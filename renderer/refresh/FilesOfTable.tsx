import type { RefreshPlan } from '../../shared/contract/refreshing.ts';
import { t } from '../i18n/index.ts';

type Files = NonNullable<RefreshPlan['files']>;

const order = ['unfit', 'changed', 'new', 'gone', 'skipped', 'same'] as const;

/** What became of each file of a table made of many: what wants a look first. */
export function FilesOfTable({ files }: { files: Files }) {
  const sorted = files.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <>
      <h2>
        {t('refreshing.files.title')}
        <small>{t('refreshing.files.count', { count: files.length })}</small>
      </h2>
      <ul className="FilesOfTable">
        {sorted.map(({ name, state, rows, problem }) => (
          <li key={state + name} className={`is-${state}`}>
            <b title={name}>{name}</b>
            <small>
              {[
                t(`refreshing.files.${state}`),
                ...(rows === undefined ? [] : [t('refreshing.files.rows', { count: rows })]),
              ].join(', ')}
            </small>
            {problem && <p>{problem.message}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
