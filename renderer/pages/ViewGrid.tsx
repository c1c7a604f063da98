import { useCallback, useEffect, useRef, useState } from 'react';
import { GridLayout, type Layout } from 'react-grid-layout';
import type { ChartData } from '../../shared/charts/chart.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Page, View } from '../../shared/model/view.ts';
import type { Selection } from '../../shared/views/query.ts';
import { run } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import type { ChartHandle } from '../charts/Chart.tsx';
import { PageChart } from './PageChart.tsx';
import { COLUMNS, movedView, resizedView } from './pageLayout.ts';
import { useBrushing } from './useBrushing.ts';

interface ViewGridProps {
  page: Page;
  document: Document;
  views: readonly View[];
  onSelect(selection: Selection): void;
  onChart(view: string, chart: ChartData | null): void;
}

const ROW = 26;
const GAP = 14;
const NARROW = 560;

/** The views of a page on 12 columns: dragged by their titles, resized at their corners, or both by Alt and the arrow keys. */
export function ViewGrid({ page, document, views, onSelect, onChart }: ViewGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const handles = useRef(new Map<string, ChartHandle>());
  const brushing = useBrushing({ page, document, views, handles: handles.current, onSelect });

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const commit = useCallback(
    (layout: Page['layout']) => {
      if (JSON.stringify(layout) === JSON.stringify(page.layout)) return;
      run('updatePage', { page: page.id, change: { layout } }).catch(reportProblem);
    },
    [page.id, page.layout],
  );
  const dropped = (layout: Layout) => commit(layout.map(({ i, x, y, w, h }) => ({ view: i, x, y, w, h })));
  const arrange = (view: string, { dx, dy, resize }: { dx: number; dy: number; resize: boolean }) =>
    commit(resize ? resizedView(page.layout, view, dx, dy) : movedView(page.layout, view, dx, dy));

  const narrow = width < NARROW;
  const shown = page.layout.filter((item) => views.some(({ id }) => id === item.view));
  const layout = shown.map(({ view, x, y, w, h }) => ({
    i: view,
    ...(narrow ? { x: 0, w: COLUMNS, y: y * COLUMNS + x, h: Math.max(h, 6) } : { x, y, w, h }),
    minW: 3,
    minH: 3,
  }));
  return (
    <div className="ViewGrid" ref={box}>
      {width > 0 && (
        <GridLayout
          width={width}
          layout={layout}
          gridConfig={{ cols: COLUMNS, rowHeight: ROW, margin: [20, GAP], containerPadding: [0, 0] }}
          dragConfig={{ enabled: !narrow, handle: '.view-title', threshold: 4 }}
          resizeConfig={{ enabled: !narrow, handles: ['se'] }}
          onDragStop={dropped}
          onResizeStop={dropped}
        >
          {shown.flatMap(({ view: id }) => {
            const view = views.find((item) => item.id === id);
            if (!view) return [];
            return [
              <div key={id} className="ViewPlace">
                <PageChart
                  page={page}
                  view={view}
                  brush={brushing.brushOf(view)}
                  onSelect={onSelect}
                  onArrange={(keys) => arrange(id, keys)}
                  onChart={onChart}
                  onHandle={(handle) => {
                    if (handle) handles.current.set(id, handle);
                    else handles.current.delete(id);
                  }}
                />
              </div>,
            ];
          })}
        </GridLayout>
      )}
    </div>
  );
}
