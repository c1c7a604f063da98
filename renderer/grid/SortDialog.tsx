import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { type Column, columnLabel, type Table } from '../../shared/model/table.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { IconButton } from '../design/IconButton.tsx';
import { Select } from '../design/Select.tsx';
import { t } from '../i18n/index.ts';
import { changeRowOrder, type RowOrder, rowOrder } from './rowOrder.ts';

/** Which columns rows are sorted by, the first one first. */
export function SortDialog({ table, onClose }: { table: Table; onClose(): void }) {
  const [sort, setSort] = useState<RowOrder['sort']>(rowOrder(table.id).sort);
  const named = new Map(table.columns.map((column) => [column.id, column]));
  const free = table.columns.filter(({ id }) => !sort.some(({ column }) => column === id));
  const replace = (at: number, ...keys: RowOrder['sort'][number][]) =>
    setSort(sort.toSpliced(at, 1, ...keys));
  const swap = (at: number) => {
    const [first, second] = [sort[at], sort[at + 1]];
    if (first && second) setSort(sort.toSpliced(at, 2, second, first));
  };
  const done = () => {
    changeRowOrder(table.id, { sort });
    onClose();
  };
  return (
    <Dialog
      title={t('order.sortTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('grid.cancel')}</Button>
          <Button variant="primary" onPress={done}>
            {t('order.sortDone')}
          </Button>
        </>
      }
    >
      {sort.length === 0 && <p className="muted">{t('order.sortEmpty')}</p>}
      <ol className="SortKeys">
        {sort.map((key, at) => {
          const column = named.get(key.column);
          if (!column) return null;
          const words = { column: columnLabel(column) };
          return (
            <li key={key.column}>
              <Select
                label={t('order.sortColumn', { rank: at + 1 })}
                labelHidden
                items={[column, ...free].map((one) => ({ id: one.id, label: columnLabel(one) }))}
                value={key.column}
                onChange={(id) => replace(at, { ...key, column: id })}
              />
              <Select
                label={t('order.sortDirection')}
                labelHidden
                items={[
                  { id: 'up', label: t(`order.upwards.${kindOf(column)}`) },
                  { id: 'down', label: t(`order.downwards.${kindOf(column)}`) },
                ]}
                value={key.descending ? 'down' : 'up'}
                onChange={(id) => replace(at, { ...key, descending: id === 'down' })}
              />
              <IconButton
                small
                icon={ArrowUp}
                label={t('order.sortEarlier', words)}
                isDisabled={at === 0}
                onPress={() => swap(at - 1)}
              />
              <IconButton
                small
                icon={ArrowDown}
                label={t('order.sortLater', words)}
                isDisabled={at === sort.length - 1}
                onPress={() => swap(at)}
              />
              <IconButton small icon={X} label={t('order.sortRemove', words)} onPress={() => replace(at)} />
            </li>
          );
        })}
      </ol>
      <Button
        icon={Plus}
        isDisabled={free.length === 0}
        onPress={() => {
          const [next] = free;
          if (next) setSort([...sort, { column: next.id, descending: false }]);
        }}
      >
        {t('order.sortAdd')}
      </Button>
    </Dialog>
  );
}

function kindOf({ type }: Column): 'text' | 'number' | 'period' {
  return type === 'number' || type === 'period' ? type : 'text';
}
