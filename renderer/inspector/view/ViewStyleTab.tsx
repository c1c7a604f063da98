import { eventColumns } from '../../../shared/charts/events.ts';
import { findById } from '../../../shared/model/document.ts';
import { ChartKind, type ChartOptions } from '../../../shared/model/view.ts';
import { FieldRow } from '../../design/FieldRow.tsx';
import { InspectorSection } from '../../design/InspectorSection.tsx';
import { NumberInput } from '../../design/NumberInput.tsx';
import { SegmentedControl } from '../../design/SegmentedControl.tsx';
import { t } from '../../i18n/index.ts';
import { useChartData } from '../../pages/useChartData.ts';
import { useAnswers } from '../../pages/viewAnswers.ts';
import type { ViewTabProps } from '../ViewInspector.tsx';
import { Choice } from './Choice.tsx';
import { EventKinds } from './EventKinds.tsx';

const NONE = '-';

/** How it is drawn: kind, stacking, values, what stands out, ends of the axis, events. */
export function ViewStyleTab({ view, document, change }: ViewTabProps) {
  const { options } = view;
  const data = useAnswers((state) => state[view.id]?.data);
  const chart = useChartData(view, data, []);
  const style = (part: Partial<ChartOptions>) => change({ options: { ...options, ...part } });
  const setEnd = (end: 'min' | 'max') => (value: number | null) => {
    const { [end]: _, ...rest } = options;
    change({ options: value === null ? rest : { ...rest, [end]: value } });
  };
  const several = view.query.keys.length > 1;
  const marks = several ? (chart?.series ?? []) : (chart?.categories ?? []);
  const time = findById(document.tables, view.query.table)?.columns.find(
    ({ id }) => id === view.query.keys[0]?.column,
  )?.type;
  const eventTables = document.tables.filter((table) => table.kind === 'events' && eventColumns(table).date);
  return (
    <>
      <InspectorSection>
        <Choice
          label={t('pages.inspect.kind')}
          items={ChartKind.options
            .filter((kind) => (kind === 'tile') === (view.kind === 'tile'))
            .map((id) => ({ id, label: t(`pages.kind.${id}`) }))}
          value={view.kind}
          onChange={(kind) => change({ kind })}
        />
        {view.kind === 'tile' ? (
          <Choice
            label={t('pages.inspect.compare')}
            items={(['none', 'yearOnYear', 'yearAndMonth', 'highest'] as const).map((id) => ({
              id,
              label: t(`pages.inspect.compares.${id}`),
            }))}
            value={options.compare}
            onChange={(compare) => style({ compare })}
          />
        ) : (
          <>
            {several && view.kind !== 'line' && (
              <Choice
                label={t('pages.inspect.stacking')}
                items={(['none', 'stacked', 'hundred'] as const).map((id) => ({
                  id,
                  label: t(`pages.inspect.stackings.${id}`),
                }))}
                value={options.stacking}
                onChange={(stacking) => style({ stacking })}
              />
            )}
            <FieldRow label={t('pages.inspect.labels')}>
              <SegmentedControl
                label={t('pages.inspect.labels')}
                items={(['auto', 'all', 'none'] as const).map((id) => ({
                  id,
                  label: t(`pages.inspect.labelKinds.${id}`),
                }))}
                value={options.labels}
                onChange={(labels) => labels !== options.labels && style({ labels })}
              />
            </FieldRow>
            <Choice
              label={t('pages.inspect.highlight')}
              items={[
                { id: NONE, label: t('pages.inspect.none') },
                ...marks.filter(({ key }) => key !== '').map(({ key, name }) => ({ id: key, label: name })),
              ]}
              value={options.highlight ?? NONE}
              onChange={(id) => {
                const { highlight: _, ...rest } = options;
                change({ options: id === NONE ? rest : { ...rest, highlight: id } });
              }}
            />
            {(['min', 'max'] as const).map((end) => (
              <FieldRow key={end} label={t(`pages.inspect.${end}`)}>
                <NumberInput
                  label={t(`pages.inspect.${end}`)}
                  labelHidden
                  value={options[end] ?? null}
                  placeholder={t('pages.inspect.auto')}
                  onCommit={setEnd(end)}
                />
              </FieldRow>
            ))}
          </>
        )}
      </InspectorSection>
      {view.kind !== 'tile' && view.kind !== 'bar' && time === 'period' && eventTables.length > 0 && (
        <EventKinds
          tables={eventTables}
          events={options.events}
          onChange={(events) => {
            const { events: _, ...rest } = options;
            change({ options: events ? { ...rest, events } : rest });
          }}
        />
      )}
    </>
  );
}
