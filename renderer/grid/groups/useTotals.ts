import { useEffect } from 'react';
import type { Table } from '../../../shared/model/table.ts';
import { client } from '../../app/client.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import type { GridRow } from '../rowCache.ts';
import { type RowOrder, rowsOf } from '../rowOrder.ts';
import type { TableGrid } from '../tableGrid.ts';
import { totalKind } from './totalKind.ts';

/** The totals of all rows that are shown, in a row that stays at the bottom. */
export function useTotals(grid: TableGrid | null, table: Table, order: RowOrder): void {
  const { id, columns, revision } = table;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that changed have other totals
  useEffect(() => {
    if (!grid) return;
    const { totals } = order;
    if (!totals.shown) {
      grid.api.setGridOption('pinnedBottomRowData', []);
      return;
    }
    const asked = columns.flatMap((column) => {
      const kind = totalKind(column, totals.kinds);
      return kind === 'none' ? [] : [{ column: column.id, kind }];
    });
    const controller = new AbortController();
    client()
      .call('tables.totals', { rows: rowsOf(id, order), totals: asked }, { signal: controller.signal })
      .then(({ totals: found }) => {
        const values = new Map(found.map(({ column, value }) => [column, value]));
        const row: GridRow = {
          id: 0,
          line: -1,
          value: (column) => values.get(column) ?? null,
          worked: {
            kind: 'total',
            totals: Object.fromEntries(asked.map(({ column, kind }) => [column, kind])),
            reasons: Object.fromEntries(
              found.flatMap(({ column, reason }) => (reason === undefined ? [] : [[column, reason]])),
            ),
          },
        };
        if (!grid.api.isDestroyed()) grid.api.setGridOption('pinnedBottomRowData', [row]);
      })
      .catch(reportProblem);
    return () => controller.abort();
  }, [grid, id, columns, revision, order]);
}
