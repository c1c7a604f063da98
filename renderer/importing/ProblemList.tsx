import type { ImportNote } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { t } from '../i18n/index.ts';
import { ProblemItem } from './ProblemItem.tsx';
import type { ShownCell } from './useCellMarks.ts';

const order: ImportNote['weight'][] = ['refused', 'decide', 'note'];

interface ProblemListProps {
  notes: readonly ImportNote[];
  onShow: (cell: ShownCell) => void;
  onTreat: (recipe: Recipe) => void;
}

/** What the readers and steps want a person to know, weightiest first. */
export function ProblemList({ notes, onShow, onTreat }: ProblemListProps) {
  const sorted = notes.toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
  const open = notes.filter(({ weight }) => weight !== 'note').length;
  return (
    <section className="TaskEnd ProblemList" aria-label={t('importing.problems')}>
      <h2 className="PanelTitle">
        {t('importing.problems')}
        <small>{t('importing.problemCount', { open, noted: notes.length - open })}</small>
      </h2>
      {notes.length === 0 && <p className="none">{t('importing.noProblems')}</p>}
      <ul>
        {sorted.map((note, index) => (
          <ProblemItem
            // A note keeps its list open while the recipe changes round it; two may be alike but for their place.
            key={`${note.code} ${note.place?.column ?? ''} ${note.title} ${sorted.slice(0, index).filter((one) => one.code === note.code).length}`}
            note={note}
            onShow={onShow}
            onTreat={onTreat}
          />
        ))}
      </ul>
    </section>
  );
}
