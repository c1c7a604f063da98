import { useRef } from 'react';
import type { Document } from '../../shared/model/document.ts';
import { findById } from '../../shared/model/document.ts';
import type { Page, View } from '../../shared/model/view.ts';
import type { Selection, ViewData } from '../../shared/views/query.ts';
import type { ChartBrush, ChartHandle } from '../charts/Chart.tsx';
import { askAhead, type BrushedView, BrushSession } from './brushSession.ts';
import { chartDataOf } from './chartDataOf.ts';
import { useAnswers } from './viewAnswers.ts';

interface Brushing {
  page: Page;
  document: Document;
  views: readonly View[];
  handles: ReadonlyMap<string, ChartHandle>;
  onSelect(selection: Selection): void;
}

/** Brushes of a page: every view over time can be brushed; the first one carries the rail. A gesture ends in one undoable step. */
export function useBrushing({ page, document, views, handles, onSelect }: Brushing): {
  brushOf(view: View): ChartBrush | undefined;
} {
  const session = useRef<BrushSession | null>(null);
  const lead = views.find((view) => isBrushable(view, document));

  const brushed = (view: View): BrushedView[] => {
    const data = useAnswers.getState()[view.id]?.data;
    const handle = handles.get(view.id);
    if (!data || !handle) return [];
    return [{ view, data, chart: chartDataOf(document, view, data, page.selection), handle }];
  };
  const brushOf = (view: View): ChartBrush | undefined => {
    if (!isBrushable(view, document)) return undefined;
    const setting = () => {
      const [active] = brushed(view);
      return (
        active && {
          active,
          views: views.flatMap(brushed),
          document,
          selection: page.selection,
          chartData: (of: View, data: ViewData, selection: Selection) =>
            chartDataOf(document, of, data, selection),
        }
      );
    };
    const start = () => {
      const now = setting();
      session.current = now ? new BrushSession(now) : null;
    };
    return {
      rail: view.id === lead?.id,
      onNear: () => {
        const now = session.current ? undefined : setting();
        // What is wrong is told when the brush asks.
        if (now) askAhead(now).catch(() => undefined);
      },
      onStart: start,
      onStep: (range) => session.current?.step(range),
      onEnd: (range) => {
        // A step by key begins and ends at once.
        if (!session.current) start();
        const next = session.current?.end(range);
        session.current = null;
        if (next && JSON.stringify(next) !== JSON.stringify(page.selection)) onSelect(next);
        else for (const item of views.flatMap(brushed)) item.handle.sketch(item.chart, item.view.options);
        for (const view of views) handles.get(view.id)?.settle();
      },
    };
  };
  return { brushOf };
}

/** Periods along x, in order of time. */
function isBrushable(view: View, document: Document): boolean {
  const key = view.query.keys[0];
  const column = findById(document.tables, view.query.table)?.columns.find(({ id }) => id === key?.column);
  return (
    column?.type === 'period' &&
    key?.level !== 'fiscalMonth' &&
    view.query.sort === 'natural' &&
    (view.kind === 'column' || view.kind === 'line' || view.kind === 'area')
  );
}
