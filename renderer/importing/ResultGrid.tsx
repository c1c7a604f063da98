import { type MouseEvent, useEffect } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { type Column, columnLabel } from '../../shared/model/table.ts';
import type { MenuItem } from '../design/Menu.tsx';
import { useContextMenu } from '../design/useContextMenu.tsx';
import { t } from '../i18n/index.ts';
import { Spacer, Waiting } from './RawGrid.tsx';
import { type CellMarks, isSameCell, type ShownCell } from './useCellMarks.ts';
import { useRows } from './useRows.ts';
import { useRowWindow } from './useRowWindow.ts';

interface ResultGridProps {
  id: string;
  recipe: Recipe;
  result: ImportPreview['result'];
  /** The columns have not all been told what they hold: none is set back. */
  unfinished: boolean;
  marks: CellMarks;
  shown: ShownCell | null;
  /** The name of the column whose step is open. */
  selected: string | null;
  onColumn: (name: string) => void;
  columnMenu: (column: Column) => MenuItem[];
  cellMenu: (column: Column, text: string) => MenuItem[];
}

const ROW = 24;

/** The table that the recipe makes: its columns with type and unit, and its rows. A click on a header opens the column. */
export function ResultGrid(props: ResultGridProps) {
  const { id, recipe, result, marks, shown, selected, onColumn } = props;
  const { columns } = result;
  const rows = useRows(id, 'result', recipe, result.rows, result.rowCount);
  const { scroller, onScroll, from, to, before, after, scrollTo } = useRowWindow(rows.count, ROW);
  const context = useContextMenu();

  useEffect(() => rows.want(from, to));
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another cell is asked for, not when rows come
  useEffect(() => {
    if (shown) void rows.find(shown.line).then((row) => row !== undefined && scrollTo(row));
  }, [shown]);

  const openMenu = (event: MouseEvent, column: Column, items: MenuItem[]) =>
    context.open(event, columnLabel(column), items);
  return (
    <section
      className="grid"
      ref={scroller}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('importing.result')}
    >
      <table className="PreviewGrid ResultGrid" aria-rowcount={rows.count}>
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
                <button
                  type="button"
                  onClick={() => onColumn(column.name)}
                  onContextMenu={(event) => openMenu(event, column, props.columnMenu(column))}
                >
                  {columnLabel(column)}
                  <small>{column.unit ?? t(`importing.types.${column.type}`)}</small>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {Array.from({ length: to - from }, (_, i) => from + i).map((index) => {
            const row = rows.row(index);
            if (!row) return <Waiting key={index} columns={columns.length} />;
            const { line, cells } = row;
            return (
              <tr key={index} className={line === shown?.line ? 'is-here' : undefined}>
                <th className="rowno" scope="row">
                  {line}
                </th>
                {columns.map((column, at) => (
                  <td
                    key={column.id}
                    className={[
                      column.type === 'number' && 'num',
                      !props.unfinished && (column.role === 'note' || column.role === 'source') && 'muted',
                      marks.has(line, [column.name], cells[at]) && 'is-problem',
                      line === shown?.line &&
                        column.name === shown.column &&
                        isSameCell(shown.text, cells[at]) &&
                        'is-shown',
                    ]
                      .filter(Boolean)
                      .join(' ')}
                    title={cells[at]}
                    onContextMenu={(event) =>
                      openMenu(event, column, props.cellMenu(column, cells[at] ?? ''))
                    }
                  >
                    {cells[at]}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
      {context.menu}
    </section>
  );
}
