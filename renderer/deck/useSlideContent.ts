import { useEffect, useMemo, useState } from 'react';
import type { ChartData } from '../../shared/charts/chart.ts';
import { toChartData } from '../../shared/charts/chartData.ts';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import type { Figure } from '../../shared/contract/views.ts';
import type { Slide } from '../../shared/model/deck.ts';
import { findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import type { ViewData } from '../../shared/views/query.ts';
import { client } from '../app/client.ts';
import { useProject } from '../app/projectStore.ts';
import { useSettings } from '../app/useSettings.ts';

export interface SlideContent {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly view: View | undefined;
  readonly chart: ChartData | null;
  readonly problem: ProblemData | null;
}

/** What a slide shows: its figures worked out and its view's data, asked for again whenever the project changes. */
export function useSlideContent(slide: Slide): SlideContent {
  const sequence = useProject(({ status }) => status.sequence);
  const document = useProject((state) => state.document);
  const numbers = useSettings((settings) => settings.numbers);
  const dates = useSettings((settings) => settings.dates);
  const [figures, setFigures] = useState<SlideContent['figures']>({});
  const [data, setData] = useState<{ view: string; data: ViewData } | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const view = document && slide.view ? findById(document.views, slide.view) : undefined;
  const viewId = view?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: any committed change may change the figures
  useEffect(() => {
    const controller = new AbortController();
    const failed = (error: unknown) => {
      const found = toProblemData(error);
      if (found.code !== CANCELLED) setProblem(found);
    };
    if (Object.keys(slide.figures).length > 0) {
      client().call('views.figures', { slide }, { signal: controller.signal }).then(setFigures).catch(failed);
    }
    if (viewId) {
      client()
        .call('views.query', { views: [viewId], selection: [] }, { signal: controller.signal })
        .then((answers) => {
          const answer = answers[viewId];
          if (answer && 'data' in answer) {
            setData({ view: viewId, data: answer.data });
            setProblem(null);
          } else if (answer) setProblem(answer.problem);
        })
        .catch(failed);
    }
    return () => controller.abort();
  }, [slide, viewId, sequence]);

  const chart = useMemo(
    () =>
      document && view && data?.view === view.id
        ? toChartData(view, data.data, { document, numbers, dates })
        : null,
    [document, view, data, numbers, dates],
  );
  return { figures, view, chart, problem };
}
