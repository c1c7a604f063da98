import type { ImportPreview } from '../../shared/contract/importing.ts';
import { sizeWords } from '../app/files/fileWords.ts';
import { t } from '../i18n/index.ts';
import { RefreshOffer } from '../refresh/RefreshOffer.tsx';

interface ImportHeadProps {
  preview: ImportPreview;
  title: string;
  /** How many files of its layout it stands for. */
  count: number | undefined;
}

/** What the file is: name, size, format, lines, and the start of its hash. */
export function ImportHead({ preview, title, count }: ImportHeadProps) {
  const facts: readonly (readonly [string, string])[] = [
    [sizeWords(preview.bytes), formatWords(preview)],
    [t('importing.lines', { count: preview.lines }), t('importing.columns', { count: preview.columns })],
    ...timeFact(preview),
    [preview.sha256.slice(0, 8), t('importing.hash')],
  ];
  return (
    <section className="TaskHead" aria-labelledby="import-head">
      <div>
        <h1 id="import-head">
          {t(count === undefined ? 'importing.title' : 'importing.recipeTitle', { file: preview.fileName })}
        </h1>
        <p>{count === undefined ? t('importing.newTable', { title }) : t('importing.forFiles', { count })}</p>
        {count === undefined && <RefreshOffer preview={preview} />}
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
