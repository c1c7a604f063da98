import { findById } from '../../../shared/model/document.ts';
import { columnLabel } from '../../../shared/model/table.ts';
import { Aggregate, Calculation, type Key, Level, type QuerySpec } from '../../../shared/views/query.ts';
import { Checkbox } from '../../design/Checkbox.tsx';
import { FieldRow } from '../../design/FieldRow.tsx';
import { InspectorSection } from '../../design/InspectorSection.tsx';
import { NumberInput } from '../../design/NumberInput.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { dimensionsOf, measuresOf, suggestedView, viewOfChoice } from '../../pages/newView.ts';
import type { ViewTabProps } from '../ViewInspector.tsx';
import { Choice } from './Choice.tsx';
import { FilterSection } from './FilterSection.tsx';

const NONE = '-';

/** What is shown: table, figure, axis, series, calculation, order, vintage and filters. */
export function ViewDataTab({ view, document, change }: ViewTabProps) {
  const { query } = view;
  const table = findById(document.tables, query.table);
  if (!table) return null;
  const ask = (part: Partial<QuerySpec>) => change({ query: { ...query, ...part } });
  const column = (id: string | undefined) => table.columns.find((item) => item.id === id);
  const dimensions = dimensionsOf(table).map((item) => ({ id: item.id, label: columnLabel(item) }));
  const none = { id: NONE, label: t('pages.inspect.none') };
  const [first, second] = query.keys;
  const setKey = (at: number, id: string) => {
    const keys = query.keys.slice(0, 2);
    if (id === NONE) keys.splice(at);
    else keys[at] = { column: id };
    ask({ keys });
  };
  const setLevel = (at: number, level: Level) =>
    ask({
      keys: query.keys.map(
        (key, i): Key => (i !== at ? key : level === 'asIs' ? { column: key.column } : { ...key, level }),
      ),
    });
  const chooseTable = (id: string) => {
    const chosen = findById(document.tables, id);
    const choice = chosen && suggestedView(chosen);
    if (chosen && choice) change({ query: viewOfChoice(view.id, chosen, choice).query });
  };
  const overTime = column(first?.column)?.type === 'period';
  const levels = Level.options.map((id) => ({ id, label: t(`pages.inspect.levels.${id}`) }));

  return (
    <>
      <InspectorSection title={t('pages.inspect.data')}>
        <Choice
          label={t('pages.inspect.table')}
          items={document.tables.filter(suggestedView).map(({ id, title }) => ({ id, label: title }))}
          value={query.table}
          onChange={chooseTable}
        />
        <Choice
          label={t('pages.inspect.measure')}
          items={measuresOf(table).map((item) => ({ id: item.id, label: columnLabel(item) }))}
          value={query.measure.column}
          onChange={(id) => ask({ measure: { ...query.measure, column: id } })}
        />
        <Choice
          label={t('pages.inspect.aggregate')}
          items={Aggregate.options.map((id) => ({ id, label: t(`pages.inspect.aggregates.${id}`) }))}
          value={query.measure.aggregate}
          onChange={(aggregate) => ask({ measure: { ...query.measure, aggregate } })}
        />
        <Choice
          label={t('pages.inspect.across')}
          items={view.kind === 'tile' ? [none, ...dimensions] : dimensions}
          value={first?.column ?? NONE}
          onChange={(id) => setKey(0, id)}
        />
        {overTime && (
          <Choice
            label={t('pages.inspect.level')}
            items={levels}
            value={first?.level ?? 'asIs'}
            onChange={(level) => setLevel(0, level)}
          />
        )}
        {first && view.kind !== 'tile' && (
          <Choice
            label={t('pages.inspect.series')}
            items={[none, ...dimensions.filter(({ id }) => id !== first.column || second?.column === id)]}
            value={second?.column ?? NONE}
            onChange={(id) => setKey(1, id)}
          />
        )}
        {column(second?.column)?.type === 'period' && (
          <Choice
            label={t('pages.inspect.level')}
            items={levels}
            value={second?.level ?? 'asIs'}
            onChange={(level) => setLevel(1, level)}
          />
        )}
        <Choice
          label={t('pages.inspect.as')}
          items={Calculation.options.map((id) => ({ id, label: t(`pages.inspect.calculations.${id}`) }))}
          value={query.as}
          onChange={(as) => ask({ as })}
        />
        {view.kind !== 'tile' && view.kind !== 'bar' && (
          <Choice
            label={t('pages.inspect.overlay')}
            items={Calculation.options.map((id) => ({
              id,
              label: id === 'none' ? t('pages.inspect.noLine') : t(`pages.inspect.calculations.${id}`),
            }))}
            value={query.overlay ?? 'none'}
            onChange={(overlay) => {
              const { overlay: _, ...rest } = query;
              change({ query: overlay === 'none' ? rest : { ...rest, overlay } });
            }}
          />
        )}
      </InspectorSection>
      {first && !overTime && (
        <InspectorSection title={t('pages.inspect.sort')}>
          <Choice
            label={t('pages.inspect.sort')}
            items={(['natural', 'largest', 'smallest', 'name'] as const).map((id) => ({
              id,
              label: t(`pages.inspect.sorts.${id}`),
            }))}
            value={query.sort}
            onChange={(sort) => ask({ sort })}
          />
          <FieldRow label={t('pages.inspect.top')}>
            <NumberInput
              label={t('pages.inspect.top')}
              labelHidden
              value={query.top ?? null}
              least={1}
              most={1000}
              placeholder={t('pages.inspect.all')}
              onCommit={(top) => {
                const { top: _, ...rest } = query;
                change({ query: top === null ? rest : { ...rest, top: Math.round(top) } });
              }}
            />
          </FieldRow>
          {query.top !== undefined && (
            <Checkbox isSelected={query.others} onChange={(others) => ask({ others })}>
              {t('pages.inspect.others')}
            </Checkbox>
          )}
        </InspectorSection>
      )}
      {table.columns.some(({ role }) => role === 'vintage') && (
        <InspectorSection title={t('pages.inspect.vintage')}>
          <Choice
            label={t('pages.inspect.vintage')}
            items={(['latest', 'first'] as const).map((id) => ({
              id,
              label: t(`pages.inspect.vintages.${id}`),
            }))}
            value={query.vintage}
            onChange={(vintage) => ask({ vintage })}
          />
          <FieldRow label={t('pages.inspect.asOf')}>
            <TextInput
              label={t('pages.inspect.asOf')}
              labelHidden
              value={query.asOf ?? ''}
              placeholder="2025-06-10"
              onCommit={(text) => {
                const { asOf: _, ...rest } = query;
                const asOf = text.trim();
                change({ query: asOf ? { ...rest, asOf } : rest });
              }}
            />
          </FieldRow>
          <p className="FieldHint">{t('pages.inspect.asOfHint')}</p>
        </InspectorSection>
      )}
      <FilterSection table={table} query={query} ask={ask} />
      <InspectorSection title={t('pages.inspect.links')}>
        <Checkbox isSelected={view.follows} onChange={(follows) => change({ follows })}>
          {t('pages.inspect.follows')}
        </Checkbox>
      </InspectorSection>
    </>
  );
}
