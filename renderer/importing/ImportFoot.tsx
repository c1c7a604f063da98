import type { ImportPreview } from '../../shared/contract/importing.ts';
import { Button } from '../design/Button.tsx';
import { Progress } from '../design/Progress.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import type { Work } from './useImport.ts';

interface ImportFootProps {
  preview: ImportPreview;
  title: string;
  onTitle: (title: string) => void;
  /** Further tables of the file that come too. */
  others: number;
  /** How many files of its layout the file stands for: their recipe is set here, and nothing imported. */
  forFiles: number | undefined;
  work: Work | null;
  /** The recipe does not run as it stands. */
  blocked: boolean;
  onCancelWork: () => void;
  onCancel: () => void;
  onImport: () => void;
}

/** How many rows would come, under what name, and the button that brings them. */
export function ImportFoot(props: ImportFootProps) {
  const { preview, title, others, forFiles, work, blocked } = props;
  const rows = preview.result.rowCount;
  const refused = countOf(preview, 'refused');
  const doubtful = countOf(preview, 'decide');
  if (work?.kind === 'importing')
    return (
      <footer className="TaskFoot">
        <Progress
          text={t('importing.importing')}
          done={work.done}
          total={work.total}
          count={work.note}
          onCancel={props.onCancelWork}
        />
      </footer>
    );
  return (
    <footer className="TaskFoot">
      <span>
        <b>{t(preview.partial ? 'importing.aboutRows' : 'importing.rows', { count: rows })}</b>{' '}
        {[
          ...(forFiles === undefined ? [t('importing.toAdd')] : []),
          t('importing.refused', { count: refused }),
          t('importing.doubtful', { count: doubtful }),
        ].join(', ')}
      </span>
      <div className="end">
        {forFiles === undefined && (
          <>
            <span aria-hidden="true">{t('importing.tableName')}</span>
            <div className="name">
              <TextInput
                label={t('importing.tableName')}
                labelHidden
                value={title}
                onCommit={(text) => text.trim() && props.onTitle(text.trim())}
              />
            </div>
          </>
        )}
        <Button onPress={props.onCancel}>{t('app.action.cancel')}</Button>
        <Button
          variant="primary"
          isDisabled={blocked || work !== null || rows === 0}
          onPress={props.onImport}
        >
          {importWords(rows, others, forFiles)}
        </Button>
      </div>
    </footer>
  );
}

function importWords(rows: number, others: number, forFiles: number | undefined): string {
  if (forFiles !== undefined) return t('importing.useForFiles', { count: forFiles });
  return others > 0
    ? t('importing.importTables', { count: others + 1 })
    : t('importing.import', { count: rows });
}

function countOf({ notes }: ImportPreview, weight: 'refused' | 'decide'): number {
  return notes.reduce((sum, note) => (note.weight === weight ? sum + (note.count ?? 1) : sum), 0);
}
