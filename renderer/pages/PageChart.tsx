import { useEffect } from 'react';
import type { ChartData } from '../../shared/charts/chart.ts';
import type { Page, View } from '../../shared/model/view.ts';
import type { Selection } from '../../shared/views/query.ts';
import { useNavigation } from '../app/navigation.ts';
import type { ChartBrush, ChartHandle } from '../charts/Chart.tsx';
import { type Choice, chooseMark } from './chooseMark.ts';
import { useChartData } from './useChartData.ts';
import { ViewFrame } from './ViewFrame.tsx';
import { useAnswers } from './viewAnswers.ts';

interface PageChartProps {
  page: Page;
  view: View;
  brush: ChartBrush | undefined;
  onSelect(selection: Selection): void;
  onArrange(keys: { dx: number; dy: number; resize: boolean }): void;
  onChart(view: string, chart: ChartData | null): void;
  onHandle(handle: ChartHandle | null): void;
}

/** A view with its answer: what its marks choose becomes the page's selection and the inspector's mark. */
export function PageChart({ page, view, brush, onSelect, onArrange, onChart, onHandle }: PageChartProps) {
  const data = useAnswers((state) => state[view.id]?.data);
  const chart = useChartData(view, data, page.selection);
  useEffect(() => onChart(view.id, chart), [view.id, chart, onChart]);
  useEffect(() => () => onChart(view.id, null), [view.id, onChart]);

  const choose = (index: number | null, how: Choice) => {
    if (!chart) return;
    const mark = index === null ? undefined : chart.categories[index]?.key;
    useNavigation.getState().inspect({ kind: 'view', id: view.id, ...(mark !== undefined && { mark }) });
    const next = chooseMark(page.selection, view, chart, index, how);
    if (JSON.stringify(next) !== JSON.stringify(page.selection)) onSelect(next);
  };
  return (
    <ViewFrame
      page={page}
      view={view}
      chart={chart}
      brush={brush}
      onChoose={choose}
      onArrange={onArrange}
      chartRef={onHandle}
    />
  );
}
