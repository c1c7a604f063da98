import {
  ArrowDown,
  ArrowUp,
  Columns3,
  Copy,
  Eraser,
  FileSearch,
  Filter,
  History,
  Plus,
  Trash2,
} from 'lucide-react';
import type { Table } from '../../shared/model/table.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import type { MenuItem } from '../design/Menu.tsx';
import { t } from '../i18n/index.ts';
import { activeCell, boundsOf } from './cellRange.ts';
import { clipboardMenu } from './clipboard/clipboardCommands.ts';
import { columnMenu, columnMenuTitle } from './columns/columnMenu.ts';
import { duplicateRows } from './duplicateRows.ts';
import { clearRange } from './rangeCells.ts';
import { changeRowOrder, rowOrder, withFilter } from './rowOrder.ts';
import { allRanges, countOf, disjoint } from './severalRanges.ts';
import type { TableGrid } from './tableGrid.ts';
import { revertSelected } from './trust/revertCells.ts';
import type { GridRequests } from './useTableGrid.ts';

/** What can be done with the selected cells. */
export function cellMenu(grid: TableGrid, table: Table, requests: GridRequests): MenuItem[] {
  const { range } = grid.store.getState();
  const active = range && activeCell(range);
  const column = active && grid.column(active.column);
  if (!range || !column) return [];
  const whole = allRanges(grid.store.getState()).map((one) => ({ ...boundsOf(one), left: 0, right: 0 }));
  const rowCount = disjoint(whole).reduce((sum, part) => sum + countOf(part), 0);
  const value = grid.cache.row(active.row)?.value(column.id) ?? null;
  const kept = column.type === 'period' && typeof value === 'number' ? periodText(value) : value;
  const { readOnly } = grid.actions;
  const sort = (descending: boolean) =>
    changeRowOrder(table.id, { sort: [{ column: column.id, descending }] });
  return [
    {
      id: 'provenance',
      label: t('grid.provenance'),
      icon: FileSearch,
      shortcut: 'Shift+F2',
      run: requests.showProvenance,
    },
    { id: 'rule1', rule: true },
    ...clipboardMenu(grid),
    {
      id: 'clear',
      label: t('grid.clearCells'),
      icon: Eraser,
      shortcut: 'Delete',
      isDisabled: readOnly,
      run: () => void clearRange(grid),
    },
    {
      id: 'revert',
      label: t('trust.revert'),
      icon: History,
      isDisabled: readOnly || Object.keys(table.handEdits ?? {}).length === 0,
      run: () => void revertSelected(grid, table).catch(requests.report),
    },
    { id: 'rule2', rule: true },
    { id: 'sortUp', label: t('grid.sortUp'), icon: ArrowUp, run: () => sort(false) },
    { id: 'sortDown', label: t('grid.sortDown'), icon: ArrowDown, run: () => sort(true) },
    {
      id: 'filter',
      label: t('grid.filterColumn'),
      icon: Filter,
      run: () =>
        changeRowOrder(table.id, {
          where: withFilter(rowOrder(table.id).where, column.id, { column: column.id, oneOf: [kept] }),
        }),
    },
    {
      id: 'column',
      label: columnMenuTitle([column]),
      icon: Columns3,
      items: columnMenu(grid, table, [column], requests),
    },
    { id: 'rule3', rule: true },
    {
      id: 'addRow',
      label: t('grid.addRow'),
      icon: Plus,
      shortcut: 'Mod+Enter',
      isDisabled: readOnly,
      run: requests.addRow,
    },
    {
      id: 'duplicateRows',
      label: t('gridEditing.duplicateRows'),
      icon: Copy,
      isDisabled: readOnly,
      run: () => void duplicateRows(grid).catch(requests.report),
    },
    {
      id: 'deleteRows',
      label: t('grid.deleteRows', { count: rowCount }),
      icon: Trash2,
      shortcut: 'Mod+-',
      tone: 'danger',
      isDisabled: readOnly,
      run: requests.deleteRows,
    },
  ];
}
