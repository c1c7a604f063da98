import type { ChartOptions } from '../model/view.ts';
import type { ChartData, Series } from './chart.ts';
import { highestOf, lastOf } from './drawing/printed.ts';

/** One sentence for those who do not see the chart: how many marks, the first, the last and the highest of each line, at most four. */
export function describeChart(_options: ChartOptions, data: ChartData): string {
  const unit = data.unit && !data.fraction ? `, ${data.unit}` : '';
  if (data.series.every((series) => lastOf(series) === null)) return `${data.title}${unit}: no figures.`;
  const shown = data.series.slice(0, 4).map((series) => sentenceOf(series, data));
  const more = data.series.length > 4 ? `; and ${data.series.length - 4} more` : '';
  return `${data.title}${unit}: ${shown.join('; ')}${more}.`;
}

function sentenceOf(series: Series, data: ChartData): string {
  const at = (index: number | null) => {
    const value = index === null ? null : (series.points[index]?.value ?? null);
    return index === null || value === null
      ? 'no figure'
      : `${data.format(value)} (${data.categories[index]?.name ?? ''})`;
  };
  const first = series.points.findIndex(({ value }) => value !== null);
  const last = lastOf(series);
  const name = data.series.length > 1 ? `${series.name} ` : '';
  if (first === last) return `${name}${at(last)}`;
  return `${name}first ${at(first)}, last ${at(last)}, highest ${at(highestOf(series))}`;
}
