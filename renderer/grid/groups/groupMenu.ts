import { Group, Sigma, Ungroup } from 'lucide-react';
import { TotalKind } from '../../../shared/contract/tables.ts';
import type { Column, Table } from '../../../shared/model/table.ts';
import type { MenuItem } from '../../design/Menu.tsx';
import { t } from '../../i18n/index.ts';
import { changeRowOrder, rowOrder } from '../rowOrder.ts';
import { addGroups, removeGroup } from './groupState.ts';
import { totalKind } from './totalKind.ts';

/** What a column's menu says of groups and totals. */
export function groupMenu({ id }: Table, columns: readonly Column[]): MenuItem[] {
  const { groups, totals } = rowOrder(id);
  const [first] = columns;
  if (!first) return [];
  const isGrouped = columns.length === 1 && groups.includes(first.id);
  const numbers = columns.filter(({ type }) => type === 'number');
  return [
    isGrouped
      ? { id: 'ungroup', label: t('order.ungroup'), icon: Ungroup, run: () => removeGroup(id, first.id) }
      : {
          id: 'group',
          label: t('order.group', { count: columns.length }),
          icon: Group,
          run: () =>
            addGroups(
              id,
              columns.map((column) => column.id),
            ),
        },
    {
      id: 'total',
      label: t('order.totalOf'),
      icon: Sigma,
      isDisabled: numbers.length === 0,
      items: TotalKind.options.map((kind) => ({
        id: kind,
        label: t(`order.total.${kind}`),
        isChecked: totals.shown && numbers.every((column) => totalKind(column, totals.kinds) === kind),
        run: () =>
          changeRowOrder(id, {
            totals: {
              shown: true,
              kinds: { ...totals.kinds, ...Object.fromEntries(numbers.map((column) => [column.id, kind])) },
            },
          }),
      })),
    },
    { id: 'ruleGroups', rule: true },
  ];
}
