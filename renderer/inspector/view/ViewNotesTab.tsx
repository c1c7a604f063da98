import { sourceLine } from '../../../shared/charts/tileFigure.ts';
import { InspectorSection } from '../../design/InspectorSection.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import type { ViewTabProps } from '../ViewInspector.tsx';

/** The words around a view. An empty source line takes the table's. */
export function ViewNotesTab({ view, document, change }: ViewTabProps) {
  return (
    <InspectorSection>
      <div className="page-form">
        <TextInput
          label={t('pages.inspect.title')}
          value={view.title}
          onCommit={(title) => title.trim() && change({ title: title.trim() })}
        />
        <TextInput
          label={t('pages.inspect.unitLine')}
          value={view.unitLine ?? ''}
          onCommit={(unitLine) => change({ unitLine })}
        />
        <TextInput
          label={t('pages.inspect.sourceLine')}
          value={view.source ?? ''}
          placeholder={sourceLine(view, document)}
          onCommit={(source) => change({ source })}
          multiline
        />
        <TextInput
          label={t('pages.inspect.note')}
          value={view.note ?? ''}
          onCommit={(note) => change({ note })}
          multiline
        />
      </div>
    </InspectorSection>
  );
}
