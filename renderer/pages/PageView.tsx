import { FileDown, LayoutGrid, Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChartData } from '../../shared/charts/chart.ts';
import type { toChartData } from '../../shared/charts/chartData.ts';
import { type Document, findById } from '../../shared/model/document.ts';
import type { Page, View } from '../../shared/model/view.ts';
import type { Selection } from '../../shared/views/query.ts';
import { useNavigation } from '../app/navigation.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { setStatus } from '../app/statusStore.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { PageHeader } from '../design/PageHeader.tsx';
import { t } from '../i18n/index.ts';
import { AddView } from './AddView.tsx';
import { PageFilterBar } from './PageFilterBar.tsx';
import { PageMenus } from './PageMenus.tsx';
import { Tile } from './Tile.tsx';
import { ViewGrid } from './ViewGrid.tsx';
import { refreshAnswers, useAnswers } from './viewAnswers.ts';
import './pages.css';

/** A page of linked views: title, single figures, charts, and what they are narrowed to. */
export function PageView({ id }: { id: string }) {
  const document = useProject((state) => state.document);
  const page = document ? findById(document.pages, id) : undefined;
  if (!document || !page)
    return (
      <main className="Main">
        <EmptyState icon={LayoutGrid} title={t('pages.gone')} />
      </main>
    );
  return <ShownPage key={id} document={document} page={page} />;
}

function ShownPage({ document, page }: { document: Document; page: Page }) {
  const [adding, setAdding] = useState(false);
  const tiles = useMemo(() => viewsOf(page.tiles, document), [page.tiles, document]);
  const views = useMemo(
    () =>
      viewsOf(
        page.layout.map((item) => item.view),
        document,
      ),
    [page.layout, document],
  );
  const charts = useRef(new Map<string, ChartData>());
  const [, setDrawn] = useState(0);

  useEffect(() => {
    refreshAnswers([...tiles, ...views], page.selection, document).catch(reportProblem);
  }, [tiles, views, page.selection, document]);

  const select = useCallback(
    (selection: Selection) => {
      run('select', { page: page.id, selection }).catch(reportProblem);
    },
    [page.id],
  );
  /** The filter bar sums what the charts hold; it is told when they have new data. */
  const onChart = useCallback((view: string, chart: ChartData | null) => {
    if (chart) charts.current.set(view, chart);
    else charts.current.delete(view);
    setDrawn((count) => count + 1);
  }, []);

  useEffect(() => () => pageStatus(null), []);
  const lead = views[0];
  const answer = useAnswers((state) => (lead ? state[lead.id] : undefined));
  useEffect(() => {
    const data = answer?.data;
    pageStatus(data && lead ? { document, views, lead, data, selection: page.selection } : null);
  }, [answer, lead, views, document, page.selection]);

  // The lead view is what the inspector is about until something else is chosen.
  useEffect(() => {
    const { inspected, inspect } = useNavigation.getState();
    if (inspected.kind === 'none' && lead) inspect({ kind: 'view', id: lead.id });
  }, [lead]);

  const empty = tiles.length === 0 && views.length === 0;
  return (
    <>
      <main className="Main">
        <PageHeader
          title={page.title}
          {...(page.subtitle && { subtitle: page.subtitle })}
          end={
            <>
              <Button icon={Plus} onPress={() => setAdding(true)}>
                {t('pages.addView')}
              </Button>
              <PageMenus page={page} views={[...tiles, ...views]} />
            </>
          }
        />
        {page.text && <p className="page-text">{page.text}</p>}
        {tiles.length > 0 && (
          <div className="TileRow">
            {tiles.map((view) => (
              <Tile key={view.id} page={page} view={view} />
            ))}
          </div>
        )}
        {empty ? (
          <EmptyState
            icon={FileDown}
            title={t('pages.empty.title')}
            text={t(document.tables.length > 0 ? 'pages.empty.text' : 'pages.empty.noTables')}
            {...(document.tables.length > 0 && {
              action: { label: t('pages.addView'), run: () => setAdding(true) },
            })}
          />
        ) : (
          <ViewGrid page={page} document={document} views={views} onSelect={select} onChart={onChart} />
        )}
      </main>
      {!empty && <PageFilterBar page={page} document={document} charts={charts.current} onChange={select} />}
      {adding && <AddView page={page} document={document} onClose={() => setAdding(false)} />}
    </>
  );
}

function viewsOf(ids: readonly string[], document: Document): View[] {
  return ids.flatMap((id) => findById(document.views, id) ?? []);
}

/** Rows of the lead view, views that follow, and the engine's time, for the status bar. */
function pageStatus(
  state: {
    document: Document;
    views: readonly View[];
    lead: View;
    data: Parameters<typeof toChartData>[1];
    selection: Selection;
  } | null,
): void {
  if (!state) {
    setStatus('rows', null);
    setStatus('views', null);
    setStatus('query', null);
    return;
  }
  const { data, views } = state;
  const following = views.filter(({ follows }) => follows).length;
  setStatus(
    'rows',
    t('pages.status.rows', {
      rows: data.rows.toLocaleString('en'),
      all: data.rowsOfAll.toLocaleString('en'),
    }),
  );
  setStatus('views', t('pages.status.views', { following, count: views.length }));
  setStatus(
    'query',
    data.elapsed < 1 ? t('pages.status.fast') : t('pages.status.query', { ms: Math.round(data.elapsed) }),
  );
}
