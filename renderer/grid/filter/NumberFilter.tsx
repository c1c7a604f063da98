import { useState } from 'react';
import { NumberTest, type RowFilter } from '../../../shared/contract/rowFilter.ts';
import { NumberInput } from '../../design/NumberInput.tsx';
import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import type { FilterPartProps } from './FilterPopover.tsx';

const TESTS = ['between', ...NumberTest.options, 'top', 'bottom'] as const;
type Test = (typeof TESTS)[number];

/** A range, a comparison, or the largest and smallest of a column. */
export function NumberFilter({ column, filter, onChange }: FilterPartProps) {
  const [test, setTest] = useState<Test>(testOf(filter));
  const unit = column.unit;
  return (
    <>
      <Select
        label={t('order.test')}
        items={TESTS.map((id) => ({ id, label: t(`order.numberTest.${id}`) }))}
        value={test}
        onChange={(chosen) => {
          const number = filter && 'than' in filter ? filter.than : undefined;
          setTest(chosen);
          if (isComparison(chosen) && number !== undefined)
            onChange({ column: column.id, number: chosen, than: number });
          else if (chosen === 'top' || chosen === 'bottom')
            onChange({
              column: column.id,
              top: filter && 'top' in filter ? filter.top : 10,
              least: chosen === 'bottom',
            });
        }}
      />
      {test === 'between' && <NumberRange {...{ column, filter, onChange }} />}
      {isComparison(test) && (
        <NumberInput
          label={t('order.number')}
          value={filter && 'than' in filter ? filter.than : null}
          unit={unit}
          onCommit={(than) => onChange(than === null ? null : { column: column.id, number: test, than })}
        />
      )}
      {(test === 'top' || test === 'bottom') && (
        <NumberInput
          label={t('order.howMany')}
          value={filter && 'top' in filter ? filter.top : 10}
          least={1}
          most={1_000_000}
          onCommit={(top) =>
            onChange(
              top === null ? null : { column: column.id, top: Math.round(top), least: test === 'bottom' },
            )
          }
        />
      )}
    </>
  );
}

function testOf(filter: RowFilter | undefined): Test {
  if (filter && 'number' in filter) return filter.number;
  return filter && 'top' in filter ? (filter.least ? 'bottom' : 'top') : 'between';
}

function isComparison(test: Test): test is NumberTest {
  return NumberTest.options.some((known) => known === test);
}

function NumberRange({ column, filter, onChange }: FilterPartProps) {
  const { least, most } =
    filter && !('top' in filter) && ('least' in filter || 'most' in filter)
      ? filter
      : { least: undefined, most: undefined };
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
