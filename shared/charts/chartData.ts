import type { Settings } from '../contract/app.ts';
import { formatNumber, formatPercent } from '../formats/formatNumber.ts';
import { formatPeriod } from '../formats/formatPeriod.ts';
import { type Document, findById } from '../model/document.ts';
import type { Column } from '../model/table.ts';
import type { View } from '../model/view.ts';
import { fiscalMonthOf, lastMonth, type PeriodCode, shiftPeriod, spanOf } from '../periods/period.ts';
import { periodOfText } from '../periods/periodText.ts';
import type { Calculation, Key, Selection, ViewData } from '../views/query.ts';
import { categoryColour } from './categoryColour.ts';
import type { Category, ChartData, Point, Series } from './chart.ts';
import type { EventNote } from './events.ts';
import { keyNames, keyText } from './keyTexts.ts';
import { fiscalYearName, insideTest } from './selectionMarks.ts';

export interface ChartDataOptions {
  readonly document: Document;
  /** The page's; marks outside it are grey. */
  readonly selection?: Selection | undefined;
  readonly numbers?: Settings['numbers'] | undefined;
  readonly dates?: Settings['dates'] | undefined;
  readonly events?: readonly EventNote[] | undefined;
}

/** Longer gaps are left out of the axis: a stray year 1900 shall not make 1,500 empty months. */
const LONGEST_FILL = 1200;

/** A view's answer as charts draw it: first key across, second key as series, names, colours, gaps and what the selection holds. */
export function toChartData(view: View, data: ViewData, options: ChartDataOptions): ChartData {
  const { document, selection = [], numbers, dates = 'Mar 2025' } = options;
  const table = findById(document.tables, view.query.table);
  const columnOf = (key: Key | undefined): Column | undefined =>
    key && table?.columns.find(({ id }) => id === key.column);
  const [first, second] = view.query.keys;
  const measure = table?.columns.find(({ id }) => id === view.query.measure.column);
  const inside = insideTest(view, selection, document);

  const rows = data.value.values.length;
  const categories = new Map<string, { category: Category; period: PeriodCode }>();
  const groups = new Map<
    string,
    { name: string; points: Map<string, Point>; seen: number; last: PeriodCode }
  >();
  const overlay = new Map<string, number | null>();
  for (let row = 0; row < rows; row++) {
    const across = data.keys[0];
    const along = data.keys[1];
    const key = first && across ? keyText(across, row, first) : '';
    const group = second && along ? keyText(along, row, second) : '';
    if (!categories.has(key)) {
      const column = columnOf(first);
      const names =
        first && across && column ? keyNames(across, row, first, column, document, dates) : blank(view);
      const period =
        across?.kind === 'period' && first?.level !== 'fiscalMonth' ? (across.values[row] ?? -1) : -1;
      categories.set(key, { category: { key, ...names }, period });
    }
    let series = groups.get(group);
    if (!series) {
      const column = columnOf(second);
      const name =
        second && along && column ? keyNames(along, row, second, column, document, dates).name : view.title;
      series = {
        name,
        points: new Map(),
        seen: groups.size,
        last: along?.kind === 'period' ? (along.values[row] ?? -1) : -1,
      };
      groups.set(group, series);
    }
    series.points.set(key, {
      value: known(data.value.values[row]),
      flags: data.flags[row] ?? 0,
      inside: inside ? inside(key, group) : true,
    });
    if (data.overlay) overlay.set(key, known(data.overlay.values[row]));
  }

  const time = [...categories.values()].every(({ period }) => period >= 0) && categories.size > 0;
  const ordered = view.query.sort === 'natural' && time;
  const axis = ordered ? withGaps([...categories.values()], document, dates) : [...categories.values()];
  const race = first?.level === 'fiscalMonth' && second?.level === 'fiscalYear';
  const column = columnOf(second);
  const series: Series[] = [...groups.entries()].map(([key, { name, points, seen }]) => ({
    key,
    name,
    points: axis.map(
      ({ category }) =>
        points.get(category.key) ?? {
          value: null,
          flags: 0,
          inside: inside ? inside(category.key, key) : true,
        },
    ),
    colour: column ? categoryColour(document, column, key, seen) : 1,
  }));
  const drawn = race ? withTones(series) : series;
  // A rank among rows that were filtered by size or by name would not be one.
  const ranked =
    view.query.sort === 'largest' &&
    view.query.where.every((filter) => filter.column !== first?.column && 'oneOf' in filter);
  const signed = view.query.as === 'yearOnYear' || measure?.format?.signed === true;
  const decimals = data.fraction ? 1 : (measure?.format?.decimals ?? 1);
  const brush = brushOf(drawn, ordered);
  return {
    title: view.title,
    categories: axis.map(({ category, period }, index) => ({
      ...category,
      ...(ordered && opening(period, index, axis, document)),
      ...(ranked && { rank: index + 1 }),
    })),
    time: ordered,
    series: drawn,
    ...(data.overlay &&
      view.query.overlay && {
        overlay: {
          name: CALCULATION_NAMES[view.query.overlay],
          values: axis.map(({ category }) => overlay.get(category.key) ?? null),
        },
      }),
    unit: data.unit,
    fraction: data.fraction,
    signed,
    decimals,
    events: ordered ? placed(options.events ?? [], axis, document) : [],
    ...(brush && { brush }),
    format: (value, digits = decimals) =>
      data.fraction
        ? formatPercent(value, digits, signed, numbers)
        : formatNumber(value, {
            decimals: digits,
            signed,
            style: measure?.format?.numbers ?? numbers,
            thousands: measure?.format?.thousands ?? true,
            negative: measure?.format?.negative,
          }),
  };
}

/** Words for the calculations, as a line's name. */
export const CALCULATION_NAMES: Readonly<Record<Calculation, string>> = {
  none: 'Value',
  yearOnYear: 'Year on year',
  fiscalYearToDate: 'Fiscal year to date',
  shareOfTotal: 'Share of total',
  trailing12Sum: 'Last 12 months',
  trailing12Average: '12-month average',
};

function blank(view: View): { name: string; short: string } {
  return { name: view.title, short: view.title };
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

type Placed = { category: Category; period: PeriodCode };

/** Months that are missing keep their place on the axis. Spans that overlap (July to March beside July to June) are left as they are. */
function withGaps(axis: Placed[], document: Document, dates: Settings['dates']): Placed[] {
  const sorted = [...axis].sort((a, b) => a.period - b.period);
  const months = spanOf(sorted[0]?.period ?? 0).months;
  if (months === 0 || sorted.some(({ period }) => spanOf(period).months !== months)) return axis;
  const filled: Placed[] = [];
  for (const item of sorted) {
    const before = filled.at(-1);
    if (before) {
      const missing = (spanOf(item.period).start - spanOf(before.period).start) / months - 1;
      if (!Number.isInteger(missing) || missing > LONGEST_FILL) return sorted;
      for (let step = 1; step <= missing; step++) {
        const period = shiftPeriod(before.period, months * step);
        const vector = { kind: 'period', values: Int32Array.of(period) } as const;
        const key: Key = { column: '' };
        filled.push({
          period,
          category: {
            key: keyText(vector, 0, key),
            ...keyNames(vector, 0, key, NO_COLUMN, document, dates),
          },
        });
      }
    }
    filled.push(item);
  }
  return filled;
}

const NO_COLUMN: Column = { id: 'none', name: '', type: 'period', role: 'time' };

/** A fiscal year begins with its first month; a first year that is cut counts where half of it is there. */
function opening(
  period: PeriodCode,
  index: number,
  axis: readonly Placed[],
  document: Document,
): { opens: string } | undefined {
  const { start, months } = spanOf(period);
  if (months > 3) return undefined;
  const month = fiscalMonthOf(start, document.fiscalYearStart);
  const before = axis[index - 1];
  const opens = month <= months || (index === 0 && month <= 7);
  if (!opens || (before && lastMonth(before.period) >= start)) return undefined;
  return { opens: fiscalYearName(start, document) };
}

/** Fiscal years from old to new; the newest is the point, the one before it the comparison, the others context. */
function withTones(series: readonly Series[]): Series[] {
  const byYear = [...series].sort((a, b) => (periodOfText(a.key) ?? 0) - (periodOfText(b.key) ?? 0));
  return byYear.map((item, index) => ({
    ...item,
    tone: index === byYear.length - 1 ? 'current' : index === byYear.length - 2 ? 'last' : 'context',
  }));
}

function brushOf(series: readonly Series[], ordered: boolean): { from: number; to: number } | undefined {
  const points = series[0]?.points ?? [];
  if (!ordered || points.every(({ inside }) => inside)) return undefined;
  const from = points.findIndex(({ inside }) => inside);
  const to = points.findLastIndex(({ inside }) => inside);
  return from === -1 ? undefined : { from, to };
}

/** Notes at the mark that holds their first month. */
function placed(
  events: readonly EventNote[],
  axis: readonly Placed[],
  document: Document,
): ChartData['events'] {
  return events.flatMap(({ period, text }) => {
    const { start } = spanOf(period);
    const at = axis.findIndex((item) => {
      const span = spanOf(item.period);
      return span.start <= start && start < span.start + span.months;
    });
    if (at === -1) return [];
    return [{ at, date: formatPeriod(period, { fiscalYearStart: document.fiscalYearStart }), text }];
  });
}
