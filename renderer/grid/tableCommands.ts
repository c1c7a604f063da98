import {
  ArrowDownUp,
  ChevronsDownUp,
  ChevronsUpDown,
  Download,
  Hash,
  Plus,
  Replace,
  Search,
  Sigma,
  Trash2,
  Ungroup,
} from 'lucide-react';
import type { Table } from '../../shared/model/table.ts';
import { registerCommand } from '../app/commands/registry.ts';
import { t } from '../i18n/index.ts';
import { exportTable } from './exportTable.ts';
import { openFind } from './find/findState.ts';
import { openFormulaDialog } from './formula/formulaDialog.ts';
import { openAllGroups } from './groups/groupState.ts';
import { changeRowOrder, rowOrder } from './rowOrder.ts';
import type { GridRequests } from './useTableGrid.ts';

/** The commands of an open table, in the menus and the palette while it is open. */
export function tableCommands(table: Table, readOnly: boolean, requests: () => GridRequests): () => void {
  const writable = () => !readOnly;
  const grouped = () => rowOrder(table.id).groups.length > 0;
  const stops = [
    registerCommand({
      id: 'grid.addRow',
      label: t('grid.addRow'),
      icon: Plus,
      menu: 'insert',
      group: 20,
      enabled: writable,
      run: () => requests().addRow(),
    }),
    registerCommand({
      id: 'grid.computedColumn',
      label: t('formula.add'),
      icon: Sigma,
      menu: 'insert',
      group: 20,
      enabled: writable,
      run: () => openFormulaDialog({ table: table.id }),
    }),
    registerCommand({
      id: 'grid.deleteRows',
      label: t('grid.deleteRowsCommand'),
      icon: Trash2,
      menu: 'edit',
      group: 20,
      enabled: writable,
      run: () => requests().deleteRows(),
    }),
    registerCommand({
      id: 'grid.find',
      label: t('grid.find'),
      icon: Search,
      menu: 'data',
      group: 20,
      run: () => requests().find(),
    }),
    registerCommand({
      id: 'grid.findCells',
      label: t('gridEditing.find.open'),
      icon: Search,
      shortcut: 'Mod+F',
      menu: 'edit',
      group: 30,
      run: () => openFind(table.id, false),
    }),
    registerCommand({
      id: 'grid.replace',
      label: t('gridEditing.find.openReplace'),
      icon: Replace,
      shortcut: 'Mod+H',
      menu: 'edit',
      group: 30,
      enabled: writable,
      run: () => openFind(table.id, true),
    }),
    registerCommand({
      id: 'grid.findNext',
      label: t('gridEditing.find.next'),
      shortcut: 'F3',
      hidden: true,
      run: () => requests().findNext(1),
    }),
    registerCommand({
      id: 'grid.findPrevious',
      label: t('gridEditing.find.previous'),
      shortcut: 'Shift+F3',
      hidden: true,
      run: () => requests().findNext(-1),
    }),
    registerCommand({
      id: 'grid.goToRow',
      label: t('grid.goToRow'),
      icon: Hash,
      shortcut: 'Mod+G',
      menu: 'data',
      group: 20,
      run: () => requests().askRow(),
    }),
    registerCommand({
      id: 'grid.sort',
      label: t('order.sort'),
      icon: ArrowDownUp,
      menu: 'data',
      group: 20,
      run: () => requests().askSort(),
    }),
    registerCommand({
      id: 'grid.totals',
      label: t('order.totalsRow'),
      icon: Sigma,
      menu: 'data',
      group: 20,
      run: () => {
        const { totals } = rowOrder(table.id);
        changeRowOrder(table.id, { totals: { ...totals, shown: !totals.shown } });
      },
    }),
    registerCommand({
      id: 'grid.openGroups',
      label: t('order.openAll'),
      icon: ChevronsUpDown,
      menu: 'data',
      group: 25,
      enabled: grouped,
      run: () => openAllGroups(table.id, true),
    }),
    registerCommand({
      id: 'grid.closeGroups',
      label: t('order.closeAll'),
      icon: ChevronsDownUp,
      menu: 'data',
      group: 25,
      enabled: grouped,
      run: () => openAllGroups(table.id, false),
    }),
    registerCommand({
      id: 'grid.ungroup',
      label: t('order.ungroupAll'),
      icon: Ungroup,
      menu: 'data',
      group: 25,
      enabled: grouped,
      run: () => changeRowOrder(table.id, { groups: [] }),
    }),
    registerCommand({
      id: 'grid.exportShown',
      label: t('order.exportShown'),
      icon: Download,
      menu: 'data',
      group: 30,
      run: () => requests().exportShown(),
    }),
    registerCommand({
      id: 'grid.export',
      label: t('grid.export'),
      icon: Download,
      menu: 'data',
      group: 30,
      run: () => exportTable(table),
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
