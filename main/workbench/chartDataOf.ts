import type { ChartData } from '../../shared/charts/chart.ts';
import { toChartData } from '../../shared/charts/chartData.ts';
import { type EventNote, eventColumns, readEvents } from '../../shared/charts/events.ts';
import type { Settings } from '../../shared/contract/app.ts';
import { findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import type { Selection } from '../../shared/views/query.ts';
import { identifier } from '../engine/engine.ts';
import type { QueryProject } from './runQuery.ts';
import { runView } from './views.ts';

export interface ChartDataRequest {
  readonly selection: Selection;
  readonly settings: Settings;
  readonly signal?: AbortSignal | undefined;
}

/** A view as charts draw it: its answer, its names in the user's format, and the dated events that it shows. */
export async function chartDataOf(
  project: QueryProject,
  view: View,
  { selection, settings, signal }: ChartDataRequest,
): Promise<ChartData> {
  const data = await runView(project, view, selection, signal);
  return toChartData(view, data, {
    document: project.document,
    selection,
    numbers: settings.numbers,
    dates: settings.dates,
    events: await eventsOf(project, view, signal),
  });
}

async function eventsOf(project: QueryProject, view: View, signal?: AbortSignal): Promise<EventNote[]> {
  const wanted = view.options.events;
  const table = wanted && findById(project.document.tables, wanted.table);
  if (!wanted || !table) return [];
  const { date, words, kind } = eventColumns(table);
  const ids = [date, words, kind].filter((id) => id !== undefined);
  if (date === undefined || ids.length === 0) return [];
  const sql = `SELECT ${ids.map(identifier).join(', ')} FROM ${project.tableName(table.id)} ORDER BY _id`;
  const vectors = await project.engine.columns({ sql }, new Set([date]), signal);
  return readEvents(table, Object.fromEntries(vectors), wanted.categories);
}
