import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartOptions } from '../model/view.ts';
import { type ChartData, type ChartTheme, defineChart } from './chart.ts';
import { describeChart } from './describe.ts';
import { categoryLabels, frame, tickRoom, valueLabels } from './drawing/axes.ts';
import { eventLeaders } from './drawing/eventLeaders.ts';
import { inkOn } from './drawing/inkOn.ts';
import { overlayLine } from './drawing/overlay.ts';
import { levelOf, type Plot, placeOf } from './drawing/plot.ts';
import { highestOf, lastOf } from './drawing/printed.ts';
import { niceScale } from './drawing/scale.ts';
import { seriesColour } from './drawing/seriesColour.ts';
import { dotShape, type Shape, shapesSeries, textShape } from './drawing/shapes.ts';
import { legendRow, type SideLabel, sideLabels, sideRoom } from './drawing/sideLabels.ts';
import { percentOf, sharesOf, stackEnds, totalsOf } from './drawing/stack.ts';
import { nativeLines } from './native.ts';

/** A filled line; several are stacked, as areas that hide one another cannot be compared. Reads stacking (hundred), labels, min, max and events. */
export const area = defineChart({
  kind: 'area',
  plot: (options, data, theme) => layout(options, drawn(options, data), theme).plot,
  describe: describeChart,
  toPptx: (options, data, theme) => nativeLines('area', options, data, theme),
  toECharts(options, given, theme): EChartsOption {
    const data = drawn(options, given);
    const { plot, legend } = layout(options, data, theme);
    const labels = sides(options, data, theme, plot);
    const front: Shape[] = [
      ...valueLabels(plot, data, theme),
      ...categoryLabels(plot, data, theme),
      ...eventLeaders(plot, data, theme, totalsOf(data)),
      ...ends(plot, options, data, theme),
      ...(legend
        ? legendRow(labels, plot.left, theme)
        : sideLabels(labels, plot.left + plot.width + 8, theme)),
    ];
    return {
      ...frame(plot, data, theme),
      series: [
        ...areas(options, data, theme),
        ...overlayLine(data, theme),
        shapesSeries('furniture', front, 6),
      ],
    };
  },
});

function drawn(options: ChartOptions, data: ChartData): ChartData {
  return options.stacking === 'hundred' && data.series.length > 1 ? sharesOf(data) : data;
}

function layout(options: ChartOptions, data: ChartData, theme: ChartTheme): { plot: Plot; legend: boolean } {
  const hundred = options.stacking === 'hundred' && data.series.length > 1;
  const scale = hundred
    ? { min: 0, max: 1, interval: 0.25 }
    : niceScale([...stackEnds(data), ...(data.overlay?.values ?? [])], {
        zero: true,
        min: options.min,
        max: options.max,
      });
  const room = sideRoom(sides(options, data, theme), theme);
  const left = tickRoom(scale, data, theme);
  const top = room === null ? 26 : 12;
  return {
    legend: room === null,
    plot: {
      left,
      top,
      width: Math.max(theme.width - left - (room ?? 12), 10),
      height: Math.max(theme.height - top - theme.fontSize - 9 - (theme.below ?? 0), 10),
      across: 'x',
      band: false,
      count: data.categories.length,
      scale,
    },
  };
}

/** One area: fill light, edge in its colour; outside the selection grey. Stacked: solid colours with hairlines of paper between. */
function areas(options: ChartOptions, data: ChartData, theme: ChartTheme): LineSeriesOption[] {
  const single = data.series.length === 1;
  return data.series.flatMap((series) => {
    const colour = seriesColour(series, data, options, theme);
    const brushed = single && series.points.some(({ inside }) => !inside);
    const part = (
      id: string,
      keep: (inside: boolean) => boolean,
      edge: string,
      fill: string,
      z: number,
    ): LineSeriesOption => ({
      id: `${id}-${series.key}`,
      name: series.name,
      type: 'line',
      ...(!single && { stack: 'all', stackStrategy: 'all' as const }),
      data: series.points.map(({ value, inside }) =>
        value === null || !keep(inside) ? (single ? '-' : 0) : value,
      ),
      showSymbol: false,
      silent: true,
      z,
      lineStyle: { color: single ? edge : theme.token('paper'), width: single ? 2 : 0.75 },
      areaStyle: { color: fill, opacity: 1 },
    });
    if (!single) return [part('area', () => true, colour, colour, 2)];
    return [
      part(
        'area',
        () => true,
        theme.token(brushed ? 'mark-muted-line' : 'mark'),
        theme.token(brushed ? 'mark-missing' : 'mark-provisional-fill'),
        2,
      ),
      ...(brushed
        ? [part('inside', (inside) => inside, colour, theme.token('mark-provisional-fill'), 3)]
        : []),
    ];
  });
}

/** Names at the right, at the middle of each area's end. */
function sides(options: ChartOptions, data: ChartData, theme: ChartTheme, plot?: Plot): SideLabel[] {
  const overlayEnd = data.overlay?.values.findLast((value) => value !== null);
  const overlay: SideLabel[] =
    data.overlay && overlayEnd != null
      ? [
          {
            text: data.overlay.name,
            value: data.format(overlayEnd),
            at: plot ? levelOf(plot, overlayEnd) : 0,
            fill: theme.token('ink'),
          },
        ]
      : [];
  if (data.series.length === 1) {
    const last = data.series[0] ? lastOf(data.series[0]) : null;
    const value = last === null ? null : (data.series[0]?.points[last]?.value ?? null);
    if (value === null || last === null) return overlay;
    return [
      {
        text: data.categories[last]?.name ?? '',
        value: data.format(value),
        at: plot ? levelOf(plot, value) : 0,
        fill: theme.token('ink'),
        strong: true,
      },
      ...overlay,
    ];
  }
  const at = data.categories.length - 1;
  const total = totalsOf(data)[at] ?? null;
  let sum = 0;
  return [
    ...data.series.map((series): SideLabel => {
      const value = series.points[at]?.value ?? 0;
      const middle = sum + value / 2;
      sum += value;
      return {
        text: series.name,
        ...(total !== null && total > 0 && { value: percentOf(data, value / total) }),
        at: plot ? levelOf(plot, middle) : 0,
        fill: theme.token('ink-2'),
        swatch: seriesColour(series, data, options, theme),
      };
    }),
    ...overlay,
  ];
}

/** The end and the highest point of a single area, lone points included. */
function ends(plot: Plot, options: ChartOptions, data: ChartData, theme: ChartTheme): Shape[] {
  const series = data.series[0];
  if (!series || data.series.length > 1) return [];
  const last = lastOf(series);
  const highest = highestOf(series);
  return series.points.flatMap(({ value, inside }, index) => {
    if (value === null) return [];
    const lone = series.points[index - 1]?.value == null && series.points[index + 1]?.value == null;
    const [x, y] = [placeOf(plot, index), levelOf(plot, value)];
    const shade = theme.token(inside ? 'mark' : 'mark-muted-line');
    const dot = index === last || lone ? [dotShape(x, y, 3.5, shade, theme.token('paper'))] : [];
    if (index !== highest || index === last || options.labels === 'none') return dot;
    const label = textShape(theme, data.format(value), x, y - 5, {
      fill: inkOn(theme.token('paper')) === '#FFFFFF' ? '#FFFFFF' : theme.token('chart-label'),
      strong: true,
      align: 'center',
      baseline: 'bottom',
      halo: true,
    });
    return [...dot, label];
  });
}
