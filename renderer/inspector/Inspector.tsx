import { MousePointerClick } from 'lucide-react';
import { useNavigation } from '../app/navigation.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { t } from '../i18n/index.ts';
import { ViewInspector } from './ViewInspector.tsx';

/** The panel at the side: what the chosen thing is made of. */
export function Inspector() {
  const inspected = useNavigation((state) => state.inspected);
  switch (inspected.kind) {
    case 'view':
      return <ViewInspector key={inspected.id} id={inspected.id} mark={inspected.mark} />;
    default:
      return (
        <EmptyState
          icon={MousePointerClick}
          title={t('pages.inspect.nothing')}
          text={t('pages.inspect.nothingText')}
        />
      );
  }
}
