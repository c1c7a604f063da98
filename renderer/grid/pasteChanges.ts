import { Problem } from '../../shared/contract/problem.ts';
import { type Column, columnLabel } from '../../shared/model/table.ts';
import { t } from '../i18n/index.ts';
import type { RangeBounds } from './cellRange.ts';
import { derivedColumn } from './derivedColumn.ts';
import type { CellChange } from './gridActions.ts';

interface Paste {
  readonly block: readonly (readonly string[])[];
  readonly bounds: RangeBounds;
  /** The rows from the first selected one on, as many as there are. */
  readonly rows: readonly { readonly id: number }[];
  readonly columns: readonly Column[];
}

/**
 * A pasted block as changes of cells. One value fills the selection, one row or column is repeated along it;
 * a block that does not fit, or that would write into a derived column, is refused with the place named.
 */
export function pasteChanges({ block, bounds, rows, columns }: Paste): {
  cells: CellChange[];
  filled: RangeBounds;
} {
  const width = Math.max(...block.map((row) => row.length), 1);
  const selected = { rows: bounds.bottom - bounds.top + 1, columns: bounds.right - bounds.left + 1 };
  const height = block.length === 1 ? selected.rows : block.length;
  const across = width === 1 ? selected.columns : width;
  const fitting = columns.length - bounds.left;
  if (height > rows.length || across > fitting) {
    const column = columns[Math.min(bounds.left + across, columns.length) - 1];
    throw new Problem({
      code: 'grid.paste-too-large',
      message: t('grid.problem.pasteTooLarge', {
        rows: block.length,
        columns: width,
        row: bounds.top + Math.min(height, rows.length),
        column: column ? columnLabel(column) : '',
        roomRows: rows.length,
        roomColumns: fitting,
      }),
      remedy: t('grid.problem.pasteTooLargeRemedy'),
      place: { row: bounds.top + rows.length, ...(column && { column: columnLabel(column) }) },
    });
  }
  const target = columns.slice(bounds.left, bounds.left + across);
  const derived = target.find((column) => column.derived);
  if (derived) throw derivedColumn(columnLabel(derived));
  const cells = rows.slice(0, height).flatMap((row, down) =>
    target.map(({ id }, along) => {
      const text = block[down % block.length]?.[along % width]?.trim() ?? '';
      return { row: row.id, column: id, value: text === '' ? null : text };
    }),
  );
  return {
    cells,
    filled: {
      top: bounds.top,
      bottom: bounds.top + height - 1,
      left: bounds.left,
      right: bounds.left + across - 1,
    },
  };
}
