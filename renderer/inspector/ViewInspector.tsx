import { type Document, findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { InspectorHeader } from '../design/InspectorHeader.tsx';
import { Tabs } from '../design/Tabs.tsx';
import { t } from '../i18n/index.ts';
import { MarkSection } from './view/MarkSection.tsx';
import { ViewDataTab } from './view/ViewDataTab.tsx';
import { ViewNotesTab } from './view/ViewNotesTab.tsx';
import { ViewStyleTab } from './view/ViewStyleTab.tsx';

export interface ViewTabProps {
  view: View;
  document: Document;
  /** Commits one undoable change. What the query may not ask is told in the view itself. */
  change(part: Partial<Omit<View, 'id'>>): void;
}

/** What a view shows and how: data, style, notes. */
export function ViewInspector({ id, mark }: { id: string; mark?: string | undefined }) {
  const document = useProject((state) => state.document);
  const view = document ? findById(document.views, id) : undefined;
  if (!document || !view) return null;
  const change = (part: Partial<Omit<View, 'id'>>) => {
    run('updateView', { view: view.id, change: part }).catch(reportProblem);
  };
  const tab = { view, document, change };
  return (
    <>
      <InspectorHeader
        kind={t('pages.inspect.kindOf', { kind: t(`pages.kind.${view.kind}`).toLowerCase() })}
        title={view.title}
      />
      <Tabs
        label={view.title}
        items={[
          {
            id: 'data',
            label: t('pages.inspect.data'),
            content: (
              <>
                <MarkSection view={view} document={document} mark={mark} />
                <ViewDataTab {...tab} />
              </>
            ),
          },
          { id: 'style', label: t('pages.inspect.style'), content: <ViewStyleTab {...tab} /> },
          { id: 'notes', label: t('pages.inspect.notes'), content: <ViewNotesTab {...tab} /> },
        ]}
      />
    </>
  );
}
