import { Problem } from '../../shared/contract/problem.ts';
import { t } from '../i18n/index.ts';
import type { TableGrid } from './tableGrid.ts';

const MOST = 1_000_000;
const AT_A_TIME = 100_000;

/** The ids of rows of the order, those that are worked out left out; the rows themselves are not loaded. */
export async function rowIds(
  grid: TableGrid,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Promise<number[]> {
  if (bottom - top + 1 > MOST) {
    throw new Problem({
      code: 'grid.range-too-large',
      message: t('gridEditing.tooManyRows', { most: MOST.toLocaleString('en') }),
    });
  }
  const ids: number[] = [];
  for (let from = top; from <= bottom; from += AT_A_TIME) {
    const count = Math.min(AT_A_TIME, bottom - from + 1);
    const window = await grid.actions.fetchColumns(from, count, []);
    // Groups and totals are worked out, and have negative ids.
    for (const id of window.ids) if (id >= 0) ids.push(id);
  }
  return ids;
}
