import { CANCELLED, toProblemData } from '../../shared/contract/problem.ts';
import type { SourcePlace } from '../../shared/contract/refreshing.ts';
import { findById } from '../../shared/model/document.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { toast } from '../design/toast.ts';
import { t } from '../i18n/index.ts';
import { relinkSource, tableOfSource } from './refreshActions.ts';
import { checkPlaces, useSourcePlaces } from './sourcePlaces.ts';

/** As many notices as are seen at once; the navigator's sources tell the rest. */
const MOST = 3;

/** Looks once for each project that is opened, and says what changed or is gone. */
export function watchSourcePlaces(): void {
  let seen: string | undefined;
  useProject.subscribe(({ connected, status, document }) => {
    if (!connected) return;
    const project = status.open && document ? `${status.path ?? ''} ${status.title}` : undefined;
    if (project === seen) return;
    seen = project;
    useSourcePlaces.setState({}, true);
    if (project === undefined || document?.sources.length === 0) return;
    checkPlaces()
      .then((places) =>
        places
          .filter(({ state }) => state === 'changed' || state === 'missing')
          .slice(0, MOST)
          .forEach(tell),
      )
      .catch((error) => toProblemData(error).code !== CANCELLED && reportProblem(error));
  });
}

function tell({ source: id, state, path }: SourcePlace): void {
  const { document } = useProject.getState();
  const source = document && findById(document.sources, id);
  const table = tableOfSource(id);
  if (!source || !table) return;
  if (state === 'changed' && path !== undefined)
    toast({
      tone: 'info',
      title: t('refreshing.place.changed', { file: source.fileName }),
      action: {
        label: t('refreshing.place.refresh'),
        run: () => useNavigation.getState().go({ kind: 'refresh', table: table.id, path }),
      },
    });
  if (state === 'missing')
    toast({
      tone: 'info',
      title: t('refreshing.place.missing', { file: source.fileName }),
      text: t('refreshing.place.missingText'),
      action: {
        label: t('refreshing.place.relink'),
        run: () => void relinkSource(source).catch(reportProblem),
      },
    });
}
