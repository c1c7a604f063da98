import type { ChartData } from '../../shared/charts/chart.ts';
import { FLAG } from '../../shared/views/query.ts';
import { t } from '../i18n/index.ts';

const MOST_LINES = 9;

/** The figures of one category. Text only: what stands in the data never becomes HTML. */
export function ChartTooltip({
  data,
  index,
  x,
  y,
  width,
}: {
  data: ChartData;
  index: number;
  x: number;
  y: number;
  width: number;
}) {
  const category = data.categories[index];
  if (!category) return null;
  const lines = data.series.slice(0, MOST_LINES);
  const overlay = data.overlay?.values[index];
  const words = flagWords(data.series.reduce((flags, { points }) => flags | (points[index]?.flags ?? 0), 0));
  const right = x > width / 2;
  return (
    <div
      className="ChartTooltip"
      role="presentation"
      style={{ insetBlockStart: Math.max(y, 0), ...(right ? { right: width - x + 12 } : { left: x + 12 }) }}
    >
      <b>{category.name}</b>
      {lines.map(({ key, name, points }) => {
        const value = points[index]?.value ?? null;
        return (
          <div key={key}>
            <span>{data.series.length > 1 ? name : data.unit || t('charts.value')}</span>
            <span>{value === null ? t('charts.missing') : data.format(value)}</span>
          </div>
        );
      })}
      {data.series.length > MOST_LINES && (
        <div>{t('charts.more', { count: data.series.length - MOST_LINES })}</div>
      )}
      {data.overlay && overlay != null && (
        <div>
          <span>{data.overlay.name}</span>
          <span>{data.format(overlay)}</span>
        </div>
      )}
      {words.length > 0 && <p>{words.join(', ')}</p>}
      {data.events
        .filter(({ at }) => at === index)
        .map(({ date, text }) => (
          <p key={text}>
            {date}: {text}
          </p>
        ))}
    </div>
  );
}

export function flagWords(flags: number): string[] {
  return [
    ...(flags & FLAG.derived ? [t('charts.flag.derived')] : []),
    ...(flags & FLAG.provisional ? [t('charts.flag.provisional')] : []),
    ...(flags & FLAG.forecast ? [t('charts.flag.forecast')] : []),
    ...(flags & FLAG.target ? [t('charts.flag.target')] : []),
    ...(flags & FLAG.incomplete ? [t('charts.flag.incomplete')] : []),
  ];
}
