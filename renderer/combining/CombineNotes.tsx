import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ImportNote } from '../../shared/contract/importing.ts';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { t } from '../i18n/index.ts';

interface CombineNotesProps {
  notes: readonly ImportNote[];
  /** Compares keys without regard to case and spaces. */
  onLoose: () => void;
}

/** What the steps have to say, what wants a look first; the cases of each can be opened. */
export function CombineNotes({ notes, onLoose }: CombineNotesProps) {
  const told = notes.filter(({ code }) => code !== 'combine.matched');
  const open = told.filter(({ weight }) => weight === 'decide').length;
  return (
    <section className="TaskEnd CombineNotes" aria-label={t('combining.report')}>
      <h2>
        {t('combining.report')}
        <small>{t('combining.reportCount', { open, noted: told.length - open })}</small>
      </h2>
      {told.length === 0 && <p className="none">{t('combining.nothingToSay')}</p>}
      <ul>
        {told
          .toSorted((a, b) => Number(b.weight === 'decide') - Number(a.weight === 'decide'))
          .map((note) => (
            <li key={note.code + note.text} className={note.weight === 'decide' ? 'is-open' : ''}>
              <Icon icon={note.weight === 'decide' ? TriangleAlert : note.count === 0 ? CircleCheck : Info} />
              <div>
                <b>{note.title}</b>
                <p>{note.text}</p>
                {note.cells && note.cells.length > 0 && <Cases note={note} />}
                {note.code === 'combine.nearly' && (
                  <Button onPress={onLoose}>{t('combining.ignoreCase')}</Button>
                )}
              </div>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Cases({ note }: { note: ImportNote }) {
  const cells = note.cells ?? [];
  return (
    <details>
      <summary>{t('combining.cases', { count: cells.length })}</summary>
      <ul className="CombineKeys">
        {cells.map(({ text, place }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two cases may read alike; their order is fixed
          <li key={`${i}${place.column}`}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
