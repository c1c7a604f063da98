import type { LineSeriesOption } from 'echarts';
import type { ChartData, ChartTheme } from '../chart.ts';
import { levelOf, type Plot } from './plot.ts';
import { lastOf } from './printed.ts';
import { type Shape, textShape } from './shapes.ts';
import { spread } from './spread.ts';

/** The line over the marks, in ink with a paper halo: the reference that everyone compares with. */
export function overlayLine({ overlay }: ChartData, theme: ChartTheme): LineSeriesOption[] {
  if (!overlay) return [];
  const line = (id: string, colour: string, width: number, z: number): LineSeriesOption => ({
    id,
    type: 'line',
    name: overlay.name,
    data: overlay.values.map((value) => value ?? '-'),
    showSymbol: false,
    silent: true,
    z,
    lineStyle: { color: colour, width },
  });
  return [
    line('overlay-halo', theme.token('paper'), 4, 3),
    line('overlay', theme.token('mark-average'), 1.5, 4),
  ];
}

/** Name and value of the overlay's end and of the last mark, at the right of the plot. */
export function overlayLabels(plot: Plot, data: ChartData, theme: ChartTheme): Shape[] {
  const { overlay } = data;
  const series = data.series[0];
  if (!overlay || !series) return [];
  const x = plot.left + plot.width + 8;
  const figure = theme.fontSize + 2;
  const pairs: { name: string; value: number; fill: string }[] = [];
  const end = overlay.values.findLast((value) => value !== null);
  if (end != null) pairs.push({ name: overlay.name, value: end, fill: theme.token('ink') });
  const last = lastOf(series);
  const point = last === null ? undefined : series.points[last];
  if (last !== null && point?.value != null)
    pairs.push({
      name: data.categories[last]?.name ?? '',
      value: point.value,
      fill: theme.token(point.inside ? 'accent-ink' : 'ink-2'),
    });
  const height = theme.fontSize + figure + 12;
  const [first, ...others] = pairs;
  if (!first) return [];
  // The overlay stands at its own level; the mark's label follows below it, as both usually end close together.
  const wanted = [levelOf(plot, first.value), ...others.map(() => levelOf(plot, first.value) + 1)];
  const places = spread(wanted, height, plot.top + height / 2 - 8, plot.top + plot.height - height / 2 + 8);
  return pairs.flatMap(({ name, value, fill }, index) => {
    const y = places[index] ?? plot.top;
    return [
      textShape(theme, name, x, y - figure / 2, { fill: theme.token('ink-2') }),
      textShape(theme, data.format(value), x, y + figure / 2 + 1, { fill, strong: true, size: figure }),
    ];
  });
}
