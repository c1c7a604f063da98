import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { FileGroup, ManyFiles } from '../../shared/contract/manyFiles.ts';
import { Icon } from '../design/Icon.tsx';
import { t } from '../i18n/index.ts';

interface FileNotesProps {
  group: FileGroup | undefined;
  skipped: ManyFiles['skipped'];
}

/** What is doubtful, under the name of its file; and the files that were left out, with why. */
export function FileNotes({ group, skipped }: FileNotesProps) {
  const files = (group?.files ?? []).filter(({ notes }) => notes.length > 0);
  const open = files.reduce(
    (sum, { notes }) => sum + notes.filter(({ weight }) => weight !== 'note').length,
    skipped.length,
  );
  const noted = files.reduce(
    (sum, { notes }) => sum + notes.filter(({ weight }) => weight === 'note').length,
    0,
  );
  return (
    <section className="TaskEnd CombineNotes" aria-label={t('importing.problems')}>
      <h2>
        {t('importing.problems')}
        <small>{t('combining.reportCount', { open, noted })}</small>
      </h2>
      {skipped.length + files.length === 0 && <p className="none">{t('importing.noProblems')}</p>}
      {skipped.length > 0 && (
        <>
          <h3>{t('combining.many.leftOut')}</h3>
          <ul>
            {skipped.map(({ name, problem }) => (
              <li key={name + problem.code} className="is-open">
                <Icon icon={CircleX} />
                <div>
                  <b>{name}</b>
                  <p>{[problem.message, problem.remedy].filter(Boolean).join(' ')}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {files.map(({ path, name, notes }) => (
        <section key={path} aria-label={name}>
          <h3>{name}</h3>
          <ul>
            {notes.map((note) => (
              <li key={note.code + note.text} className={note.weight === 'note' ? '' : 'is-open'}>
                <Icon icon={note.weight === 'note' ? Info : TriangleAlert} />
                <div>
                  <b>{note.title}</b>
                  <p>{note.text}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
