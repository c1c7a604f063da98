import { useState } from 'react';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { periodOfText, periodText } from '../../../shared/periods/periodText.ts';
import { Checkbox } from '../../design/Checkbox.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { type CellFormat, shownText } from '../cellText.ts';
import type { FilterPartProps } from './FilterPopover.tsx';

/** From one period to another, or those counted from the newest one of the column. */
export function PeriodFilter({ column, filter, onChange, format }: FilterPartProps & { format: CellFormat }) {
  const now: { column: string; from?: string | undefined; to?: string | undefined } =
    filter && ('from' in filter || 'to' in filter) ? filter : { column: column.id };
  const recent = filter && 'recent' in filter ? filter.recent : null;
  const [wrong, setWrong] = useState<'from' | 'to' | null>(null);
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
    <>
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
      <fieldset className="Recent">
        <legend>{t('order.periods')}</legend>
        {(['fiscalYear', 'last12Months'] as const).map((id) => (
          <Checkbox
            key={id}
            isSelected={recent === id}
            onChange={(on) => onChange(on ? { column: column.id, recent: id } : null)}
          >
            {t(`order.${id}`)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}
