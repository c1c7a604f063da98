import { FileDown } from 'lucide-react';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { EmptyState } from '../design/EmptyState.tsx';
import { t } from '../i18n/index.ts';
import { StartWindow } from '../start/StartWindow.tsx';
import { runCommand } from './commands/registry.ts';
import { Workbench } from './frame/Workbench.tsx';
import { type Inspected, type Place, useNavigation } from './navigation.ts';
import { PartBoundary } from './PartBoundary.tsx';
import { useProject } from './projectStore.ts';
import { SourceView } from './SourceView.tsx';

/** Parts that the start window does without come with the first look at them. */
const HistoryPanel = part(() => import('./history/HistoryPanel.tsx').then((file) => file.HistoryPanel));
const ImportView = part(() => import('../importing/ImportView.tsx').then((file) => file.ImportView));
const CombineView = part(() => import('../combining/CombineView.tsx').then((file) => file.CombineView));
const ManyFilesView = part(() => import('../combining/ManyFilesView.tsx').then((file) => file.ManyFilesView));
const PageView = part(() => import('../pages/PageView.tsx').then((file) => file.PageView));
const RefreshView = part(() => import('../refresh/RefreshView.tsx').then((file) => file.RefreshView));
const TableView = part(() => import('../grid/TableView.tsx').then((file) => file.TableView));
const TargetView = part(() => import('../pages/TargetView.tsx').then((file) => file.TargetView));
const DeckView = part(() => import('../deck/DeckView.tsx').then((file) => file.DeckView));
const ColumnInspector = part(() =>
  import('../inspector/ColumnInspector.tsx').then((file) => file.ColumnInspector),
);
const SlideInspector = part(() =>
  import('../inspector/SlideInspector.tsx').then((file) => file.SlideInspector),
);
const TargetInspector = part(() =>
  import('../inspector/TargetInspector.tsx').then((file) => file.TargetInspector),
);
const ViewInspector = part(() => import('../inspector/ViewInspector.tsx').then((file) => file.ViewInspector));

function part<P>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await load() }));
}

/** Which window is shown, and in the workbench which page and inspector. */
export function Places() {
  const { place, inspected, historyShown } = useNavigation();
  const open = useProject((state) => state.status.open);
  if (!open) return <StartWindow />;
  if (place.kind === 'import')
    return (
      <Part about={place.path}>
        <ImportView path={place.path} />
      </Part>
    );
  if (place.kind === 'refresh')
    return (
      <Part about={`${place.table} ${place.path}`}>
        <RefreshView table={place.table} path={place.path} />
      </Part>
    );
  if (place.kind === 'importMany')
    return (
      <Part about={JSON.stringify(place)}>
        <ManyFilesView files={place.files} others={place.others} />
      </Part>
    );
  if (place.kind === 'combine')
    return (
      <Part about="combine">
        <CombineView key={place.change} table={place.table} change={place.change} />
      </Part>
    );
  const inspector = historyShown ? <HistoryPanel /> : inspectorOf(inspected);
  const about = historyShown ? 'history' : inspectedKey(inspected);
  return (
    <Workbench inspector={inspector && <Part about={about}>{inspector}</Part>}>
      <Part about={JSON.stringify(place)}>{viewOf(place)}</Part>
    </Workbench>
  );
}

function Part({ about, children }: { about: string; children: ReactNode }) {
  return (
    <PartBoundary key={about}>
      <Suspense fallback={<div className="Main" />}>{children}</Suspense>
    </PartBoundary>
  );
}

function viewOf(place: Exclude<Place, { kind: 'import' | 'importMany' | 'refresh' | 'combine' }>): ReactNode {
  switch (place.kind) {
    case 'start':
      return <EmptyProject />;
    case 'page':
      return <PageView id={place.id} />;
    case 'table':
      return <TableView id={place.id} />;
    case 'target':
      return <TargetView id={place.id} />;
    case 'deck':
      return <DeckView id={place.id} />;
    case 'source':
      return <SourceView id={place.id} />;
  }
}

/** What makes it another inspector. A mark of the same view, or the next column or slide, does not: its tab stays. */
function inspectedKey(inspected: Inspected): string {
  switch (inspected.kind) {
    case 'view':
    case 'target':
      return `${inspected.kind}:${inspected.id}`;
    case 'column':
      return `column:${inspected.table}`;
    case 'slide':
      return `slide:${inspected.deck}`;
    case 'none':
      return 'none';
  }
}

/** null: nothing to inspect, and the page has the panel's room. */
function inspectorOf(inspected: Inspected): ReactNode | null {
  switch (inspected.kind) {
    case 'view':
      return <ViewInspector id={inspected.id} mark={inspected.mark} />;
    case 'column':
      return <ColumnInspector table={inspected.table} column={inspected.column} />;
    case 'slide':
      return <SlideInspector deck={inspected.deck} slide={inspected.slide} />;
    case 'target':
      return <TargetInspector id={inspected.id} />;
    case 'none':
      return null;
  }
}

function EmptyProject() {
  return (
    <main className="Main">
      <EmptyState
        icon={FileDown}
        title={t('app.empty.title')}
        text={t('app.empty.text')}
        action={{ label: t('app.command.import'), run: () => void runCommand('file.import') }}
      />
    </main>
  );
}
