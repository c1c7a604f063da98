import type { BarSeriesOption, EChartsOption } from 'echarts';
import type { ChartOptions } from '../model/view.ts';
import { type ChartData, type ChartTheme, defineChart, type Series } from './chart.ts';
import { describeChart } from './describe.ts';
import { categoryLabels, frame, tickRoom, valueLabels } from './drawing/axes.ts';
import { eventLeaders } from './drawing/eventLeaders.ts';
import { inkOn } from './drawing/inkOn.ts';
import { itemStyle, markStyle } from './drawing/markStyle.ts';
import { overlayLabels, overlayLine } from './drawing/overlay.ts';
import { levelOf, type Plot, pitchOf, placeOf } from './drawing/plot.ts';
import { highestOf, lastOf, printedMarks, selectedMarks } from './drawing/printed.ts';
import { niceScale } from './drawing/scale.ts';
import { seriesColour } from './drawing/seriesColour.ts';
import { lineShape, type Shape, shapesSeries, textShape } from './drawing/shapes.ts';
import { legendRow, type SideLabel, sideLabels, sideRoom } from './drawing/sideLabels.ts';
import { percentOf, sharesOf, stackEnds, totalsOf } from './drawing/stack.ts';
import { textWidth } from './drawing/textWidth.ts';
import { nativeBars } from './native.ts';

/** Vertical bars over periods or categories: alone, side by side, stacked, or stacked to 100 %. Reads every option but `compare`. */
export const column = defineChart({
  kind: 'column',
  plot: (options, data, theme) => layout(options, drawn(options, data), theme).plot,
  describe: describeChart,
  toPptx: (options, data, theme) => nativeBars('col', options, data, theme),
  toECharts(options, given, theme): EChartsOption {
    const data = drawn(options, given);
    const { plot, legend, beside } = layout(options, data, theme);
    const stacked = isStacked(options, data);
    const series: BarSeriesOption[] = data.series.map((item) => ({
      id: `bars-${item.key}`,
      name: item.name,
      type: 'bar',
      ...((stacked || data.series.length === 1) && { barWidth: barWidth(plot, data) }),
      barCategoryGap: '24%',
      barGap: '8%',
      barMinWidth: 1,
      cursor: 'pointer',
      silent: true,
      ...(stacked && { stack: 'all' }),
      data: item.points.map((point, index) => {
        const colour = colourOf(item, index, data, options, theme);
        const style = markStyle(point, colour, theme);
        return {
          value: point.value ?? '-',
          itemStyle: {
            ...itemStyle(style),
            // An outline that says "derived" stays; plain blocks are parted by paper.
            ...(stacked && !style.outline && { borderColor: theme.token('paper'), borderWidth: 0.75 }),
          },
        };
      }),
    }));
    const tops = stacked ? totalsOf(data) : data.categories.map((_, index) => highestAt(data, index));
    const front: Shape[] = [
      ...valueLabels(plot, data, theme),
      ...categoryLabels(plot, data, theme),
      ...missingMarks(plot, data, theme),
      ...eventLeaders(plot, data, theme, tops),
      ...(stacked ? blockLabels(plot, options, data, theme) : []),
      ...(stacked ? totals(plot, options, data, theme) : columnLabels(plot, options, data, theme, beside)),
      ...(legend
        ? legendRow(names(options, data, theme, plot), plot.left, theme)
        : data.series.length > 1
          ? sideLabels(names(options, data, theme, plot), plot.left + plot.width + 8, theme)
          : []),
      ...(beside ? overlayLabels(plot, data, theme) : []),
    ];
    return {
      ...frame(plot, data, theme),
      series: [...series, ...overlayLine(data, theme), shapesSeries('furniture', front, 6)],
    };
  },
});

function isStacked(options: ChartOptions, data: ChartData): boolean {
  return options.stacking !== 'none' && data.series.length > 1;
}

/** 100 % stacks draw shares. */
function drawn(options: ChartOptions, data: ChartData): ChartData {
  return options.stacking === 'hundred' && data.series.length > 1 ? sharesOf(data) : data;
}

function colourOf(
  series: Series,
  index: number,
  data: ChartData,
  options: ChartOptions,
  theme: ChartTheme,
): string {
  if (data.series.length === 1 && options.highlight !== undefined) {
    if (data.categories.some(({ key }) => key === options.highlight))
      return theme.token(data.categories[index]?.key === options.highlight ? 'mark' : 'mark-muted');
  }
  return seriesColour(series, data, options, theme);
}

function barWidth(plot: Plot, data: ChartData): string {
  const share = data.series.length > 1 ? 0.66 : plot.count <= 12 ? 0.66 : 0.74;
  return `${share * 100}%`;
}

function highestAt(data: ChartData, index: number): number | null {
  const values = data.series.flatMap(({ points }) => points[index]?.value ?? []);
  if (data.overlay?.values[index] != null) values.push(data.overlay.values[index]);
  return values.length ? Math.max(...values) : null;
}

interface Layout {
  readonly plot: Plot;
  readonly legend: boolean;
  /** The ends of the overlay and of the columns are named at the right. */
  readonly beside: boolean;
}

function layout(options: ChartOptions, data: ChartData, theme: ChartTheme): Layout {
  const stacked = isStacked(options, data);
  const hundred = options.stacking === 'hundred' && stacked;
  const values = stacked
    ? stackEnds(data)
    : data.series.flatMap(({ points }) => points.map(({ value }) => value));
  const scale = hundred
    ? { min: 0, max: 1, interval: 0.25 }
    : niceScale([...values, ...(data.overlay?.values ?? [])], {
        zero: true,
        min: options.min,
        max: options.max,
      });
  const beside = data.series.length === 1 && data.overlay !== undefined && theme.width >= 420;
  const labels = data.series.length > 1 ? names(options, data, theme) : [];
  const room = sideRoom(labels, theme);
  const left = tickRoom(scale, data, theme);
  const top = Math.max(room === null ? 22 : 0, (stacked && !hundred) || options.labels !== 'none' ? 16 : 8);
  const right = beside ? overlayRoom(data, theme) : (room ?? 8);
  const bottom = theme.fontSize + 9 + (theme.below ?? 0);
  return {
    legend: room === null,
    beside,
    plot: {
      left,
      top,
      width: Math.max(theme.width - left - right, 10),
      height: Math.max(theme.height - top - bottom, 10),
      across: 'x',
      band: true,
      count: data.categories.length,
      scale,
    },
  };
}

function overlayRoom(data: ChartData, theme: ChartTheme): number {
  const name = data.overlay?.name ?? '';
  return Math.ceil(textWidth(name, theme.fontSize)) + 18;
}

/** Names of series: beside the last full column's blocks, in the order of the marks. */
function names(options: ChartOptions, data: ChartData, theme: ChartTheme, plot?: Plot): SideLabel[] {
  const at = lastFull(data);
  let sum = 0;
  return data.series.map((series) => {
    const value = series.points[at]?.value ?? 0;
    const middle = isStacked(options, data) ? sum + value / 2 : value;
    sum += value;
    return {
      text: series.name,
      at: plot ? levelOf(plot, middle) : 0,
      fill: theme.token('ink-2'),
      swatch: seriesColour(series, data, options, theme),
    };
  });
}

function lastFull(data: ChartData): number {
  for (let index = data.categories.length - 1; index >= 0; index--)
    if (data.series.every(({ points }) => points[index]?.value != null)) return index;
  return Math.max(data.categories.length - 1, 0);
}

/** A missing figure keeps its place: a short dashed hairline, so that it is not taken for zero. */
function missingMarks(plot: Plot, data: ChartData, theme: ChartTheme): Shape[] {
  const base = levelOf(plot, Math.min(Math.max(0, plot.scale.min), plot.scale.max));
  return data.categories.flatMap((_, index) => {
    if (data.series.some(({ points }) => points[index]?.value != null)) return [];
    const x = placeOf(plot, index);
    return [lineShape(theme.token('mark-muted-line'), [x, base - 2], [x, base - 14], { lineDash: [2, 2] })];
  });
}

/** Shares of the total in the blocks that hold them. */
function blockLabels(plot: Plot, options: ChartOptions, data: ChartData, theme: ChartTheme): Shape[] {
  if (options.labels === 'none') return [];
  const sums = totalsOf(data);
  const width = pitchOf(plot) * 0.66;
  return data.categories.flatMap((_, index) => {
    let sum = 0;
    return data.series.flatMap((series) => {
      const point = series.points[index];
      const total = sums[index] ?? null;
      if (!point || point.value === null || point.value <= 0 || total === null || total <= 0) return [];
      const [from, to] = [levelOf(plot, sum), levelOf(plot, sum + point.value)];
      sum += point.value;
      const text = percentOf(data, point.value / total);
      if (from - to < theme.fontSize + 3 || textWidth(text, theme.fontSize) > width) return [];
      const fill = markStyle(point, seriesColour(series, data, options, theme), theme).fill;
      return [
        textShape(theme, text, placeOf(plot, index), (from + to) / 2 + 0.5, {
          fill: inkOn(fill),
          align: 'center',
        }),
      ];
    });
  });
}

/** Totals above stacked columns. */
function totals(plot: Plot, options: ChartOptions, data: ChartData, theme: ChartTheme): Shape[] {
  if (options.labels === 'none' || options.stacking === 'hundred') return [];
  return totalsOf(data).flatMap((total, index) => {
    if (total === null) return [];
    const text = data.format(total, total >= 1000 ? 0 : data.decimals);
    if (textWidth(text, theme.fontSize, true) > pitchOf(plot) - 2) return [];
    return [
      textShape(theme, text, placeOf(plot, index), levelOf(plot, total) - 4, {
        fill: theme.token('ink'),
        strong: true,
        align: 'center',
        baseline: 'bottom',
      }),
    ];
  });
}

/** The foot of a value over its column: over the overlay line too, where that would run through the figures. */
function clearOfOverlay(
  plot: Plot,
  data: ChartData,
  theme: ChartTheme,
  index: number,
  value: number,
): number {
  const foot = levelOf(plot, value) - 3;
  const near = [index - 1, index, index + 1].flatMap((at) => data.overlay?.values[at] ?? []);
  const lines = near.map((level) => levelOf(plot, level));
  const crosses = lines.some((y) => y < foot + 3 && y > foot - theme.fontSize - 2);
  return crosses ? Math.min(...lines) - 4 : foot;
}

/** Values over (under, where negative) columns; of those that would touch, the highest and selected win. */
function columnLabels(
  plot: Plot,
  options: ChartOptions,
  data: ChartData,
  theme: ChartTheme,
  beside: boolean,
): Shape[] {
  const lanes = data.series.length;
  const lane = (pitchOf(plot) * 0.76) / lanes;
  const taken: [number, number][] = [];
  const shapes: Shape[] = [];
  data.series.forEach((series, at) => {
    const highest = highestOf(series);
    const last = lastOf(series);
    const marks = printedMarks(options, data, series).filter((index) => !(beside && index === last));
    const rank = (index: number) =>
      index === highest ? 0 : selectedMarks(series).includes(index) ? 1 : index === last ? 2 : 3;
    // Beside a figure in thousands tenths say nothing.
    const large = !data.fraction && series.points.some(({ value }) => Math.abs(value ?? 0) >= 1000);
    const tight = marks.length > 8 || pitchOf(plot) < 44;
    const decimals = large || tight ? Math.min(data.decimals, data.fraction ? 1 : 0) : data.decimals;
    for (const index of [...marks].sort((a, b) => rank(a) - rank(b) || a - b)) {
      const value = series.points[index]?.value;
      if (value == null) continue;
      const text = data.format(value, decimals);
      const half = textWidth(text, theme.fontSize, rank(index) < 3) / 2;
      const middle = placeOf(plot, index) + (at - (lanes - 1) / 2) * lane;
      const x = Math.max(Math.min(middle, theme.width - half), half);
      if (taken.some(([from, to]) => x + half + 2 > from && x - half - 2 < to)) continue;
      taken.push([x - half, x + half]);
      const up = value >= 0;
      shapes.push(
        textShape(
          theme,
          text,
          x,
          up ? clearOfOverlay(plot, data, theme, index, value) : levelOf(plot, value) + 3,
          {
            fill: theme.token('chart-label'),
            strong: index === highest || options.highlight === data.categories[index]?.key,
            align: 'center',
            baseline: up ? 'bottom' : 'top',
            halo: true,
          },
        ),
      );
    }
  });
  return shapes;
}
