import { Dialog, Heading, Popover } from 'react-aria-components';
import type { RowFilter } from '../../../shared/contract/rowFilter.ts';
import { type Column, columnLabel } from '../../../shared/model/table.ts';
import { Button } from '../../design/Button.tsx';
import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import type { CellFormat } from '../cellText.ts';
import type { RowOrder } from '../rowOrder.ts';
import { NumberFilter } from './NumberFilter.tsx';
import { PeriodFilter } from './PeriodFilter.tsx';
import { TextFilter } from './TextFilter.tsx';
import { ValueList } from './ValueList.tsx';

export interface FilterPopoverProps {
  table: string;
  column: Column;
  anchor: Element;
  order: RowOrder;
  format: CellFormat;
  onChange(filter: RowFilter | null): void;
  onClose(): void;
}

/** What each kind of filter is told, and what it tells. */
export interface FilterPartProps {
  readonly column: Column;
  readonly filter: RowFilter | undefined;
  onChange(filter: RowFilter | null): void;
}

/** What a column keeps: a test, a range, or values from its list. One filter a column; it works at once, Clear takes it away. */
export function FilterPopover({
  table,
  column,
  anchor,
  order,
  format,
  onChange,
  onClose,
}: FilterPopoverProps) {
  const title = t('grid.filter.title', { column: columnLabel(column) });
  const filter = order.where.find((entry) => entry.column === column.id);
  const part = { column, filter, onChange };
  return (
    <Popover
      className="FilterPopover"
      triggerRef={{ current: anchor }}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
    >
      <Dialog aria-label={title}>
        <Heading slot="title">{title}</Heading>
        {column.type === 'number' && <NumberFilter {...part} />}
        {column.type === 'period' && <PeriodFilter {...part} format={format} />}
        {(column.type === 'text' || column.type === 'category') && <TextFilter {...part} />}
        <Presence {...part} />
        {column.type !== 'number' && <ValueList {...part} table={table} order={order} format={format} />}
        <footer>
          <Button variant="quiet" onPress={() => onChange(null)} isDisabled={!filter}>
            {t('grid.filter.clear')}
          </Button>
          <Button onPress={onClose}>{t('grid.filter.done')}</Button>
        </footer>
      </Dialog>
    </Popover>
  );
}

function Presence({ column, filter, onChange }: FilterPartProps) {
  const now = filter && 'missing' in filter ? (filter.missing ? 'missing' : 'notMissing') : 'any';
  return (
    <Select
      label={t('order.presence')}
      items={(['any', 'missing', 'notMissing'] as const).map((id) => ({ id, label: t(`order.${id}`) }))}
      value={now}
      onChange={(chosen) =>
        onChange(chosen === 'any' ? null : { column: column.id, missing: chosen === 'missing' })
      }
    />
  );
}
