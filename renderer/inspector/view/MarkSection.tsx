import { tileFigure } from '../../../shared/charts/tileFigure.ts';
import { formatPercent } from '../../../shared/formats/formatNumber.ts';
import { yearOnYear } from '../../../shared/measures/yearOnYear.ts';
import { type Document, findById } from '../../../shared/model/document.ts';
import type { View } from '../../../shared/model/view.ts';
import { shiftPeriod, spanOf } from '../../../shared/periods/period.ts';
import { periodOfText, periodText } from '../../../shared/periods/periodText.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useSettings } from '../../app/useSettings.ts';
import { flagWords } from '../../charts/ChartTooltip.tsx';
import { BigFigure } from '../../design/BigFigure.tsx';
import { Button } from '../../design/Button.tsx';
import { InspectorSection } from '../../design/InspectorSection.tsx';
import { KeyList } from '../../design/KeyList.tsx';
import { t } from '../../i18n/index.ts';
import { useChartData } from '../../pages/useChartData.ts';
import { useAnswers } from '../../pages/viewAnswers.ts';

/** The figures of the mark that was chosen, of a tile its own: value, growth, share, status, and the way to its rows. */
export function MarkSection({
  view,
  document,
  mark,
}: {
  view: View;
  document: Document;
  mark: string | undefined;
}) {
  const numbers = useSettings((state) => state.numbers);
  const data = useAnswers((state) => state[view.id]?.data);
  const chart = useChartData(view, data, []);
  if (!chart) return null;
  const own = view.kind === 'tile' ? tileFigure(view, chart, document).index : null;
  const index = own ?? chart.categories.findIndex(({ key }) => key === mark);
  const category = chart.categories[index];
  if (!category) return null;
  const series = chart.series;
  const at = (key: string, points: (typeof series)[number]['points']) =>
    points[chart.categories.findIndex((item) => item.key === key)]?.value ?? null;
  const percent = (value: number) => formatPercent(value, 1, true, numbers);
  const code = chart.time ? periodOfText(category.key) : null;
  const only = series.length === 1 ? series[0] : undefined;
  const value = only?.points[index]?.value ?? null;
  const growth = (months: number) =>
    only && code !== null && !chart.fraction
      ? yearOnYear(value, at(periodText(shiftPeriod(code, -months)), only.points))
      : null;
  const onYear = growth(12);
  const length = code === null ? 12 : spanOf(code).months;
  const before = length < 12 ? growth(length) : null;
  const overlay = chart.overlay?.values[index] ?? null;
  const known = only?.points.flatMap((point) => point.value ?? []) ?? [];
  const total = known.reduce((sum, part) => sum + part, 0);
  const flags = series.reduce((bits, { points }) => bits | (points[index]?.flags ?? 0), 0);
  const table = findById(document.tables, view.query.table);
  const items: [string, string][] = [
    ...(series.length > 1
      ? series.map(({ name, points }): [string, string] => {
          const part = points[index]?.value ?? null;
          return [name, part === null ? t('charts.missing') : chart.format(part)];
        })
      : []),
    ...(onYear !== null ? [[t('pages.inspect.yearOnYear'), percent(onYear)] as [string, string]] : []),
    ...(before !== null ? [[t('pages.inspect.before'), percent(before)] as [string, string]] : []),
    ...(chart.overlay && overlay !== null && overlay > 0 && value !== null && !chart.fraction
      ? [
          [t('pages.inspect.against', { name: chart.overlay.name }), percent(value / overlay - 1)] as [
            string,
            string,
          ],
        ]
      : []),
    ...(!chart.time && value !== null && total > 0 && !chart.fraction && known.length > 1
      ? [[t('pages.inspect.share'), formatPercent(value / total, 1, false, numbers)] as [string, string]]
      : []),
    ...(flags ? [[t('pages.inspect.status'), flagWords(flags).join(', ')] as [string, string]] : []),
    ...(table ? [[t('pages.inspect.source'), table.title] as [string, string]] : []),
  ];
  return (
    <InspectorSection title={category.name} aside={t('pages.inspect.mark')}>
      {only && (
        <BigFigure
          value={value === null ? t('charts.missing') : chart.format(value)}
          {...(!chart.fraction && { unit: chart.unit })}
        />
      )}
      <KeyList items={items} />
      {table && (
        <Button variant="quiet" onPress={() => useNavigation.getState().go({ kind: 'table', id: table.id })}>
          {t('pages.inspect.showRows')}
        </Button>
      )}
    </InspectorSection>
  );
}
