import { ArrowDownUp, Combine, Download, Hash, ListOrdered, RefreshCw, Trash2 } from 'lucide-react';
import type { Table } from '../../shared/model/table.ts';
import { useNavigation } from '../app/navigation.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { showHowMade } from '../combining/HowMadeDialog.tsx';
import type { MenuItem } from '../design/Menu.tsx';
import { t } from '../i18n/index.ts';
import { refreshTable } from '../refresh/refreshActions.ts';
import { exportTable } from './exportTable.ts';
import type { GridRequests } from './useTableGrid.ts';

/** The menu of a table's page. */
export function tableMenu(table: Table, requests: GridRequests, noRows: boolean): MenuItem[] {
  return [
    { id: 'goToRow', label: t('grid.goToRow'), icon: Hash, shortcut: 'Mod+G', run: requests.askRow },
    { id: 'sort', label: t('order.sort'), icon: ArrowDownUp, run: requests.askSort },
    { id: 'exportShown', label: t('order.exportShown'), icon: Download, run: requests.exportShown },
    {
      id: 'export',
      label: t('grid.export'),
      icon: Download,
      run: () => void exportTable(table).catch(reportProblem),
    },
    {
      id: 'combine',
      label: t('combining.combineWith'),
      icon: Combine,
      run: () => useNavigation.getState().go({ kind: 'combine', table: table.id }),
    },
    ...(table.source === undefined
      ? []
      : [
          {
            id: 'refresh',
            label: t('refreshing.command'),
            icon: RefreshCw,
            run: () => void refreshTable(table).catch(reportProblem),
          },
        ]),
    ...(table.builtFrom
      ? [
          {
            id: 'howMade',
            label: t('combining.howMade.command'),
            icon: ListOrdered,
            run: () => showHowMade(table.id),
          },
        ]
      : []),
    { id: 'rule', rule: true },
    {
      id: 'deleteRows',
      label: t('grid.deleteRowsCommand'),
      icon: Trash2,
      tone: 'danger',
      isDisabled: noRows,
      run: requests.deleteRows,
    },
  ];
}
