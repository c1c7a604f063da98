import { useEffect } from 'react';
import type { Table } from '../../../shared/model/table.ts';
import { client } from '../../app/client.ts';
import { toast } from '../../design/toast.ts';
import { t } from '../../i18n/index.ts';
import { rowOrder, rowsOf } from '../rowOrder.ts';
import type { TableGrid } from '../tableGrid.ts';
import { useWantedCell } from './goToCell.ts';

/** Keeps the marks of changed and noted cells in step with the table, and goes to cells that lists beside the grid lead to. */
export function useTrust(grid: TableGrid | null, table: Table, report: (error: unknown) => void): void {
  const { id, handEdits, cellNotes } = table;
  useEffect(() => {
    if (!grid) return;
    grid.marks.setKept({ changed: handEdits ?? {}, noted: cellNotes ?? {} });
    grid.redraw();
  }, [grid, handEdits, cellNotes]);

  const wanted = useWantedCell((state) => state.wanted);
  useEffect(() => {
    if (!grid || !wanted || wanted.table !== id) return;
    useWantedCell.setState({ wanted: null });
    const go = async () => {
      const { position } = await client().call('tables.position', {
        rows: rowsOf(id, { ...rowOrder(id), groups: [] }),
        row: wanted.row,
      });
      const column = grid.columns.findIndex((one) => one.id === wanted.column);
      // Grouped rows stand elsewhere than their order says: the row is looked for by hand there.
      if (position === null || column < 0 || rowOrder(id).groups.length > 0) {
        toast({ tone: 'caution', title: t('trust.notShown'), text: t('trust.notShownText') });
        return;
      }
      await grid.goTo({ row: position, column });
    };
    go().catch(report);
  }, [grid, id, wanted, report]);
}
