import { useEffect, useState } from 'react';
import { eventColumns } from '../../../shared/charts/events.ts';
import { codeLabel, type Table } from '../../../shared/model/table.ts';
import type { ChartOptions } from '../../../shared/model/view.ts';
import { client } from '../../app/client.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Chip } from '../../design/Chip.tsx';
import { InspectorSection } from '../../design/InspectorSection.tsx';
import { t } from '../../i18n/index.ts';

interface EventKindsProps {
  tables: readonly Table[];
  events: ChartOptions['events'];
  onChange(events: ChartOptions['events']): void;
}

/** The kinds of events on file as chips: on is drawn on the time axis. */
export function EventKinds({ tables, events, onChange }: EventKindsProps) {
  const table = tables.find(({ id }) => id === events?.table) ?? tables[0];
  const [kinds, setKinds] = useState<readonly { value: string; count: number }[]>([]);
  const kindColumn = table && eventColumns(table).kind;
  useEffect(() => {
    if (!table || !kindColumn) return;
    const controller = new AbortController();
    client()
      .call('tables.distinct', { table: table.id, column: kindColumn }, { signal: controller.signal })
      .then(({ values }) =>
        setKinds(values.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))),
      )
      .catch((error) => !controller.signal.aborted && reportProblem(error));
    return () => controller.abort();
  }, [table, kindColumn]);
  if (!table) return null;
  const column = table.columns.find(({ id }) => id === kindColumn);
  const shown = events?.categories ?? [];
  const toggle = (kind: string) => {
    const categories = shown.includes(kind) ? shown.filter((item) => item !== kind) : [...shown, kind];
    onChange(categories.length > 0 ? { table: table.id, categories } : undefined);
  };
  return (
    <InspectorSection
      title={t('pages.inspect.events')}
      aside={t('pages.inspect.eventsShown', { count: shown.length })}
    >
      <div className="filter-chips">
        {kinds.map(({ value, count }) => (
          <Chip key={value} tone={shown.includes(value) ? 'selection' : 'off'} onPress={() => toggle(value)}>
            {`${column ? codeLabel(column, value) : value} ${count}`}
          </Chip>
        ))}
      </div>
    </InspectorSection>
  );
}
