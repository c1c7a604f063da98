import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ImportNote } from '../../shared/contract/importing.ts';
import { Icon } from '../design/Icon.tsx';
import { t } from '../i18n/index.ts';

const icons: Record<ImportNote['weight'], LucideIcon> = {
  decide: TriangleAlert,
  refused: CircleX,
  note: Info,
};
const order: ImportNote['weight'][] = ['refused', 'decide', 'note'];

/** What the readers and steps want a person to know, weightiest first. One with a line leads there. */
export function ProblemList({
  notes,
  onLine,
}: {
  notes: readonly ImportNote[];
  onLine: (line: number) => void;
}) {
  const sorted = notes.toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
  const open = notes.filter(({ weight }) => weight !== 'note').length;
  return (
    <section className="ProblemList" aria-label={t('importing.problems')}>
      <h2 className="PanelTitle">
        {t('importing.problems')}
        <small>{t('importing.problemCount', { open, noted: notes.length - open })}</small>
      </h2>
      {notes.length === 0 && <p className="none">{t('importing.noProblems')}</p>}
      <ul>
        {sorted.map((note, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two notes may be alike in every word
            key={index}
            className={note.weight === 'note' ? 'Problem' : `Problem is-open is-${note.weight}`}
          >
            <Icon icon={icons[note.weight]} />
            <b>{note.title}</b>
            <span className="at">{placeWords(note, onLine)}</span>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeWords({ place, count }: ImportNote, onLine: (line: number) => void) {
  const line = place?.line;
  if (line !== undefined)
    return (
      <button type="button" onClick={() => onLine(line)}>
        {place?.cell ?? t('importing.lineNo', { line })}
      </button>
    );
  return count === undefined ? null : t('importing.cases', { count });
}
