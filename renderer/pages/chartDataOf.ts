import type { ChartData } from '../../shared/charts/chart.ts';
import { toChartData } from '../../shared/charts/chartData.ts';
import type { Document } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import type { Selection, ViewData } from '../../shared/views/query.ts';
import { useSettings } from '../app/useSettings.ts';
import { eventsOf } from './useEvents.ts';

/** As useChartData, outside React: for the steps of a brush. */
export function chartDataOf(document: Document, view: View, data: ViewData, selection: Selection): ChartData {
  const { numbers, dates } = useSettings.getState();
  return toChartData(view, data, { document, selection, numbers, dates, events: eventsOf(view) });
}
