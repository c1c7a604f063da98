import { RefreshCw } from 'lucide-react';
import { registerCommand } from '../app/commands/registry.ts';
import { useProject } from '../app/projectStore.ts';
import { t } from '../i18n/index.ts';
import { refreshTable, tableToRefresh } from './refreshActions.ts';

/** Refresh, in the menu and the palette, for the table or the source that is shown. */
export function registerRefreshCommands(): void {
  registerCommand({
    id: 'data.refresh',
    label: () => {
      const table = tableToRefresh();
      return table ? t('refreshing.commandOf', { title: table.title }) : t('refreshing.command');
    },
    icon: RefreshCw,
    menu: 'data',
    group: 10,
    enabled: () => tableToRefresh() !== undefined && useProject.getState().status.readOnly === undefined,
    run: async () => {
      const table = tableToRefresh();
      if (table) await refreshTable(table);
    },
  });
}
