import { Filter as FilterIcon } from 'lucide-react';
import { useState } from 'react';
import type { CallResult } from '../../../shared/contract/index.ts';
import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import { type Column, codeLabel, columnLabel, type Table } from '../../../shared/model/table.ts';
import { periodOfText } from '../../../shared/periods/periodText.ts';
import type { Filter, QuerySpec } from '../../../shared/views/query.ts';
import { client } from '../../app/client.ts';
import { useProject } from '../../app/projectStore.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Button } from '../../design/Button.tsx';
import { Checkbox } from '../../design/Checkbox.tsx';
import { Chip } from '../../design/Chip.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { InspectorSection } from '../../design/InspectorSection.tsx';
import { MenuButton } from '../../design/MenuButton.tsx';
import { t } from '../../i18n/index.ts';

type Distinct = CallResult<'tables.distinct'>['values'];

interface FilterSectionProps {
  table: Table;
  query: QuerySpec;
  ask(part: Partial<QuerySpec>): void;
}

/** The rows that a view reads: a chip for each filter; values are chosen from those in the table. */
export function FilterSection({ table, query, ask }: FilterSectionProps) {
  const [editing, setEditing] = useState<{ column: Column; values: Distinct } | null>(null);
  const fiscalYearStart = useProject(({ document }) => document?.fiscalYearStart ?? 1);
  const choose = (id: string) => {
    const column = table.columns.find((item) => item.id === id);
    if (!column) return;
    client()
      .call('tables.distinct', { table: table.id, column: id })
      .then(({ values }) => setEditing({ column, values }))
      .catch(reportProblem);
  };
  const without = (filter: Filter) => query.where.filter((item) => item !== filter);
  const columns = table.columns.filter(
    ({ type }) => type === 'category' || type === 'period' || type === 'boolean',
  );
  return (
    <InspectorSection title={t('pages.inspect.filters')}>
      <div className="filter-chips">
        {query.where.map((filter) => {
          const column = table.columns.find(({ id }) => id === filter.column);
          const words = filterWords(filter, column, fiscalYearStart);
          return (
            <Chip
              key={JSON.stringify(filter)}
              name={column ? columnLabel(column) : filter.column}
              onPress={() => choose(filter.column)}
              onRemove={() => ask({ where: without(filter) })}
              removeLabel={t('app.action.removeNamed', { name: words })}
            >
              {words}
            </Chip>
          );
        })}
      </div>
      <MenuButton
        label={t('pages.inspect.addFilter')}
        text={t('pages.inspect.addFilter')}
        icon={FilterIcon}
        items={columns.map((column) => ({
          id: column.id,
          label: columnLabel(column),
          run: () => choose(column.id),
        }))}
      />
      {editing && (
        <ValuesDialog
          {...editing}
          before={oneOf(query.where, editing.column.id)}
          nameOf={(value) => valueName(editing.column, value, fiscalYearStart)}
          onClose={() => setEditing(null)}
          onDone={(chosen) => {
            const rest = query.where.filter(({ column }) => column !== editing.column.id);
            ask({ where: chosen ? [...rest, { column: editing.column.id, oneOf: chosen }] : rest });
            setEditing(null);
          }}
        />
      )}
    </InspectorSection>
  );
}

function oneOf(where: readonly Filter[], column: string): readonly unknown[] | null {
  const found = where.find((filter) => filter.column === column && 'oneOf' in filter);
  return found && 'oneOf' in found ? found.oneOf : null;
}

function ValuesDialog({
  column,
  values,
  before,
  nameOf,
  onClose,
  onDone,
}: {
  column: Column;
  values: Distinct;
  before: readonly unknown[] | null;
  nameOf(value: string | null): string;
  onClose(): void;
  /** Null: all, no filter. */
  onDone(chosen: (string | boolean | null)[] | null): void;
}) {
  const typed = (value: string | null) =>
    column.type === 'boolean' && value !== null ? value === 'true' : value;
  const all = values.map(({ value }) => typed(value));
  const [chosen, setChosen] = useState(
    () => new Set<string | boolean | null>(before ? all.filter((value) => before.includes(value)) : all),
  );
  const toggle = (value: string | boolean | null, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(value);
    else next.delete(value);
    setChosen(next);
  };
  return (
    <Dialog
      title={columnLabel(column)}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('pages.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={chosen.size === 0}
            onPress={() =>
              onDone(chosen.size === all.length ? null : all.filter((value) => chosen.has(value)))
            }
          >
            {t('pages.save')}
          </Button>
        </>
      }
    >
      <div className="filter-values">
        <Checkbox
          isSelected={chosen.size === all.length}
          isMixed={chosen.size > 0 && chosen.size < all.length}
          onChange={(on) => setChosen(new Set(on ? all : []))}
        >
          {t('pages.inspect.all')}
        </Checkbox>
        {values.map(({ value, count }) => (
          <Checkbox
            key={String(value)}
            isSelected={chosen.has(typed(value))}
            onChange={(on) => toggle(typed(value), on)}
          >
            <span className="name">{nameOf(value)}</span>
            <small>{count.toLocaleString('en')}</small>
          </Checkbox>
        ))}
      </div>
    </Dialog>
  );
}

function valueName(column: Column, value: string | null, fiscalYearStart: number): string {
  if (value === null) return t('charts.missing');
  if (column.type !== 'period') return codeLabel(column, value);
  const code = periodOfText(value);
  return code === null ? value : formatPeriod(code, { fiscalYearStart });
}

function filterWords(filter: Filter, column: Column | undefined, fiscalYearStart: number): string {
  const name = (value: string | null) => (column ? valueName(column, value, fiscalYearStart) : String(value));
  if ('oneOf' in filter) {
    const [only] = filter.oneOf;
    return filter.oneOf.length === 1 && (typeof only === 'string' || only === null)
      ? name(only ?? null)
      : t('pages.inspect.chosen', { count: filter.oneOf.length });
  }
  if ('contains' in filter) return `"${filter.contains}"`;
  const [from, to] =
    'from' in filter || 'to' in filter
      ? [filter.from && name(filter.from), filter.to && name(filter.to)]
      : 'least' in filter || 'most' in filter
        ? [filter.least, filter.most]
        : [undefined, undefined];
  return `${from ?? ''} \u2013 ${to ?? ''}`.trim();
}
