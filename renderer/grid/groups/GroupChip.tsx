import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { columnLabel, type Table } from '../../../shared/model/table.ts';
import { Chip } from '../../design/Chip.tsx';
import { IconButton } from '../../design/IconButton.tsx';
import { t } from '../../i18n/index.ts';
import { useRowOrder } from '../rowOrder.ts';
import { openAllGroups, removeGroup } from './groupState.ts';

/** What rows are grouped by, and buttons that open and close all groups. */
export function GroupChip({ table }: { table: Table }) {
  const { groups } = useRowOrder(table.id);
  const columns = groups.flatMap((id) => table.columns.find((column) => column.id === id) ?? []);
  if (columns.length === 0) return null;
  return (
    <>
      {columns.map((column) => (
        <Chip
          key={column.id}
          name={t('order.groupChip')}
          tone="selection"
          removeLabel={t('order.ungroupBy', { column: columnLabel(column) })}
          onRemove={() => removeGroup(table.id, column.id)}
        >
          {columnLabel(column)}
        </Chip>
      ))}
      <IconButton
        small
        icon={ChevronsUpDown}
        label={t('order.openAll')}
        onPress={() => openAllGroups(table.id, true)}
      />
      <IconButton
        small
        icon={ChevronsDownUp}
        label={t('order.closeAll')}
        onPress={() => openAllGroups(table.id, false)}
      />
    </>
  );
}
