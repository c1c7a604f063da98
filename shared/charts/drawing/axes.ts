import type { EChartsOption } from 'echarts';
import type { ChartData, ChartTheme } from '../chart.ts';
import { type Plot, pitchOf, placeOf } from './plot.ts';
import { type Scale, ticksOf } from './scale.ts';
import { lineShape, type Shape, textShape } from './shapes.ts';
import { textWidth } from './textWidth.ts';

/** The parts of an option that all kinds share: no animation (marks may not move while brushing), the plot, value grid and hidden category axis. */
export function frame(plot: Plot, data: ChartData, theme: ChartTheme): EChartsOption {
  const { left, top, width, height, scale } = plot;
  const value = {
    type: 'value' as const,
    ...scale,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { show: false },
    splitLine: {
      show: plot.across === 'x',
      showMinLine: true,
      lineStyle: { color: theme.token('chart-grid'), width: 1 },
    },
  };
  const category = {
    type: 'category' as const,
    data: data.categories.map((item) => item.key),
    boundaryGap: plot.band,
    inverse: plot.across === 'y',
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { show: false },
    splitLine: { show: false },
  };
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: theme.fontSans, fontSize: theme.fontSize, color: theme.token('chart-axis') },
    grid: { left, top, width, height, containLabel: false },
    xAxis: plot.across === 'x' ? category : value,
    yAxis: plot.across === 'x' ? value : category,
  };
}

/** Decimals that tell the ticks of a scale apart. */
export function tickText(scale: Scale, data: ChartData, value: number): string {
  const step = data.fraction ? scale.interval * 100 : scale.interval;
  const decimals =
    step >= 1 || step === 0
      ? Number.isInteger(step)
        ? 0
        : 1
      : Math.min(Math.ceil(-Math.log10(step)) + 1, 6);
  return data.format(value, decimals);
}

/** Room for value labels at the left. */
export function tickRoom(scale: Scale, data: ChartData, theme: ChartTheme): number {
  return (
    Math.ceil(
      Math.max(...ticksOf(scale).map((tick) => textWidth(tickText(scale, data, tick), theme.fontSize))),
    ) + 8
  );
}

/** Value labels left, and the line of zero, the only line that means something. */
export function valueLabels(plot: Plot, data: ChartData, theme: ChartTheme): Shape[] {
  const { scale } = plot;
  const y = (value: number) => plot.top + plot.height * (1 - (value - scale.min) / (scale.max - scale.min));
  const labels = ticksOf(scale).map((tick) =>
    textShape(theme, tickText(scale, data, tick), plot.left - 6, y(tick), {
      fill: theme.token('chart-axis'),
      align: 'right',
    }),
  );
  const zero = Math.min(Math.max(0, scale.min), scale.max);
  return [
    ...labels,
    lineShape(theme.token('chart-zero'), [plot.left, y(zero)], [plot.left + plot.width, y(zero)]),
  ];
}

/** Names under the marks: fiscal years under months, else every name, every short name, or every n-th of them. */
export function categoryLabels(plot: Plot, data: ChartData, theme: ChartTheme): Shape[] {
  const base = plot.top + plot.height;
  const fill = theme.token('chart-axis');
  const pitch = pitchOf(plot);
  const fits = (names: readonly string[], every: number) =>
    names.every((name) => textWidth(name, theme.fontSize) + 6 <= pitch * every);
  const full = data.categories.map((item) => item.name);
  const short = data.categories.map((item) => item.short);
  const months = monthsOfOneYear(data);
  const fitting = [full, short, ...(months ? [months] : [])].find((names) => fits(names, 1));
  if (!fitting && hasFiscalScale(plot, data, theme)) return fiscalScale(plot, data, theme);
  const names = fitting ?? short;
  let every = 1;
  while (every < names.length && !fits(names, every)) every++;
  // A thinned category axis counts back from the last one: the newest period is always named.
  const last = names.length - 1;
  return names.flatMap((name, index) =>
    (data.time ? (last - index) % every : index % every) === 0
      ? [
          textShape(theme, name, edgeSafe(plot, theme, index, name), base + 6, {
            fill,
            align: 'center',
            baseline: 'top',
          }),
        ]
      : [],
  );
}

/** Twelve months or fewer need no year under each of them: "Jul", "Aug" ... */
function monthsOfOneYear({ time, categories }: ChartData): string[] | null {
  if (!time || categories.length > 12) return null;
  const months = categories.flatMap(({ name }) => /^([A-Z][a-z]{2}) \d{4}$/.exec(name)?.[1] ?? []);
  return months.length === categories.length ? months : null;
}

function edgeSafe(plot: Plot, theme: ChartTheme, index: number, name: string): number {
  const half = textWidth(name, theme.fontSize) / 2;
  return Math.min(Math.max(placeOf(plot, index), half), theme.width - half);
}

/** Months and quarters that are too many to name one by one stand under their fiscal years. */
function hasFiscalScale(plot: Plot, data: ChartData, theme: ChartTheme): boolean {
  return (
    data.categories.some((item) => item.opens !== undefined) &&
    data.categories.some((item) => textWidth(item.short, theme.fontSize) + 6 > pitchOf(plot))
  );
}

function fiscalScale(plot: Plot, data: ChartData, theme: ChartTheme): Shape[] {
  const base = plot.top + plot.height;
  const half = plot.band ? pitchOf(plot) / 2 : 0;
  const opened = data.categories.flatMap(({ opens }, index) =>
    opens === undefined ? [] : [{ name: opens, x: placeOf(plot, index) - half }],
  );
  return opened.flatMap(({ name, x }, i) => {
    const room = (opened[i + 1]?.x ?? plot.left + plot.width) - x - 6;
    const text = [name, name.replace(/^FY20/, 'FY'), name.slice(-2)].find(
      (option) => textWidth(option, theme.fontSize) <= room,
    );
    return [
      lineShape(theme.token('line-strong'), [x, base], [x, base + 15]),
      ...(text
        ? [textShape(theme, text, x + 4, base + 4, { fill: theme.token('chart-axis'), baseline: 'top' })]
        : []),
    ];
  });
}
