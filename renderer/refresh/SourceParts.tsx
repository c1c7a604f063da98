import { RefreshCw, SearchCheck } from 'lucide-react';
import { useEffect } from 'react';
import { CANCELLED, toProblemData } from '../../shared/contract/problem.ts';
import type { SourcePlace } from '../../shared/contract/refreshing.ts';
import type { Source } from '../../shared/model/source.ts';
import { useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { Button } from '../design/Button.tsx';
import { t } from '../i18n/index.ts';
import { refreshTable, relinkSource, tableOfSource } from './refreshActions.ts';
import { checkPlaces } from './sourcePlaces.ts';

/** Where a source's file is, in words. */
export function placeWords({ state, path }: SourcePlace): string {
  const words = {
    here: t('refreshing.place.here'),
    changed: t('refreshing.place.changedShort'),
    missing: t('refreshing.place.missingShort'),
    unknown: t('refreshing.place.unknown'),
  }[state];
  return path ? `${words}: ${path}` : words;
}

/** Refresh, and look for the file. */
export function SourceActions({ source }: { source: Source }) {
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  const table = tableOfSource(source.id);
  // The file may have come, gone or changed since the project was opened.
  useEffect(() => {
    checkPlaces().catch((error) => toProblemData(error).code !== CANCELLED && reportProblem(error));
  }, []);
  return (
    <>
      <Button icon={SearchCheck} onPress={() => void relinkSource(source).catch(reportProblem)}>
        {t('refreshing.place.relink')}
      </Button>
      {table && !readOnly && (
        <Button icon={RefreshCw} onPress={() => void refreshTable(table).catch(reportProblem)}>
          {t('refreshing.command')}
        </Button>
      )}
    </>
  );
}

/** The files that were read one after the other, newest first. */
export function Releases({ source }: { source: Source }) {
  if (!source.releases) return null;
  return (
    <section>
      <h2>{t('refreshing.place.releases')}</h2>
      <ol>
        {source.releases.toReversed().map(({ fileName, released, estimated, seenAt, rows, firstRow }) => (
          <li key={firstRow}>
            {[
              fileName,
              released && `${released}${estimated ? ` (${t('refreshing.place.estimated')})` : ''}`,
              t('refreshing.foot.rows', { count: rows }),
              `${t('app.source.read')} ${seenAt.slice(0, 10)}`,
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ol>
    </section>
  );
}
