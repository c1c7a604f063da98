import { useMemo } from 'react';
import type { ChartData } from '../../shared/charts/chart.ts';
import { toChartData } from '../../shared/charts/chartData.ts';
import type { View } from '../../shared/model/view.ts';
import type { Selection, ViewData } from '../../shared/views/query.ts';
import { useProject } from '../app/projectStore.ts';
import { useSettings } from '../app/useSettings.ts';
import { useEvents } from './useEvents.ts';

/** A view's answer as its chart draws it. */
export function useChartData(view: View, data: ViewData | undefined, selection: Selection): ChartData | null {
  const document = useProject((state) => state.document);
  const numbers = useSettings((state) => state.numbers);
  const dates = useSettings((state) => state.dates);
  const events = useEvents(view);
  return useMemo(
    () =>
      document && data ? toChartData(view, data, { document, selection, numbers, dates, events }) : null,
    [document, view, data, selection, numbers, dates, events],
  );
}
