import { RefreshCw, SearchCheck } from 'lucide-react';
import { findById } from '../../shared/model/document.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import type { MenuItem } from '../design/Menu.tsx';
import { t } from '../i18n/index.ts';
import { refreshTable, relinkSource, tableOfSource } from './refreshActions.ts';

/** What the menu of a table or a source in the navigator offers beside opening it. */
export function refreshItems({ place }: { place: { kind: string; id: string } }): MenuItem[] {
  const { document, status } = useProject.getState();
  if (!document || status.readOnly !== undefined) return [];
  const table = place.kind === 'table' ? findById(document.tables, place.id) : tableOfSource(place.id);
  const source = table?.source === undefined ? undefined : findById(document.sources, table.source);
  if (!table || !source) return [];
  const refresh: MenuItem = {
    id: 'refresh',
    label: t('refreshing.command'),
    icon: RefreshCw,
    run: () => void refreshTable(table).catch(reportProblem),
  };
  if (place.kind !== 'source') return [refresh];
  return [
    refresh,
    {
      id: 'relink',
      label: t('refreshing.place.relink'),
      icon: SearchCheck,
      run: () => void relinkSource(source).catch(reportProblem),
    },
  ];
}
