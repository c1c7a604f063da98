import './offer.css';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import { findById } from '../../shared/model/document.ts';
import { hasLayoutOf } from '../../shared/model/layoutOf.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { Button } from '../design/Button.tsx';
import { t } from '../i18n/index.ts';

/** A file that has the columns of a table of the project may be a newer one of it: that is offered, not done. */
export function RefreshOffer({ preview }: { preview: ImportPreview }) {
  const document = useProject((state) => state.document);
  const go = useNavigation((state) => state.go);
  const path = useNavigation(({ place }) => (place.kind === 'import' ? place.path : undefined));
  const names = preview.result.columns.map(({ name }) => name);
  const table = document?.tables.find((one) => {
    const source = one.source === undefined ? undefined : findById(document.sources, one.source);
    return source !== undefined && hasLayoutOf(names, one, source);
  });
  // What was pasted has no file that could be run through another recipe.
  if (!table || path === undefined) return null;
  return (
    <p className="RefreshOffer">
      {t('refreshing.match', { title: table.title })}
      <Button onPress={() => go({ kind: 'refresh', table: table.id, path })}>
        {t('refreshing.matchAction')}
      </Button>
    </p>
  );
}
