import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { ChartOptions } from '../model/view.ts';
import { FLAG } from '../views/query.ts';
import { type ChartData, type ChartTheme, defineChart, type Series } from './chart.ts';
import { describeChart } from './describe.ts';
import { categoryLabels, frame, tickRoom, valueLabels } from './drawing/axes.ts';
import { eventLeaders } from './drawing/eventLeaders.ts';
import { overlayLine } from './drawing/overlay.ts';
import { levelOf, type Plot, placeOf } from './drawing/plot.ts';
import { highestOf, lastOf, printedMarks } from './drawing/printed.ts';
import { niceScale } from './drawing/scale.ts';
import { seriesColour, seriesInk } from './drawing/seriesColour.ts';
import { dotShape, type Shape, shapesSeries, textShape } from './drawing/shapes.ts';
import { legendRow, type SideLabel, sideLabels, sideRoom } from './drawing/sideLabels.ts';
import { textWidth } from './drawing/textWidth.ts';
import { nativeLines } from './native.ts';

/** Lines over periods or categories, named at their ends. Gaps stay gaps. Reads labels, highlight, min, max and events. */
export const line = defineChart({
  kind: 'line',
  plot: (options, data, theme) => layout(options, data, theme).plot,
  describe: describeChart,
  toPptx: (options, data, theme) => nativeLines('line', options, data, theme),
  toECharts(options, data, theme): EChartsOption {
    const { plot, legend } = layout(options, data, theme);
    const tops = data.categories.map((_, index) => {
      const values = data.series.flatMap(({ points }) => points[index]?.value ?? []);
      return values.length ? Math.max(...values) : null;
    });
    const ends = endLabels(options, data, theme, plot);
    const front: Shape[] = [
      ...valueLabels(plot, data, theme),
      ...categoryLabels(plot, data, theme),
      ...eventLeaders(plot, data, theme, tops),
      ...dots(plot, options, data, theme),
      ...pointLabels(plot, options, data, theme),
      ...(legend ? legendRow(ends, plot.left, theme) : sideLabels(ends, plot.left + plot.width + 8, theme)),
    ];
    return {
      ...frame(plot, data, theme),
      series: [
        ...data.series.flatMap((series) => linesOf(series, options, data, theme)),
        ...overlayLine(data, theme),
        shapesSeries('furniture', front, 8),
      ],
    };
  },
});

interface Layout {
  readonly plot: Plot;
  readonly legend: boolean;
}

function layout(options: ChartOptions, data: ChartData, theme: ChartTheme): Layout {
  const values = data.series.flatMap(({ points }) => points.map(({ value }) => value));
  const all = [...values, ...(data.overlay?.values ?? [])];
  const known = all.filter((value) => value !== null);
  // Zero is kept where it costs little room; a line far from zero may be read without it.
  const least = Math.min(...known, Number.POSITIVE_INFINITY);
  const most = Math.max(...known, Number.NEGATIVE_INFINITY);
  const zero = known.length === 0 || least < 0 || least <= most * 0.6;
  const scale = niceScale(all, { zero, min: options.min, max: options.max });
  const room = sideRoom(endLabels(options, data, theme), theme);
  const left = tickRoom(scale, data, theme);
  const top = room === null ? 26 : 12;
  const bottom = theme.fontSize + 9 + (theme.below ?? 0);
  return {
    legend: room === null,
    plot: {
      left,
      top,
      width: Math.max(theme.width - left - (room ?? 16), 10),
      height: Math.max(theme.height - top - bottom, 10),
      across: 'x',
      band: false,
      count: data.categories.length,
      scale,
    },
  };
}

/** A name and its last value for each line that ends at the right edge; the current year of a race is named at its own end. */
function endLabels(options: ChartOptions, data: ChartData, theme: ChartTheme, plot?: Plot): SideLabel[] {
  const labels = data.series.flatMap((series): SideLabel[] => {
    const last = lastOf(series);
    const value = last === null ? null : (series.points[last]?.value ?? null);
    if (value === null || last === null || endsEarly(series, data)) return [];
    const strong = series.tone === 'last' || series.key === options.highlight || data.series.length === 1;
    const text = data.series.length === 1 ? (data.categories[last]?.name ?? '') : series.name;
    return [
      {
        text,
        value: data.format(value, endDecimals(value, data)),
        at: plot ? levelOf(plot, value) : 0,
        fill: seriesInk(series, data, options, theme),
        ...(strong && { strong }),
        ...(plainPalette(series, data, options) && { swatch: seriesColour(series, data, options, theme) }),
      },
    ];
  });
  const overlayEnd = data.overlay?.values.findLast((value) => value !== null);
  if (data.overlay && overlayEnd != null)
    labels.push({
      text: data.overlay.name,
      value: data.format(overlayEnd, endDecimals(overlayEnd, data)),
      at: plot ? levelOf(plot, overlayEnd) : 0,
      fill: theme.token('ink'),
    });
  return labels;
}

function plainPalette(series: Series, data: ChartData, options: ChartOptions): boolean {
  return data.series.length > 1 && !series.tone && options.highlight === undefined;
}

function endDecimals(value: number, data: ChartData): number {
  return !data.fraction && Math.abs(value) >= 1000 ? 0 : data.decimals;
}

function endsEarly(series: Series, data: ChartData): boolean {
  return series.tone === 'current' && (lastOf(series) ?? 0) < data.categories.length - 1;
}

function linesOf(
  series: Series,
  options: ChartOptions,
  data: ChartData,
  theme: ChartTheme,
): LineSeriesOption[] {
  const colour = seriesColour(series, data, options, theme);
  const raised = series.tone === 'current' || series.key === options.highlight;
  const width = raised ? 2.5 : series.tone || options.highlight !== undefined ? 1.5 : 2;
  const z = raised ? 6 : series.tone === 'last' ? 5 : 2;
  const base = (
    id: string,
    values: (number | null)[],
    style: LineSeriesOption['lineStyle'],
    top = z,
  ): LineSeriesOption => ({
    id: `${id}-${series.key}`,
    name: series.name,
    type: 'line',
    data: values.map((value) => value ?? '-'),
    showSymbol: false,
    silent: true,
    z: top,
    ...(style && { lineStyle: style }),
  });
  const values = series.points.map(({ value }) => value);
  // A race compares whole years: a brush over months does not break its lines.
  const brushed = !series.tone && series.points.some(({ inside }) => !inside);
  const forecast = series.points.map(({ flags }) => (flags & FLAG.forecast) !== 0);
  const target = series.points.map(({ flags }) => (flags & FLAG.target) !== 0);
  const solid = values.map((value, index) => (forecast[index] || target[index] ? null : value));
  // A dashed part begins at the last solid mark, so that the line does not break.
  const part = (marks: boolean[]) =>
    values.map((value, index) =>
      marks[index] || (marks[index + 1] && solid[index] !== null) ? value : null,
    );
  return [
    base('line', solid, {
      color: brushed ? theme.token('mark-muted-line') : colour,
      width: brushed ? 1.5 : width,
    }),
    ...(brushed
      ? [
          base(
            'inside',
            solid.map((value, index) => (series.points[index]?.inside ? value : null)),
            { color: colour, width },
            z + 1,
          ),
        ]
      : []),
    ...(forecast.includes(true)
      ? [base('forecast', part(forecast), { color: theme.token('mark-forecast'), width: 2, type: [5, 4] }, z)]
      : []),
    ...(target.includes(true)
      ? [base('target', part(target), { color: theme.token('mark-target'), width: 2, type: [5, 4] }, z)]
      : []),
  ];
}

/** Ends, lone marks that no line reaches, and marks that are less certain. */
function dots(plot: Plot, options: ChartOptions, data: ChartData, theme: ChartTheme): Shape[] {
  const current = data.series.find(({ tone }) => tone === 'current');
  const end = current ? lastOf(current) : null;
  return data.series.flatMap((series) => {
    const colour = seriesColour(series, data, options, theme);
    const last = lastOf(series);
    return series.points.flatMap(({ value, flags, inside }, index) => {
      if (value === null) return [];
      const at = (r: number, fill: string, stroke: string) =>
        dotShape(placeOf(plot, index), levelOf(plot, value), r, fill, stroke);
      const lone = series.points[index - 1]?.value == null && series.points[index + 1]?.value == null;
      const shade = inside || series.tone ? colour : theme.token('mark-muted-line');
      if (flags & FLAG.target)
        return index === last ? [at(3.5, theme.token('paper'), theme.token('mark-target'))] : [];
      if (flags & (FLAG.derived | FLAG.provisional | FLAG.incomplete) && !series.tone)
        return [at(2.5, theme.token('mark-provisional-fill'), shade)];
      if (lone) return [at(3, shade, theme.token('paper'))];
      // The year before, at the month that the current year has reached.
      if (series.tone === 'last' && index === end) return [at(2.5, colour, theme.token('paper'))];
      if (index === last && (series.tone === 'current' || data.series.length === 1))
        return [at(3.5, shade, theme.token('paper'))];
      return [];
    });
  });
}

/** Values at points: the highest, the selected or all of a single line; the end of the current year with its change on the year before. */
function pointLabels(plot: Plot, options: ChartOptions, data: ChartData, theme: ChartTheme): Shape[] {
  const race = data.series.find((series) => endsEarly(series, data));
  if (race) return raceLabel(plot, race, data, theme);
  const series = data.series[0];
  if (!series || data.series.length > 1) return [];
  const last = lastOf(series);
  const highest = highestOf(series);
  const taken: [number, number][] = [];
  return printedMarks(options, data, series)
    .filter((index) => index !== last || data.categories.length === 1)
    .sort((a, b) => Number(b === highest) - Number(a === highest) || a - b)
    .flatMap((index) => {
      const value = series.points[index]?.value;
      if (value == null) return [];
      const text = data.format(value);
      const half = textWidth(text, theme.fontSize, true) / 2;
      const x = placeOf(plot, index);
      if (taken.some(([from, to]) => x + half + 3 > from && x - half - 3 < to)) return [];
      taken.push([x - half, x + half]);
      return [
        textShape(theme, text, x, levelOf(plot, value) - 6, {
          fill: theme.token('chart-label'),
          strong: index === highest,
          align: 'center',
          baseline: 'bottom',
          halo: true,
        }),
      ];
    });
}

function raceLabel(plot: Plot, series: Series, data: ChartData, theme: ChartTheme): Shape[] {
  const index = lastOf(series);
  const value = index === null ? null : (series.points[index]?.value ?? null);
  if (index === null || value === null) return [];
  const before = data.series.find(({ tone }) => tone === 'last')?.points[index]?.value ?? null;
  const change = before !== null && before > 0 && !data.fraction ? (value / before - 1) * 100 : null;
  const sign = change !== null && change > 0 ? '+' : '';
  const words = [
    `${data.format(value, endDecimals(value, data))} to ${data.categories[index]?.short ?? ''}`,
    ...(change === null ? [] : [`${sign}${data.format(change, 1)}%`]),
  ].join(', ');
  const [x, y] = [placeOf(plot, index), levelOf(plot, value)];
  const left = x - 8 - textWidth(words, theme.fontSize) >= plot.left;
  const [at, align] = left ? ([x - 8, 'right'] as const) : ([x + 8, 'left'] as const);
  const top = Math.max(y - theme.fontSize - 3, theme.fontSize / 2 + 1);
  return [
    textShape(theme, series.name, at, top, {
      fill: theme.token('accent-ink'),
      strong: true,
      align,
      halo: true,
    }),
    textShape(theme, words, at, top + theme.fontSize + 3, { fill: theme.token('ink-2'), align, halo: true }),
  ];
}
