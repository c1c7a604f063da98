import type { ChartData } from '../../shared/charts/chart.ts';
import { shortUnit, type TileFigure, tileFigure } from '../../shared/charts/tileFigure.ts';
import { formatPercent } from '../../shared/formats/formatNumber.ts';
import type { Page, View } from '../../shared/model/view.ts';
import { useProject } from '../app/projectStore.ts';
import { useSettings } from '../app/useSettings.ts';
import { t } from '../i18n/index.ts';
import { TargetTile } from './TargetTile.tsx';
import { TileFrame } from './TileFrame.tsx';
import { useChartData } from './useChartData.ts';
import { useAnswers } from './viewAnswers.ts';

/** One figure of a page with what it is compared with. A press opens it in the inspector. */
export function Tile({ page, view }: { page: Page; view: View }) {
  const { target } = view.options;
  return target === undefined ? (
    <FigureTile page={page} view={view} />
  ) : (
    <TargetTile page={page} view={view} target={target} />
  );
}

function FigureTile({ page, view }: { page: Page; view: View }) {
  const answer = useAnswers((state) => state[view.id]);
  const chart = useChartData(view, answer?.data, page.selection);
  const document = useProject((state) => state.document);
  const figure = chart && document ? tileFigure(view, chart, document) : null;
  const large = figure?.value != null && Math.abs(figure.value) >= 100;
  return (
    <TileFrame
      page={page}
      view={view}
      label={figure?.label ?? view.title}
      figure={
        figure?.value != null && chart
          ? chart.format(figure.value, chart.fraction || !large ? undefined : 0)
          : null
      }
      unit={chart && !chart.fraction ? shortUnit(chart.unit) : ''}
      problem={answer?.problem?.message}
    >
      {figure && chart && <Delta view={view} figure={figure} chart={chart} />}
    </TileFrame>
  );
}

function Delta({ view, figure, chart }: { view: View; figure: TileFigure; chart: ChartData }) {
  const numbers = useSettings((state) => state.numbers);
  const { compare } = view.options;
  const { onYear, onMonth, yearAgo, period, known } = figure;
  const percent = (value: number) => <b>{formatPercent(value, 1, true, numbers)}</b>;
  if (compare === 'none' || figure.value === null) return null;
  if (compare === 'highest') return t('pages.tile.highest', { period, count: known });
  if (onYear === null) return null;
  if (compare === 'yearAndMonth')
    return (
      <>
        {percent(onYear)} {t('pages.tile.onYear')}
        {onMonth !== null && (
          <>
            , {percent(onMonth)} {t('pages.tile.onMonth')}
          </>
        )}
      </>
    );
  return (
    <>
      {percent(onYear)}{' '}
      {t('pages.tile.onYearAgo', { value: yearAgo === null ? '' : chart.format(yearAgo, 0) })}
    </>
  );
}
