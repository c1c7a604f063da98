import type { ImportPreview } from '../../shared/contract/importing.ts';
import { columnLabel } from '../../shared/model/table.ts';
import { t } from '../i18n/index.ts';
import { Spacer } from './RawGrid.tsx';
import { useRowWindow } from './useRowWindow.ts';

interface ResultGridProps {
  preview: ImportPreview;
  /** The name of the column whose step is open. */
  selected: string | null;
  onColumn: (name: string) => void;
}

const ROW = 24;

/** The table that the recipe makes: its columns with type and unit, and its first rows. A click on a header opens the column. */
export function ResultGrid({ preview, selected, onColumn }: ResultGridProps) {
  const { columns, rows } = preview.result;
  const doubtful = doubtfulCells(preview);
  const { scroller, onScroll, from, to, before, after } = useRowWindow(rows.length, ROW);
  return (
    <section
      className="grid"
      ref={scroller}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('importing.result')}
    >
      <table className="PreviewGrid ResultGrid" aria-rowcount={preview.result.rowCount}>
        <thead>
          <tr>
            <th className="rowno" scope="col">
              <span className="visually-hidden">{t('importing.line')}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={[column.type === 'number' && 'num', column.name === selected && 'is-on']
                  .filter(Boolean)
                  .join(' ')}
              >
                <button type="button" onClick={() => onColumn(column.name)}>
                  {columnLabel(column)}
                  <small>{column.unit ?? t(`importing.types.${column.type}`)}</small>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {rows.slice(from, to).map(({ line, cells }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several rows may come of one line; their order is fixed
            <tr key={from + index}>
              <th className="rowno" scope="row">
                {line}
              </th>
              {columns.map((column, at) => (
                <td
                  key={column.id}
                  className={[
                    column.type === 'number' && 'num',
                    (column.role === 'note' || column.role === 'source') && 'muted',
                    doubtful.has(`${line} ${column.name}`) && 'is-problem',
                  ]
                    .filter(Boolean)
                    .join(' ')}
                  title={cells[at]}
                >
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </section>
  );
}

/** Line and column of what is to be looked at. */
function doubtfulCells({ notes }: ImportPreview): ReadonlySet<string> {
  return new Set(
    notes
      .filter(({ weight }) => weight !== 'note')
      .map(({ place }) => `${place?.line ?? ''} ${place?.column ?? ''}`),
  );
}
