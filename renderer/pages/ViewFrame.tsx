import { BarChart3, MoreHorizontal } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import type { ChartData } from '../../shared/charts/chart.ts';
import { sourceLine } from '../../shared/charts/tileFigure.ts';
import type { Page, View } from '../../shared/model/view.ts';
import type { ViewData } from '../../shared/views/query.ts';
import { FLAG } from '../../shared/views/query.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { Chart, type ChartBrush, type ChartHandle } from '../charts/Chart.tsx';
import { flagWords } from '../charts/ChartTooltip.tsx';
import { repairView } from '../dependents/RepairViewDialog.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { MenuButton } from '../design/MenuButton.tsx';
import { useContextMenu } from '../design/useContextMenu.tsx';
import { ViewSkeleton } from '../design/ViewSkeleton.tsx';
import { t } from '../i18n/index.ts';
import type { Choice } from './chooseMark.ts';
import { type Answer, useAnswers } from './viewAnswers.ts';
import { editView, viewMenu } from './viewMenu.ts';

interface ViewFrameProps {
  page: Page;
  view: View;
  chart: ChartData | null;
  brush: ChartBrush | undefined;
  onChoose(index: number | null, how: Choice): void;
  onArrange(keys: { dx: number; dy: number; resize: boolean }): void;
  chartRef: Ref<ChartHandle>;
}

const SLOW = 200;

/** A view on a page: rule and title, unit, keys, chart, source. No box: the title and its rule hold it. */
export function ViewFrame({ page, view, chart, brush, onChoose, onArrange, chartRef }: ViewFrameProps) {
  const answer = useAnswers((state) => state[view.id]);
  const document = useProject((state) => state.document);
  const selected = useNavigation(({ inspected }) => inspected.kind === 'view' && inspected.id === view.id);
  const { open, menu } = useContextMenu();
  const unit = view.unitLine || (chart?.fraction ? '%' : (chart?.unit ?? ''));
  const source = document ? footLine(view, answer?.data, sourceLine(view, document)) : '';

  const onKeyDown = (event: KeyboardEvent) => {
    const step = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    onArrange({ dx: step[0] ?? 0, dy: step[1] ?? 0, resize: event.shiftKey });
  };

  return (
    <section
      className={selected ? 'View is-selected' : 'View'}
      aria-label={view.title}
      onPointerDownCapture={() => !selected && editView(view.id)}
      onContextMenu={(event) => open(event, view.title, viewMenu(page, view))}
    >
      <header>
        <h2>
          <button
            type="button"
            className="view-title"
            title={t('pages.view.arrange')}
            aria-pressed={selected}
            onClick={() => editView(view.id)}
            onKeyDown={onKeyDown}
          >
            {view.title}
          </button>
        </h2>
        <span className="unit">{unit}</span>
        <span className="end">{chart && <Keys chart={chart} view={view} />}</span>
        <span className="view-menu">
          <MenuButton
            small
            label={t('pages.view.menu', { title: view.title })}
            icon={MoreHorizontal}
            items={viewMenu(page, view)}
          />
        </span>
      </header>
      <ViewBody {...{ view, chart, brush, answer, onChoose, chartRef }} />
      <footer title={source}>{source}</footer>
      {menu}
    </section>
  );
}

function ViewBody({
  view,
  chart,
  brush,
  answer,
  onChoose,
  chartRef,
}: Pick<ViewFrameProps, 'view' | 'chart' | 'brush' | 'onChoose' | 'chartRef'> & {
  answer: Answer | undefined;
}) {
  const slow = useIsSlow(answer?.data === undefined && !answer?.problem);
  if (answer?.problem)
    return (
      <ErrorState
        problem={answer.problem}
        action={
          answer.problem.code === 'query.unknown-column'
            ? { label: t('columns.repair.action'), run: () => repairView(view.id) }
            : { label: t('pages.view.edit'), run: () => editView(view.id) }
        }
      />
    );
  if (!chart)
    return (
      <div className="Chart">
        {slow && <ViewSkeleton text={t('pages.view.loading', { title: view.title })} />}
      </div>
    );
  if (chart.series.every(({ points }) => points.every(({ value }) => value === null)))
    return (
      <EmptyState
        icon={BarChart3}
        title={t('pages.view.empty')}
        text={t('pages.view.emptyText')}
        action={{ label: t('pages.view.edit'), run: () => editView(view.id) }}
      />
    );
  return (
    <Chart
      ref={chartRef}
      kind={view.kind}
      options={view.options}
      data={chart}
      column={view.query.keys[0]?.column}
      onSelect={onChoose}
      brush={brush}
    />
  );
}

/** What grey, light and dashed marks mean, only where there are such. */
function Keys({ chart, view }: { chart: ChartData; view: View }) {
  if (view.kind === 'tile') return null;
  const points = chart.series.flatMap((series) => series.points);
  // Of several series each has a colour of its own; there is no one colour for what is inside.
  const outside = chart.series.length === 1 && points.some(({ inside }) => !inside);
  const light = points.reduce((flags, point) => flags | point.flags, 0);
  const words = flagWords(light & (FLAG.derived | FLAG.provisional | FLAG.incomplete));
  return (
    <>
      {outside && (
        <>
          <span className="Key">
            <i style={{ background: 'var(--mark)' }} />
            {t('pages.key.inside')}
          </span>
          <span className="Key">
            <i style={{ background: 'var(--mark-muted)' }} />
            {t('pages.key.outside')}
          </span>
        </>
      )}
      {words.length > 0 && (
        <span className="Key">
          <i className="is-light" />
          {words.join(', ')}
        </span>
      )}
    </>
  );
}

/** True once something has been missing for 200 ms: shorter waits show nothing. */
function useIsSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, [waiting]);
  return slow && waiting;
}

function footLine(view: View, data: ViewData | undefined, source: string): string {
  const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
  return [
    ...(view.note ? [sentence(view.note)] : []),
    ...(source ? [sentence(t('pages.view.source', { source }))] : []),
    ...(data && data.notes.length > 0 ? [sentence(data.notes.join(', '))] : []),
  ].join(' ');
}
