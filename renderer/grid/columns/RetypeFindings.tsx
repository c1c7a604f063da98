import type { RetypeReport } from '../../../shared/contract/columns.ts';
import { Message } from '../../design/Message.tsx';
import { t } from '../../i18n/index.ts';

/** What a change of type would do to the cells: how they read, what does not fit and where it stands. */
export function RetypeFindings({ report }: { report: RetypeReport }) {
  const { cells, lost, zeros, examples, texts, places } = report;
  return (
    <>
      {lost > 0 ? (
        <Message
          tone="caution"
          title={t('columns.typing.lost', { count: lost, all: cells.toLocaleString('en') })}
        />
      ) : (
        <Message
          tone="success"
          title={cells === 0 ? t('columns.typing.noValues') : t('columns.typing.allFit', { count: cells })}
        />
      )}
      {zeros.cells > 0 && (
        <Message
          tone="caution"
          title={t('columns.typing.zeros', { count: zeros.cells, example: zeros.example ?? '' })}
        />
      )}
      {examples.length > 0 && (
        <section className="ColumnUsers">
          <h3>{t('columns.typing.examples')}</h3>
          <ul className="ReadingList">
            {examples.map(({ from, to }) => (
              <li key={from}>
                <span>{from}</span>
                <span aria-hidden="true">→</span>
                <span>{to}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {texts.length > 0 && (
        <section className="ColumnUsers">
          <h3>{t('columns.typing.texts')}</h3>
          <ul className="CountList">
            {texts.map(({ text, count }) => (
              <li key={text}>
                <span>{text}</span>
                <small>{count.toLocaleString('en')}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {places.length > 0 && (
        <section className="ColumnUsers">
          <h3>
            {t('columns.typing.places')}
            {places.length < lost && <small> {t('columns.typing.first', { count: places.length })}</small>}
          </h3>
          <ul className="CountList">
            {places.map(({ row, line, text }) => (
              <li key={row}>
                <span>{text}</span>
                <small>
                  {line === undefined
                    ? t('columns.typing.place', { row: row.toLocaleString('en') })
                    : t('columns.typing.placeLine', { row: row.toLocaleString('en'), line })}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
