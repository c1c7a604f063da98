import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import { Button } from '../../design/Button.tsx';
import { Chip } from '../../design/Chip.tsx';
import { FilterBar } from '../../design/FilterBar.tsx';
import { MenuButton } from '../../design/MenuButton.tsx';
import { t } from '../../i18n/index.ts';
import type { CellFormat } from '../cellText.ts';
import { GroupChip } from '../groups/GroupChip.tsx';
import { changeRowOrder, type RowOrder, useRowOrder, withFilter } from '../rowOrder.ts';
import { filterText } from './filterText.ts';

interface FilterChipsProps {
  table: Table;
  format: CellFormat;
  onEdit(column: Column, anchor: Element): void;
  onSort(): void;
}

/** What the rows are filtered by, one chip a column, and a way to add one. */
export function FilterChips({ table, format, onEdit, onSort }: FilterChipsProps) {
  const { where, quick, sort, groups } = useRowOrder(table.id);
  const bar = useRef<HTMLSpanElement>(null);
  const edit = (column: Column) => {
    if (bar.current) onEdit(column, bar.current);
  };
  const isChanged = where.length > 0 || quick !== '' || sort.length > 0 || groups.length > 0;
  return (
    <FilterBar
      label={t('grid.filters')}
      end={
        isChanged ? (
          <Button
            variant="quiet"
            onPress={() => changeRowOrder(table.id, { where: [], quick: '', sort: [], groups: [] })}
          >
            {t('grid.clearFilters')}
          </Button>
        ) : undefined
      }
    >
      {where.map((filter) => {
        const column = table.columns.find(({ id }) => id === filter.column);
        if (!column) return null;
        return (
          <Chip
            key={filter.column}
            name={columnLabel(column)}
            tone="selection"
            removeLabel={t('grid.removeFilter', { column: columnLabel(column) })}
            onPress={() => edit(column)}
            onRemove={() => changeRowOrder(table.id, { where: withFilter(where, filter.column, null) })}
          >
            {filterText(filter, column, format)}
          </Chip>
        );
      })}
      {quick && (
        <Chip
          name={t('grid.find')}
          tone="selection"
          removeLabel={t('grid.clearFind')}
          onRemove={() => changeRowOrder(table.id, { quick: '' })}
        >
          {quick}
        </Chip>
      )}
      <GroupChip table={table} />
      {sort.length > 0 && (
        <Chip
          name={t('order.sortChip')}
          tone="selection"
          removeLabel={t('order.sortClear')}
          onPress={onSort}
          onRemove={() => changeRowOrder(table.id, { sort: [] })}
        >
          {sortText(table, sort)}
        </Chip>
      )}
      <span ref={bar} className="FilterAnchor">
        <MenuButton
          label={t('grid.addFilter')}
          text={t('grid.addFilter')}
          icon={Plus}
          small
          items={table.columns.map((column) => ({
            id: column.id,
            label: columnLabel(column),
            run: () => edit(column),
          }))}
        />
      </span>
    </FilterBar>
  );
}

/** "Item ↑, Value ↓" */
function sortText(table: Table, sort: RowOrder['sort']): string {
  return sort
    .flatMap(({ column: id, descending }) => {
      const column = table.columns.find((known) => known.id === id);
      return column ? [`${columnLabel(column)} ${descending ? '↓' : '↑'}`] : [];
    })
    .join(', ');
}
