import type { ImportPreview } from '../../shared/contract/importing.ts';
import { sizeWords } from '../app/files/fileWords.ts';
import { t } from '../i18n/index.ts';
import { RefreshOffer } from '../refresh/RefreshOffer.tsx';

/** What the file is: name, size, format, lines, and the start of its hash. */
export function ImportHead({ preview, title }: { preview: ImportPreview; title: string }) {
  const facts: readonly (readonly [string, string])[] = [
    [sizeWords(preview.bytes), formatWords(preview)],
    [t('importing.lines', { count: preview.lines }), t('importing.columns', { count: preview.columns })],
    ...timeFact(preview),
    [preview.sha256.slice(0, 8), t('importing.hash')],
  ];
  return (
    <section className="TaskHead" aria-labelledby="import-head">
      <div>
        <h1 id="import-head">{t('importing.title', { file: preview.fileName })}</h1>
        <p>{t('importing.newTable', { title })}</p>
        <RefreshOffer preview={preview} />
      </div>
      <dl>
        {facts.map(([fact, about]) => (
          <div key={about}>
            <dd>{fact}</dd>
            <dt>{about}</dt>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How many months, quarters or years the column of periods holds, as its step counted them. */
function timeFact({ recipe, stepWords }: ImportPreview): [string, string][] {
  const at = recipe.findIndex((step) => step.step === 'setColumn' && step.role === 'time');
  const words = stepWords[at];
  return words?.count ? [[words.count, words.words]] : [];
}

/** "CSV, UTF-8" for text, the format's name for the rest. */
function formatWords({ recipe, format }: ImportPreview): string {
  const [read] = recipe;
  if (read?.step !== 'readText') return format.toUpperCase();
  return `${read.delimiter === '\t' ? 'TSV' : 'CSV'}, ${read.encoding.toUpperCase()}`;
}
