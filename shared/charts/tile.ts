import type { EChartsOption } from 'echarts';
import { defineChart } from './chart.ts';
import { describeChart } from './describe.ts';
import { niceScale } from './drawing/scale.ts';
import { nativeBars } from './native.ts';

/**
 * A single figure. The page sets it as text, so its drawing is only the small columns of its figures without axes, for a picture;
 * in PowerPoint it is the same small column chart, whose numbers can be edited, with the last value printed.
 */
export const tile = defineChart({
  kind: 'tile',
  describe: describeChart,
  plot: (_options, data, theme) => ({
    left: 0,
    top: 16,
    width: theme.width,
    height: Math.max(theme.height - 16, 10),
    across: 'x',
    band: true,
    count: data.categories.length,
    scale: niceScale(
      data.series.flatMap(({ points }) => points.map(({ value }) => value)),
      { zero: true },
    ),
  }),
  toPptx: (options, data, theme) => nativeBars('col', { ...options, stacking: 'none' }, data, theme),
  toECharts(_options, data, theme): EChartsOption {
    const last = data.categories.length - 1;
    return {
      animation: false,
      backgroundColor: 'transparent',
      grid: { left: 0, right: 0, top: 16, bottom: 0 },
      xAxis: { type: 'category', show: false, data: data.categories.map(({ key }) => key) },
      yAxis: { type: 'value', show: false },
      series: data.series.slice(0, 1).map(({ points }) => ({
        type: 'bar' as const,
        silent: true,
        data: points.map(({ value }, index) => ({
          value: value ?? '-',
          itemStyle: { color: theme.token(index === last ? 'mark' : 'mark-muted') },
          ...(index === last &&
            value !== null && {
              label: {
                show: true,
                position: 'top' as const,
                formatter: data.format(value),
                color: theme.token('ink'),
                fontWeight: 600,
              },
            }),
        })),
      })),
    };
  },
});
