import type { ChartOptions } from '../../model/view.ts';
import type { ChartData, ChartTheme, Series } from '../chart.ts';

/** The colour of a whole series: petrol alone, its tone in a race of years, grey beside a highlight, else its place in the palette. */
export function seriesColour(
  series: Series,
  data: ChartData,
  options: ChartOptions,
  theme: ChartTheme,
): string {
  if (series.tone) {
    const tones = { current: 'mark', last: 'mark-average', context: 'mark-muted-line' } as const;
    return theme.token(tones[series.tone]);
  }
  if (data.series.length === 1) return theme.token('mark');
  if (options.highlight !== undefined && data.series.some(({ key }) => key === options.highlight))
    return theme.token(series.key === options.highlight ? 'mark' : 'mark-muted-line');
  return theme.token(`cat-${series.colour}`);
}

/** Of text that names a series: grey context stays grey. */
export function seriesInk(series: Series, data: ChartData, options: ChartOptions, theme: ChartTheme): string {
  if (series.tone === 'current' || (series.key !== '' && series.key === options.highlight))
    return theme.token('accent-ink');
  if (series.tone === 'context') return theme.token('chart-axis');
  if (series.tone === 'last' || data.series.length === 1) return theme.token('ink');
  return theme.token('ink-2');
}
