import type { CombinePreview } from '../../shared/contract/combining.ts';
import { columnLabel } from '../../shared/model/table.ts';
import { t } from '../i18n/index.ts';

/** The first rows of the result; columns that were brought or worked out are set apart. */
export function PreviewTable({ preview: { columns, rows } }: { preview: CombinePreview }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
    <section className="CombineGrid" aria-label={t('combining.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={[column.type === 'number' && 'num', column.derived && 'is-brought']
                  .filter(Boolean)
                  .join(' ')}
                title={column.derived}
              >
                {columnLabel(column)}
                <small>{column.unit ?? t(`grid.types.${column.type}`)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no ids before they are made, and a fixed order
            <tr key={row}>
              {columns.map((column, at) => (
                <td
                  key={column.id}
                  className={[
                    column.type === 'number' && 'num',
                    column.derived && 'is-brought',
                    cells[at] === '' && 'is-empty',
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
        </tbody>
      </table>
    </section>
  );
}
