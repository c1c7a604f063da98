import type { NativeChart } from '../../../shared/charts/chart.ts';

/** One drawn series and the column of the embedded sheet that it reads. */
export interface SheetSeries {
  readonly role: 'series' | 'total' | 'overlay';
  /** Stable within the chart. */
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** The sheet behind a chart, and behind its caches: categories in column A, one column a series, names in the first row. */
export interface ChartSheet {
  /** Dates as Excel serial days where the categories are dates. */
  readonly categories: { readonly kind: 'text'; readonly values: readonly string[] } | DateCategories;
  readonly series: readonly SheetSeries[];
}

export interface DateCategories {
  readonly kind: 'date';
  readonly values: readonly number[];
  readonly format: string;
  /** The same, as short as an axis wants it: the months of one year need no year. */
  readonly axisFormat: string;
  readonly unit: 'days' | 'months' | 'years';
  /** Every step is one unit: columns stand side by side. Else dates are spread by time, or printed as a list. */
  readonly even: boolean;
}

export const SHEET = 'Data';

export function chartSheet(chart: NativeChart): ChartSheet {
  const length = chart.categories.values.length;
  const filled = (values: readonly (number | null)[]) =>
    Array.from({ length }, (_, index) => {
      const value = values[index];
      return value !== undefined && value !== null && Number.isFinite(value) ? value : null;
    });
  const series: SheetSeries[] = chart.series.map((item) => ({
    role: 'series',
    key: item.key,
    name: item.name,
    values: filled(item.values),
  }));
  if (chart.totals && chart.grouping === 'stacked') {
    series.push({
      role: 'total',
      key: '',
      name: 'Total',
      values: totalsOf(
        series.map(({ values }) => values),
        length,
      ),
    });
  }
  // Lines cannot lie over horizontal bars.
  if (chart.overlay && chart.direction === 'col') {
    series.push({ role: 'overlay', key: '', name: chart.overlay.name, values: filled(chart.overlay.values) });
  }
  const { kind, values } = chart.categories;
  const dates = kind === 'date' ? dateCategories(values) : null;
  return { categories: dates ?? { kind: 'text', values }, series };
}

/** Sums of what is there; a category without any value has no total. */
function totalsOf(columns: readonly (readonly (number | null)[])[], length: number): (number | null)[] {
  return Array.from({ length }, (_, index) => {
    const present = columns.map((values) => values[index] ?? null).filter((value) => value !== null);
    return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0);
  });
}

/** "2025", "2025-03" or "2025-03-09" as serial days; null where a text is none of these: then they stay texts. */
function dateCategories(texts: readonly string[]): DateCategories | null {
  const parts = texts.map((text) => /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text));
  const dates: Date[] = [];
  for (const part of parts) {
    if (!part) return null;
    dates.push(new Date(Date.UTC(Number(part[1]), Number(part[2] ?? 1) - 1, Number(part[3] ?? 1))));
  }
  const months = dates.map((date) => date.getUTCFullYear() * 12 + date.getUTCMonth());
  const steps = months.slice(1).map((month, index) => month - (months[index] ?? month));
  const firsts = dates.every((date) => date.getUTCDate() === 1);
  const yearly = firsts && steps.length > 0 && steps.every((step) => step % 12 === 0);
  const unit = yearly ? 'years' : firsts ? 'months' : 'days';
  const even = unit !== 'days' && steps.every((step) => step === (yearly ? 12 : 1));
  const format = unit === 'years' ? 'yyyy' : unit === 'months' ? 'mmm yyyy' : 'd mmm yyyy';
  return {
    kind: 'date',
    // Serial day 25569 is 1 January 1970.
    values: dates.map((date) => date.getTime() / 86_400_000 + 25_569),
    format,
    axisFormat: unit === 'months' && even ? (texts.length <= 12 ? 'mmm' : 'mmm yy') : format,
    unit,
    even,
  };
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
