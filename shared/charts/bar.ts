import type { BarSeriesOption, EChartsOption } from 'echarts';
import type { ChartOptions } from '../model/view.ts';
import { type ChartData, type ChartTheme, defineChart, type Series } from './chart.ts';
import { describeChart } from './describe.ts';
import { frame } from './drawing/axes.ts';
import { inkOn } from './drawing/inkOn.ts';
import { itemStyle, markStyle } from './drawing/markStyle.ts';
import { levelOf, type Plot, pitchOf, placeOf } from './drawing/plot.ts';
import { seriesColour } from './drawing/seriesColour.ts';
import { lineShape, type Shape, shapesSeries, textShape } from './drawing/shapes.ts';
import { legendRow } from './drawing/sideLabels.ts';
import { percentOf, sharesOf, stackEnds, totalsOf } from './drawing/stack.ts';
import { fitText, textWidth } from './drawing/textWidth.ts';
import { nativeBars } from './native.ts';

/** Horizontal bars with names, and ranks where there are such, at the left and values at the ends. Reads stacking, labels, highlight, min and max. */
export const bar = defineChart({
  kind: 'bar',
  plot: (options, data, theme) => {
    const shown = fitting(options, data, theme);
    return layout(options, shown, theme, shown.categories.length < data.categories.length);
  },
  describe: describeChart,
  toPptx: (options, data, theme) => nativeBars('bar', options, data, theme),
  toECharts(options, given, theme): EChartsOption {
    const data = fitting(options, given, theme);
    const hidden = given.categories.length - data.categories.length;
    const plot = layout(options, data, theme, hidden > 0);
    const stacked = isStacked(options, data);
    const series: BarSeriesOption[] = data.series.map((item) => ({
      id: `bars-${item.key}`,
      name: item.name,
      type: 'bar',
      barCategoryGap: '26%',
      barMaxWidth: 28,
      silent: true,
      ...(stacked && { stack: 'all' }),
      data: item.points.map((point, index) => {
        const style = markStyle(point, colourOf(item, index, data, options, theme), theme);
        return {
          value: point.value ?? '-',
          itemStyle: {
            ...itemStyle(style),
            ...(stacked && !style.outline && { borderColor: theme.token('paper'), borderWidth: 0.75 }),
          },
        };
      }),
    }));
    const zero = levelOf(plot, Math.min(Math.max(0, plot.scale.min), plot.scale.max));
    const front: Shape[] = [
      lineShape(theme.token('chart-zero'), [zero, plot.top], [zero, plot.top + plot.height]),
      ...nameLabels(plot, options, data, theme),
      ...valueLabels(plot, options, data, theme),
      ...(stacked ? shares(plot, options, data, theme) : []),
      ...(data.series.length > 1 ? legendRow(legend(options, data, theme), plot.left, theme) : []),
      ...(hidden > 0
        ? [
            textShape(theme, `and ${hidden} more`, plot.left, theme.height - 2, {
              fill: theme.token('ink-3'),
              baseline: 'bottom',
            }),
          ]
        : []),
    ];
    return { ...frame(plot, data, theme), series: [...series, shapesSeries('furniture', front, 6)] };
  },
});

function isStacked(options: ChartOptions, data: ChartData): boolean {
  return options.stacking !== 'none' && data.series.length > 1;
}

/** As many bars as can be read: one needs a line of text and a little air. The rest is counted under the last. */
function fitting(options: ChartOptions, given: ChartData, theme: ChartTheme): ChartData {
  const data = options.stacking === 'hundred' && given.series.length > 1 ? sharesOf(given) : given;
  const lanes = data.series.length > 1 && !isStacked(options, data) ? data.series.length : 1;
  const line = Math.max(theme.fontSize + 2, lanes * 6 + 4);
  const room = theme.height - (data.series.length > 1 ? 22 : 4);
  if (data.categories.length * line <= room) return data;
  const count = Math.max(Math.floor((room - theme.fontSize - 6) / line), 1);
  return {
    ...data,
    categories: data.categories.slice(0, count),
    series: data.series.map((series) => ({ ...series, points: series.points.slice(0, count) })),
  };
}

function layout(options: ChartOptions, data: ChartData, theme: ChartTheme, cut: boolean): Plot {
  const stacked = isStacked(options, data);
  const values = stacked
    ? stackEnds(data)
    : data.series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const least = options.min ?? Math.min(0, ...values);
  const most = options.max ?? Math.max(0, ...values);
  const scale = { min: least, max: most > least ? most : least + 1, interval: (most - least || 1) / 4 };
  const ends =
    options.labels === 'none'
      ? []
      : values.map((value) => textWidth(endText(data, value), theme.fontSize, true));
  const right = Math.ceil(Math.max(8, ...ends)) + 8;
  const left = rankRoom(data, theme) + nameRoom(data, theme) + 10 + (least < 0 ? right : 0);
  const top = data.series.length > 1 ? 20 : 2;
  return {
    left,
    top,
    width: Math.max(theme.width - left - right, 10),
    height: Math.max(theme.height - top - 4 - (cut ? theme.fontSize + 4 : 0), 10),
    across: 'y',
    band: true,
    count: data.categories.length,
    scale,
  };
}

function rankRoom(data: ChartData, theme: ChartTheme): number {
  return data.categories.some(({ rank }) => rank !== undefined) ? theme.fontSize * 2 : 0;
}

function nameRoom(data: ChartData, theme: ChartTheme): number {
  const widest = Math.max(0, ...data.categories.map(({ name }) => textWidth(name, theme.fontSize, true)));
  return Math.ceil(Math.min(widest, theme.width * 0.36));
}

function colourOf(
  series: Series,
  index: number,
  data: ChartData,
  options: ChartOptions,
  theme: ChartTheme,
): string {
  if (data.series.length > 1) return seriesColour(series, data, options, theme);
  const named = data.categories.some(({ key }) => key === options.highlight);
  return theme.token(!named || data.categories[index]?.key === options.highlight ? 'mark' : 'mark-muted');
}

/** Rank and name at the left, in the weight of the mark. */
function nameLabels(plot: Plot, options: ChartOptions, data: ChartData, theme: ChartTheme): Shape[] {
  const ranks = rankRoom(data, theme);
  const room = nameRoom(data, theme);
  return data.categories.flatMap(({ key, name, rank }, index) => {
    const y = placeOf(plot, index);
    const strong = key === options.highlight;
    return [
      ...(rank !== undefined
        ? [textShape(theme, String(rank), 0, y, { fill: theme.token(strong ? 'ink' : 'ink-3'), strong })]
        : []),
      textShape(theme, fitText(name, theme.fontSize, room), ranks, y, {
        fill: theme.token(strong ? 'ink' : 'ink-2'),
        strong,
      }),
    ];
  });
}

/** The value at the end of a bar, or the total at the end of a stack. */
function valueLabels(plot: Plot, options: ChartOptions, data: ChartData, theme: ChartTheme): Shape[] {
  if (options.labels === 'none' || options.stacking === 'hundred') return [];
  const stacked = isStacked(options, data);
  const lanes = stacked ? 1 : data.series.length;
  const lane = (pitchOf(plot) * 0.74) / lanes;
  if (lane < theme.fontSize - 1 && lanes > 1) return [];
  const sums = totalsOf(data);
  return (stacked ? [data.series[0]] : data.series).flatMap((series, at) =>
    data.categories.flatMap(({ key }, index) => {
      const value = stacked ? (sums[index] ?? null) : (series?.points[index]?.value ?? null);
      const y = placeOf(plot, index) + (at - (lanes - 1) / 2) * lane;
      const strong = key === options.highlight;
      if (value === null)
        return [
          lineShape(theme.token('mark-muted-line'), [plot.left + 2, y], [plot.left + 16, y], {
            lineDash: [2, 2],
          }),
        ];
      const right = value >= 0;
      return [
        textShape(theme, endText(data, value), levelOf(plot, value) + (right ? 5 : -5), y, {
          fill: theme.token(strong ? 'ink' : 'ink-2'),
          strong,
          align: right ? 'left' : 'right',
        }),
      ];
    }),
  );
}

function shares(plot: Plot, options: ChartOptions, data: ChartData, theme: ChartTheme): Shape[] {
  if (options.labels === 'none' || pitchOf(plot) < theme.fontSize + 3) return [];
  const sums = totalsOf(data);
  return data.categories.flatMap((_, index) => {
    let sum = 0;
    return data.series.flatMap((series) => {
      const point = series.points[index];
      const total = sums[index] ?? null;
      if (!point || point.value === null || point.value <= 0 || total === null || total <= 0) return [];
      const [from, to] = [levelOf(plot, sum), levelOf(plot, sum + point.value)];
      sum += point.value;
      const text = percentOf(data, point.value / total);
      if (to - from < textWidth(text, theme.fontSize) + 4) return [];
      const fill = markStyle(point, seriesColour(series, data, options, theme), theme).fill;
      return [
        textShape(theme, text, (from + to) / 2, placeOf(plot, index) + 0.5, {
          fill: inkOn(fill),
          align: 'center',
        }),
      ];
    });
  });
}

function legend(options: ChartOptions, data: ChartData, theme: ChartTheme) {
  return data.series.map((series) => ({
    text: series.name,
    at: 0,
    fill: theme.token('ink-2'),
    swatch: seriesColour(series, data, options, theme),
  }));
}

/** Beside a figure in thousands tenths say nothing. */
function endText(data: ChartData, value: number): string {
  const large =
    !data.fraction &&
    data.series.some(({ points }) => points.some((point) => Math.abs(point.value ?? 0) >= 1000));
  return large ? data.format(value, 0) : data.format(value);
}
