import { useEffect, useRef, useState } from 'react';
import type { ChartData } from '../../shared/charts/chart.ts';
import { tileFigure } from '../../shared/charts/tileFigure.ts';
import type { CallResult } from '../../shared/contract/index.ts';
import { CANCELLED, toProblemData } from '../../shared/contract/problem.ts';
import type { RefreshPlan } from '../../shared/contract/refreshing.ts';
import { findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import { client } from '../app/client.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Chart } from '../charts/Chart.tsx';
import { Button } from '../design/Button.tsx';
import { t } from '../i18n/index.ts';
import { chartDataOf } from '../pages/chartDataOf.ts';

/** More than these are asked for when they are wanted. */
const MOST = 12;

/** The views that show the table, as they are and as they would be. */
export function BeforeAfter({ plan }: { plan: RefreshPlan }) {
  const document = useProject((state) => state.document);
  const [all, setAll] = useState(false);
  // What a target still needs is worked out from more than its view's query.
  const views = plan.views
    .flatMap((id) => (document && findById(document.views, id)) ?? [])
    .filter((view) => view.options.target === undefined);
  const isCompared = plan.state === 'changes';
  const shown = all ? views : views.slice(0, MOST);
  return (
    <section className="TaskEnd RefreshCharts" aria-label={t('refreshing.charts')}>
      <h2>
        {t('refreshing.charts')}
        <small>{t('refreshing.chartsCount', { count: views.length })}</small>
      </h2>
      {views.length === 0 && <p className="none">{t('refreshing.noCharts')}</p>}
      {isCompared && shown.map((view) => <ViewSides key={view.id} view={view} plan={plan} />)}
      {isCompared && views.length > shown.length && (
        <Button onPress={() => setAll(true)}>{t('refreshing.moreCharts', { count: views.length })}</Button>
      )}
    </section>
  );
}

type Sides = CallResult<'refresh.view'>;

function ViewSides({ view, plan }: { view: View; plan: RefreshPlan }) {
  const [sides, setSides] = useState<Sides | null>(null);
  const frame = useRef<HTMLElement>(null);
  const key = JSON.stringify([plan.id, plan.answers, plan.released]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is drawn
  useEffect(() => {
    const controller = new AbortController();
    const element = frame.current;
    if (!element) return;
    // A view is worked out once it is looked at.
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      watch.disconnect();
      client()
        .call('refresh.view', { id: plan.id, view: view.id }, { signal: controller.signal })
        .then(setSides, (error) => {
          if (toProblemData(error).code !== CANCELLED && !controller.signal.aborted) reportProblem(error);
        });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      controller.abort();
    };
  }, [key, view.id]);
  const document = useProject((state) => state.document);
  const shownAs = (side: Sides['before']) =>
    view.kind === 'tile' && document && 'data' in side
      ? tileText(view, chartDataOf(document, view, side.data, []), document)
      : marks(side);
  const isSame = sides !== null && shownAs(sides.before) === shownAs(sides.after);
  return (
    <article ref={frame} className={isSame ? 'is-same' : undefined} aria-label={view.title}>
      <h3>{view.title}</h3>
      {isSame && <small>{t('refreshing.chartSame')}</small>}
      {sides && !isSame && (
        <div className={view.kind === 'tile' ? 'sides is-tile' : 'sides'}>
          <Side view={view} answer={sides.before} words={t('refreshing.before')} />
          <Side view={view} answer={sides.after} words={t('refreshing.now')} />
        </div>
      )}
    </article>
  );
}

function Side({ view, answer, words }: { view: View; answer: Sides['before']; words: string }) {
  const document = useProject((state) => state.document);
  if (!document) return null;
  const chart = 'data' in answer ? chartDataOf(document, view, answer.data, []) : null;
  return (
    <figure>
      <figcaption>{words}</figcaption>
      {'problem' in answer && <p className="problem">{answer.problem.message}</p>}
      {chart && view.kind === 'tile' && <b>{tileText(view, chart, document)}</b>}
      {chart && view.kind !== 'tile' && (
        <Chart
          kind={view.kind}
          options={{ ...view.options, labels: 'none', events: undefined }}
          data={chart}
        />
      )}
    </figure>
  );
}

function tileText(view: View, chart: ChartData, document: Parameters<typeof tileFigure>[2]): string {
  const { value, period } = tileFigure(view, chart, document);
  return value === null ? '–' : `${chart.format(value)}${period ? `, ${period}` : ''}`;
}

/** What a view draws, as text: two that are alike look alike. */
function marks(answer: Sides['before']): string {
  if ('problem' in answer) return answer.problem.message;
  const { keys, value, overlay } = answer.data;
  const texts = [...keys, value, ...(overlay ? [overlay] : [])].map((vector) =>
    'values' in vector ? [...vector.values].join() : JSON.stringify(vector),
  );
  return texts.join('|');
}
