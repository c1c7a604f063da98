import { ArrowDownUp, Download, Hash, Plus, Search, Sigma, Trash2 } from 'lucide-react';
import type { Table } from '../../shared/model/table.ts';
import { registerCommand } from '../app/commands/registry.ts';
import { t } from '../i18n/index.ts';
import { exportTable } from './exportTable.ts';
import { openFormulaDialog } from './formula/formulaDialog.ts';
import type { GridRequests } from './useTableGrid.ts';

/** The commands of an open table, in the menus and the palette while it is open. */
export function tableCommands(table: Table, readOnly: boolean, requests: () => GridRequests): () => void {
  const writable = () => !readOnly;
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
      shortcut: 'Mod+F',
      menu: 'data',
      group: 20,
      run: () => requests().find(),
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
