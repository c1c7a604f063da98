import { AggregateLevel, HowToAggregate } from '../../shared/model/combineSteps.ts';
import { columnLabel, type Table } from '../../shared/model/table.ts';
import { hasVintages } from '../../shared/views/vintageSql.ts';
import { Checkbox } from '../design/Checkbox.tsx';
import { Select } from '../design/Select.tsx';
import { t } from '../i18n/index.ts';
import { aggregateDraft, type Draft, suits } from './combination.ts';
import { RowFilter } from './RowFilter.tsx';

interface AggregatePanelProps {
  tables: readonly Table[];
  draft: Draft['aggregate'];
  onChange: (part: Partial<Draft['aggregate']>) => void;
}

/** What the rows are gathered by, time to what level, and what is worked out of each column. */
export function AggregatePanel({ tables, draft, onChange }: AggregatePanelProps) {
  const table = tables.find(({ id }) => id === draft.table);
  const columns = table?.columns ?? [];
  const order = (ids: readonly string[]) => columns.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const toggleKey = (id: string, on: boolean) => {
    const wanted = order([
      ...draft.keys.map(({ column }) => column).filter((one) => one !== id),
      ...(on ? [id] : []),
    ]);
    onChange({
      keys: wanted.map(
        (column) => draft.keys.find((key) => key.column === column) ?? { column, level: 'asIs' },
      ),
    });
  };
  const toggleValue = (id: string, on: boolean) => {
    const wanted = order([
      ...draft.values.map(({ column }) => column).filter((one) => one !== id),
      ...(on ? [id] : []),
    ]);
    onChange({
      values: wanted.flatMap((column) => {
        const found = columns.find((one) => one.id === column);
        return (
          draft.values.find((value) => value.column === column) ??
          (found ? [{ column, how: suits(found) }] : [])
        );
      }),
    });
  };
  return (
    <>
      <Select
        label={t('combining.aggregate.table')}
        items={tables.map(({ id, title }) => ({ id, label: title }))}
        value={draft.table}
        onChange={(id) => {
          const chosen = tables.find((one) => one.id === id);
          if (chosen) onChange(aggregateDraft(chosen));
        }}
      />
      {table && <RowFilter table={table} filter={draft.filter} onChange={(filter) => onChange({ filter })} />}
      <fieldset>
        <legend>{t('combining.aggregate.keys')}</legend>
        {columns
          .filter(({ type, role }) => type !== 'number' && role !== 'vintage' && role !== 'note')
          .map((column) => {
            const key = draft.keys.find((one) => one.column === column.id);
            return (
              <div className="Choice" key={column.id}>
                <Checkbox isSelected={key !== undefined} onChange={(on) => toggleKey(column.id, on)}>
                  {columnLabel(column)}
                </Checkbox>
                {key && column.type === 'period' && (
                  <Select
                    label={t('combining.aggregate.level', { column: columnLabel(column) })}
                    labelHidden
                    items={AggregateLevel.options.map((id) => ({ id, label: t(`combining.levels.${id}`) }))}
                    value={key.level}
                    onChange={(level) =>
                      onChange({ keys: draft.keys.map((one) => (one === key ? { ...one, level } : one)) })
                    }
                  />
                )}
              </div>
            );
          })}
      </fieldset>
      <fieldset>
        <legend>{t('combining.aggregate.values')}</legend>
        {columns
          .filter(({ type }) => type === 'number')
          .map((column) => {
            const value = draft.values.find((one) => one.column === column.id);
            return (
              <div className="Choice" key={column.id}>
                <Checkbox isSelected={value !== undefined} onChange={(on) => toggleValue(column.id, on)}>
                  {columnLabel(column)}
                </Checkbox>
                {value && (
                  <Select
                    label={t('combining.aggregate.how', { column: columnLabel(column) })}
                    labelHidden
                    items={HowToAggregate.options.map((id) => ({ id, label: t(`combining.hows.${id}`) }))}
                    value={value.how}
                    onChange={(how) =>
                      onChange({ values: draft.values.map((one) => (one === value ? { ...one, how } : one)) })
                    }
                  />
                )}
              </div>
            );
          })}
      </fieldset>
      {table && hasVintages(table) && (
        <Select
          label={t('combining.aggregate.release')}
          items={(['latest', 'first'] as const).map((id) => ({ id, label: t(`combining.release.${id}`) }))}
          value={draft.release}
          onChange={(release) => onChange({ release })}
        />
      )}
    </>
  );
}
