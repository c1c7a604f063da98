import type { ChartData } from '../../shared/charts/chart.ts';
import { clauseColumn } from '../../shared/charts/selectionMarks.ts';
import { shortUnit } from '../../shared/charts/tileFigure.ts';
import { formatPeriod } from '../../shared/formats/formatPeriod.ts';
import { type Document, findById } from '../../shared/model/document.ts';
import { codeLabel, columnLabel } from '../../shared/model/table.ts';
import type { Page } from '../../shared/model/view.ts';
import { periodOfText } from '../../shared/periods/periodText.ts';
import type { Clause, Selection } from '../../shared/views/query.ts';
import { useNavigation } from '../app/navigation.ts';
import { useSettings } from '../app/useSettings.ts';
import { brushWords } from '../charts/TimeBrush.tsx';
import { Button } from '../design/Button.tsx';
import { Chip } from '../design/Chip.tsx';
import { FilterBar } from '../design/FilterBar.tsx';
import { t } from '../i18n/index.ts';

interface PageFilterBarProps {
  page: Page;
  document: Document;
  /** The chart of the view that made a clause, for the sum of what is selected. */
  charts: ReadonlyMap<string, ChartData>;
  onChange(selection: Selection): void;
}

/** What the page is narrowed to: a chip for each clause, and at the end what the selected marks come to. */
export function PageFilterBar({ page, document, charts, onChange }: PageFilterBarProps) {
  const dates = useSettings((state) => state.dates);
  if (page.selection.length === 0)
    return (
      <FilterBar label={t('pages.filters.label')}>
        <span className="hint">{t('pages.filters.hint')}</span>
      </FilterBar>
    );
  const sums = page.selection.flatMap((clause) => sumOf(clause, document, charts) ?? []);
  return (
    <FilterBar
      label={t('pages.filters.label')}
      end={
        <>
          <span>{sums.join('; ')}</span>
          <Button variant="quiet" onPress={() => onChange([])}>
            {t('pages.filters.clear')}
          </Button>
        </>
      }
    >
      {page.selection.map((clause) => {
        const view = findById(document.views, clause.view);
        const column = view && clauseColumn(clause, view, document);
        const words = wordsOf(clause, document, dates);
        const name = column ? columnLabel(column) : clause.column;
        return (
          <Chip
            key={`${clause.view} ${clause.column}`}
            tone="selection"
            name={name}
            onPress={() => useNavigation.getState().inspect({ kind: 'view', id: clause.view })}
            onRemove={() => onChange(page.selection.filter((item) => item !== clause))}
            removeLabel={t('app.action.removeNamed', { name: `${name} ${words}` })}
          >
            {words}
          </Chip>
        );
      })}
    </FilterBar>
  );
}

const MOST_NAMES = 3;

function wordsOf(
  clause: Clause,
  document: Document,
  dates: Parameters<typeof formatPeriod>[1]['style'],
): string {
  const table = findById(document.tables, clause.table);
  const column = table?.columns.find(({ id }) => id === clause.column);
  const name = (text: string) => {
    if (column?.type !== 'period') return column ? codeLabel(column, text) : text;
    const code = periodOfText(text);
    return code === null
      ? text
      : formatPeriod(code, { style: dates, fiscalYearStart: document.fiscalYearStart });
  };
  if (clause.range) {
    const { from, to } = clause.range;
    return from === to ? name(from) : t('pages.filters.range', { from: name(from), to: name(to) });
  }
  const values = clause.values ?? [];
  const shown = values.slice(0, MOST_NAMES).map(name).join(', ');
  return values.length > MOST_NAMES
    ? t('pages.filters.more', { shown, count: values.length - MOST_NAMES })
    : shown;
}

/** "20 months, 6,784 m, 339.2 a month": only where values of the view that selects may be added. */
function sumOf(clause: Clause, document: Document, charts: ReadonlyMap<string, ChartData>): string | null {
  const view = findById(document.views, clause.view);
  const chart = charts.get(clause.view);
  const measure =
    view &&
    findById(document.tables, view.query.table)?.columns.find(({ id }) => id === view.query.measure.column);
  if (
    !view ||
    !chart?.brush ||
    chart.fraction ||
    view.query.as !== 'none' ||
    view.query.measure.aggregate !== 'sum'
  )
    return null;
  if (measure?.nature !== undefined && measure.nature !== 'flow') return null;
  const values = chart.series.flatMap(({ points }) =>
    points.flatMap(({ value, inside }) => (inside && value !== null ? [value] : [])),
  );
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  const words = brushWords(chart, chart.brush).split(', ').at(-1) ?? '';
  const months = /^\d{4}-\d{2}$/.test(chart.categories[chart.brush.from]?.key ?? '');
  const unit = shortUnit(chart.unit);
  return [
    words,
    `${chart.format(sum, 0)} ${unit}`,
    ...(months && values.length > 1
      ? [t('pages.filters.aMonth', { value: chart.format(sum / values.length) })]
      : []),
  ].join(', ');
}
