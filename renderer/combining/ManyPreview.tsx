import type { FileGroup } from '../../shared/contract/manyFiles.ts';
import { formatPeriod } from '../../shared/formats/formatPeriod.ts';
import { columnLabel } from '../../shared/model/table.ts';
import { periodOfText } from '../../shared/periods/periodText.ts';
import { useProject } from '../app/projectStore.ts';
import { t } from '../i18n/index.ts';
import type { GroupChoice } from './groupChoice.ts';
import { shownWords } from './shownWords.ts';

/** The first rows of a group's table, with the columns that its files bring. */
export function ManyPreview({ group, choice }: { group: FileGroup; choice: GroupChoice }) {
  const fiscalYearStart = useProject((state) => state.document?.fiscalYearStart ?? 7);
  const { columns, rows, files } = group;
  const rowCount = files.reduce(
    (sum, file) => (choice.without.includes(file.path) ? sum : sum + file.rows),
    0,
  );
  const shown = rows.filter(({ file }) => !choice.without.includes(files[file]?.path ?? ''));
  const period = (file: number) => {
    const code = periodOfText(files[file]?.period ?? '');
    return code === null ? '' : formatPeriod(code, { fiscalYearStart });
  };
  const own = [
    ...(choice.fileColumn === null
      ? []
      : [{ id: 'file', label: choice.fileColumn, cell: (file: number) => files[file]?.name ?? '' }]),
    ...(choice.period === 'none'
      ? []
      : [
          {
            id: 'period',
            label: t(choice.period === 'time' ? 'combining.many.asPeriod' : 'combining.many.asRelease'),
            cell: period,
          },
        ]),
  ];
  return (
    <>
      <div className="CombineMidHead">
        <h2>{choice.title}</h2>
        <span>{shownWords(shown.length, rowCount)}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <section className="CombineGrid" aria-label={t('combining.preview')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {own.map(({ id, label }) => (
                <th key={`own:${id}`} scope="col" className="is-brought">
                  {label}
                  <small>{t('combining.many.fromName')}</small>
                </th>
              ))}
              {columns.map((column) => (
                <th key={column.id} scope="col" className={column.type === 'number' ? 'num' : ''}>
                  {columnLabel(column)}
                  <small>{column.unit ?? t(`grid.types.${column.type}`)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ file, cells }, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no ids before they are made, and a fixed order
              <tr key={row}>
                {own.map(({ id, cell }) => (
                  <td key={`own:${id}`} className="is-brought" title={cell(file)}>
                    {cell(file)}
                  </td>
                ))}
                {columns.map((column, at) => (
                  <td key={column.id} className={column.type === 'number' ? 'num' : ''} title={cells[at]}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
