import { Problem } from '../../../shared/contract/problem.ts';
import { t } from '../../i18n/index.ts';

/** Cells of rows that the table has. Problem `grid.worked-out` where all of them stand in groups and subtotals. */
export function rowsOfTable<Cell extends { readonly row: number }>(cells: readonly Cell[]): Cell[] {
  const own = cells.filter(({ row }) => row > 0);
  if (own.length > 0 || cells.length === 0) return own;
  throw new Problem({
    code: 'grid.worked-out',
    message: t('order.workedOut'),
    remedy: t('order.workedOutRemedy'),
  });
}
