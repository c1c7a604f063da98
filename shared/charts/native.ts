import type { ChartOptions } from '../model/view.ts';
import type { ChartData, ChartTheme, NativeChart, NativeSeries, Series } from './chart.ts';
import { markStyle } from './drawing/markStyle.ts';
import { printedMarks } from './drawing/printed.ts';
import { niceScale } from './drawing/scale.ts';
import { seriesColour } from './drawing/seriesColour.ts';
import { sixDigits } from './drawing/sixDigits.ts';
import { stackEnds } from './drawing/stack.ts';

/** Columns and bars for PowerPoint: the same colours, labels and ends of the axis as on the screen. */
export function nativeBars(
  direction: 'col' | 'bar',
  options: ChartOptions,
  data: ChartData,
  theme: ChartTheme,
): NativeChart {
  const several = data.series.length > 1;
  const stacked = several && options.stacking !== 'none';
  const ends = stacked
    ? stackEnds(data)
    : data.series.flatMap(({ points }) => points.map(({ value }) => value));
  return {
    ...common(options, data, theme),
    type: 'bar',
    direction,
    grouping: !stacked ? 'clustered' : options.stacking === 'hundred' ? 'percentStacked' : 'stacked',
    series: data.series.map((series) => native(series, options, data, theme, true)),
    totals: stacked && options.stacking === 'stacked' && options.labels !== 'none',
    ...(options.stacking === 'hundred' && stacked ? { min: 0, max: 1 } : endsOf(ends, true, options, data)),
  };
}

/** Lines and areas for PowerPoint. Several areas are stacked, as on the screen. */
export function nativeLines(
  type: 'line' | 'area',
  options: ChartOptions,
  data: ChartData,
  theme: ChartTheme,
): NativeChart {
  const stacked = type === 'area' && data.series.length > 1;
  const values = stacked
    ? stackEnds(data)
    : data.series.flatMap(({ points }) => points.map(({ value }) => value));
  const hundred = stacked && options.stacking === 'hundred';
  return {
    ...common(options, data, theme),
    type,
    direction: 'col',
    grouping: hundred ? 'percentStacked' : stacked ? 'stacked' : 'standard',
    series: data.series.map((series) => native(series, options, data, theme, false)),
    totals: false,
    ...(hundred ? { min: 0, max: 1 } : endsOf(values, type === 'area', options, data)),
  };
}

function common(_options: ChartOptions, data: ChartData, theme: ChartTheme) {
  return {
    categories: { kind: 'text' as const, values: data.categories.map(({ name }) => name) },
    ...(data.overlay && { overlay: { ...data.overlay, colour: sixDigits(theme.token('mark-average')) } }),
    format: numberFormat(data),
    legend: data.series.length > 1,
  };
}

function endsOf(
  values: readonly (number | null)[],
  always: boolean,
  options: ChartOptions,
  data: ChartData,
): { min: number; max: number } {
  const all = [...values, ...(data.overlay?.values ?? [])];
  const known = all.filter((value) => value !== null);
  const zero = always || known.length === 0 || Math.min(...known) <= Math.max(...known) * 0.6;
  const { min, max } = niceScale(all, { zero, min: options.min, max: options.max });
  return { min, max };
}

/** The Excel number format of the labels. From a hundred up a decimal is noise on a slide; the workbook keeps every digit. */
function numberFormat({ fraction, signed, decimals: own, series }: ChartData): string {
  const large = series.every(({ points }) =>
    points.every(({ value }) => value === null || Math.abs(value) >= 100),
  );
  const decimals = !fraction && large ? 0 : own;
  const digits = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  const plain = fraction ? `0${digits}%` : `#,##0${digits}`;
  return signed ? `+${plain};−${plain};${plain}` : plain;
}

function native(
  series: Series,
  options: ChartOptions,
  data: ChartData,
  theme: ChartTheme,
  filled: boolean,
): NativeSeries {
  const alone = data.series.length === 1;
  const colour = seriesColour(series, data, options, theme);
  const highlighted = alone && data.categories.some(({ key }) => key === options.highlight);
  const points = !filled
    ? []
    : series.points.flatMap((point, index) => {
        const own =
          highlighted && data.categories[index]?.key !== options.highlight
            ? theme.token('mark-muted')
            : colour;
        const style = markStyle(point, own, theme);
        if (style.fill === colour && !style.outline) return [];
        return [
          {
            index,
            fill: sixDigits(style.fill),
            ...(style.outline && { outline: sixDigits(style.outline) }),
            ...(style.dashed && { dashed: true }),
          },
        ];
      });
  const known = series.points.filter(({ value }) => value !== null).length;
  const marks = printedMarks(options, data, series);
  return {
    key: series.key,
    name: alone ? series.name || data.title : series.name,
    values: series.points.map(({ value }) => value),
    colour: sixDigits(colour),
    points,
    labels: marks.length === 0 ? 'none' : marks.length === known ? 'all' : marks,
    ...(!filled && {
      width: series.tone === 'current' || series.key === options.highlight ? 2.5 : series.tone ? 1.5 : 2,
    }),
  };
}
