import { columnLabel, type Table } from '../../shared/model/table.ts';
import { Checkbox } from '../design/Checkbox.tsx';
import { t } from '../i18n/index.ts';
import { FilterRowsPanel } from '../importing/panels/FilterRowsPanel.tsx';
import type { FilterRows } from './combination.ts';
import { shownFilter, storedFilter } from './filterWords.ts';

interface RowFilterProps {
  table: Table;
  filter: FilterRows | null;
  onChange: (filter: FilterRows | null) => void;
}

/** Which rows are taken, in the words that the table shows: columns by their labels, codes by their names. */
export function RowFilter({ table, filter, onChange }: RowFilterProps) {
  const { columns } = table;
  const first = columns.find(({ role }) => role === 'dimension') ?? columns[0];
  return (
    <fieldset>
      <legend>{t('combining.aggregate.rows')}</legend>
      <Checkbox
        isSelected={filter !== null}
        onChange={(on) =>
          onChange(on && first ? { step: 'filterRows', column: first.id, empty: false } : null)
        }
      >
        {t('combining.aggregate.someRows')}
      </Checkbox>
      {filter && (
        <FilterRowsPanel
          step={shownFilter(filter, columns)}
          columns={columns.map(columnLabel)}
          onChange={(step) => step.step === 'filterRows' && onChange(storedFilter(step, columns))}
        />
      )}
    </fieldset>
  );
}
