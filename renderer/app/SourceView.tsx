import { Table2 } from 'lucide-react';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { Button } from '../design/Button.tsx';
import { KeyList } from '../design/KeyList.tsx';
import { PageHeader } from '../design/PageHeader.tsx';
import { stepText } from '../grid/stepText.ts';
import { t } from '../i18n/index.ts';
import { placeWords, Releases, SourceActions } from '../refresh/SourceParts.tsx';
import { useSourcePlaces } from '../refresh/sourcePlaces.ts';
import { sizeWords } from './files/fileWords.ts';
import { useNavigation } from './navigation.ts';
import { useProject } from './projectStore.ts';
import { useSettings } from './useSettings.ts';

/** Where rows came from: the file and its hash, the steps that read it, what was skipped, and the tables made of it. */
export function SourceView({ id }: { id: string }) {
  const document = useProject((state) => state.document);
  const go = useNavigation((state) => state.go);
  const numbers = useSettings((state) => state.numbers);
  const place = useSourcePlaces((places) => places[id]);
  const source = document?.sources.find((known) => known.id === id);
  if (!document || !source) return null;
  const tables = document.tables.filter((table) => table.source === id);
  const placeFact = place ? [[t('refreshing.place.state'), placeWords(place)] as const] : [];
  return (
    <main className="Main">
      <PageHeader
        title={source.title}
        subtitle={source.fileName}
        end={
          <>
            {tables.map((table) => (
              <Button key={table.id} icon={Table2} onPress={() => go({ kind: 'table', id: table.id })}>
                {table.title}
              </Button>
            ))}
            <SourceActions source={source} />
          </>
        }
      />
      <div className="SourceFacts">
        <section>
          <h2>{t('app.source.file')}</h2>
          <KeyList
            items={[
              [
                t('app.source.rows'),
                formatNumber(source.rows, { decimals: 0, thousands: true, style: numbers }),
              ],
              [t('app.source.size'), sizeWords(source.bytes)],
              ...(source.sheet ? [[t('app.source.sheet'), source.sheet] as const] : []),
              ...(source.range ? [[t('app.source.range'), source.range] as const] : []),
              [t('app.source.read'), source.importedAt.slice(0, 10)],
              ...placeFact,
              ['SHA-256', <code key="sha">{source.sha256}</code>],
            ]}
          />
        </section>
        <Releases source={source} />
        <section>
          <h2>{t('app.source.recipe')}</h2>
          <ol>
            {source.recipe.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a recipe is a fixed list, told apart by order alone
              <li key={index}>{stepText(step)}</li>
            ))}
          </ol>
        </section>
        {source.notes.length > 0 && (
          <section>
            <h2>{t('app.source.notes')}</h2>
            <ul>
              {source.notes.map((note) => (
                <li key={note.code + note.text}>{note.text}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
