import { useEffect, useState } from 'react';
import type { CallResult } from '../../../shared/contract/index.ts';
import { formatNumber } from '../../../shared/formats/formatNumber.ts';
import { client } from '../../app/client.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Checkbox } from '../../design/Checkbox.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import type { CellFormat } from '../cellText.ts';
import type { RowOrder } from '../rowOrder.ts';
import type { FilterPartProps } from './FilterPopover.tsx';
import { valueText } from './filterText.ts';

interface ValueListProps extends FilterPartProps {
  table: string;
  order: RowOrder;
  format: CellFormat;
}

const MOST_VALUES = 200;

/** The values of a column with how many of the rows that the other filters keep hold them, to be ticked. The engine searches; the list stays short. */
export function ValueList({ table, column, filter, order, format, onChange }: ValueListProps) {
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<CallResult<'tables.distinct'> | null>(null);
  const { id } = column;
  const { where, quick } = order;
  const chosen = filter && 'oneOf' in filter ? filter.oneOf : [];

  useEffect(() => {
    const controller = new AbortController();
    client()
      .call(
        'tables.distinct',
        {
          table,
          column: id,
          where: [...where],
          limit: MOST_VALUES,
          ...(quick.trim() && { quick: quick.trim() }),
          ...(search.trim() && { search: search.trim() }),
        },
        { signal: controller.signal },
      )
      .then(setFound)
      .catch(reportProblem);
    return () => controller.abort();
  }, [table, id, search, where, quick]);

  const typed = (text: string | null) =>
    text !== null && column.type === 'boolean' ? text === 'true' : text;
  const toggle = (value: string | boolean | null, on: boolean) => {
    const oneOf = on ? [...chosen, value] : chosen.filter((other) => other !== value);
    onChange(oneOf.length > 0 ? { column: id, oneOf } : null);
  };
  const more = found ? found.total - found.values.length : 0;
  return (
    <fieldset className="ValueList">
      <legend>{t('grid.filter.values')}</legend>
      <TextInput
        label={t('grid.filter.search')}
        labelHidden
        placeholder={t('grid.filter.search')}
        value={search}
        onInput={setSearch}
        onCommit={setSearch}
      />
      <ul>
        {found?.values.map(({ value: text, count }) => {
          const value = typed(text);
          return (
            <li key={text ?? ''}>
              <Checkbox isSelected={chosen.includes(value)} onChange={(on) => toggle(value, on)}>
                {valueText(value, column, format)}
              </Checkbox>
              <small>{formatNumber(count, { decimals: 0, style: format.numbers })}</small>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="muted">{t('grid.filter.moreValues', { count: more })}</p>}
    </fieldset>
  );
}
