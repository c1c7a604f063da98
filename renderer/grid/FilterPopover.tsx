import { useEffect, useState } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { type Column, columnLabel } from '../../shared/model/table.ts';
import { parsePeriod } from '../../shared/periods/parsePeriod.ts';
import { periodOfText, periodText } from '../../shared/periods/periodText.ts';
import type { Filter } from '../../shared/views/query.ts';
import { Button } from '../design/Button.tsx';
import { NumberInput } from '../design/NumberInput.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import { type CellFormat, shownText } from './cellText.ts';
import { ValueList } from './ValueList.tsx';

export interface FilterPopoverProps {
  table: string;
  column: Column;
  anchor: Element;
  filter: Filter | undefined;
  format: CellFormat;
  onChange(filter: Filter | null): void;
  onClose(): void;
}

/** What a column keeps: letters, a range, or values from its list. It works at once; Clear takes it away. */
export function FilterPopover({
  table,
  column,
  anchor,
  filter,
  format,
  onChange,
  onClose,
}: FilterPopoverProps) {
  const title = t('grid.filter.title', { column: columnLabel(column) });
  const contains = filter && 'contains' in filter ? filter.contains : '';
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
        {column.type === 'number' && <NumberRange {...{ filter, onChange, column }} />}
        {column.type === 'period' && <PeriodRange {...{ filter, onChange, column, format }} />}
        {(column.type === 'text' || column.type === 'category') && (
          <TextInput
            label={t('grid.filter.contains')}
            value={contains}
            onCommit={(text) => onChange(text.trim() ? { column: column.id, contains: text.trim() } : null)}
          />
        )}
        {column.type !== 'number' && <ValueList {...{ table, column, filter, format, onChange }} />}
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

type RangeProps = Pick<FilterPopoverProps, 'column' | 'filter' | 'onChange'>;

function NumberRange({ column, filter, onChange }: RangeProps) {
  const { least, most } =
    filter && ('least' in filter || 'most' in filter) ? filter : { least: undefined, most: undefined };
  const change = (ends: { least?: number | null; most?: number | null }) => {
    const low = ends.least === undefined ? least : (ends.least ?? undefined);
    const high = ends.most === undefined ? most : (ends.most ?? undefined);
    if (low === undefined && high === undefined) return onChange(null);
    onChange({
      column: column.id,
      ...(low !== undefined && { least: low }),
      ...(high !== undefined && { most: high }),
    });
  };
  const unit = column.unit;
  return (
    <div className="pair">
      <NumberInput
        label={t('grid.filter.least')}
        value={least ?? null}
        unit={unit}
        onCommit={(value) => change({ least: value })}
      />
      <NumberInput
        label={t('grid.filter.most')}
        value={most ?? null}
        unit={unit}
        onCommit={(value) => change({ most: value })}
      />
    </div>
  );
}

function PeriodRange({ column, filter, format, onChange }: RangeProps & { format: CellFormat }) {
  const now: { column: string; from?: string | undefined; to?: string | undefined } =
    filter && ('from' in filter || 'to' in filter) ? filter : { column: column.id };
  const [wrong, setWrong] = useState<'from' | 'to' | null>(null);
  useEffect(() => setWrong(null), []);
  const printed = (text: string | undefined) => {
    const code = text === undefined ? null : periodOfText(text);
    return code === null ? '' : shownText(code, column, format);
  };
  const change = (end: 'from' | 'to', text: string) => {
    const code = parsePeriod(text, { fiscalYearStart: format.fiscalYearStart, spelling: column.spelling });
    if (text.trim() !== '' && code === null) return setWrong(end);
    setWrong(null);
    const from = end === 'from' ? (code === null ? undefined : periodText(code)) : now.from;
    const to = end === 'to' ? (code === null ? undefined : periodText(code)) : now.to;
    if (from === undefined && to === undefined) return onChange(null);
    onChange({ column: column.id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
  };
  return (
    <div className="pair">
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          label={t(`grid.filter.${end}`)}
          value={printed(now[end])}
          error={wrong === end ? t('grid.filter.notAPeriod') : undefined}
          onCommit={(text) => change(end, text)}
        />
      ))}
    </div>
  );
}
