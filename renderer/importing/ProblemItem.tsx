import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportNote } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { t } from '../i18n/index.ts';
import type { ShownCell } from './useCellMarks.ts';

interface ProblemItemProps {
  note: ImportNote;
  onShow: (cell: ShownCell) => void;
  onTreat: (recipe: Recipe) => void;
}

const icons: Record<ImportNote['weight'], LucideIcon> = {
  decide: TriangleAlert,
  refused: CircleX,
  note: Info,
};

/** One thing to know: where it is, its cells, and what can be done about it with one click. */
export function ProblemItem({ note, onShow, onTreat }: ProblemItemProps) {
  const [isOpen, setOpen] = useState(false);
  const { weight, place, cells = [], treatments = [], count } = note;
  const first = cells[0]?.place ?? place;
  return (
    <li className={weight === 'note' ? 'Problem' : `Problem is-open is-${weight}`}>
      <Icon icon={icons[weight]} />
      <b>{note.title}</b>
      <span className="at">{count !== undefined && t('importing.cases', { count })}</span>
      <p>{note.text}</p>
      <div className="Acts">
        {first?.line !== undefined && (
          <button type="button" className="Link" onClick={() => onShow(cellAt(first, cells[0]?.text))}>
            {t('importing.show', { place: first.cell ?? t('importing.lineNo', { line: first.line }) })}
          </button>
        )}
        {cells.length > 1 && (
          <button type="button" className="Link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'importing.hideCells' : 'importing.listCells', { count: cells.length })}
          </button>
        )}
      </div>
      {isOpen && (
        <div className="Cells">
          <ul>
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of one line may be alike
              <li key={index}>
                <button type="button" onClick={() => onShow(cellAt(cell.place, cell.text))}>
                  <span className="where">{cell.place.cell ?? cell.place.line}</span>
                  <span className="text">{cell.text}</span>
                </button>
              </li>
            ))}
          </ul>
          {count !== undefined && count > cells.length && (
            <p className="more">{t('importing.firstCells', { count, shown: cells.length })}</p>
          )}
        </div>
      )}
      {treatments.length > 0 && (
        <fieldset className="Treatments" aria-label={t('importing.treatments', { title: note.title })}>
          {treatments.map(({ title, recipe }) => (
            <Button key={title} onPress={() => onTreat(recipe)}>
              {title}
            </Button>
          ))}
        </fieldset>
      )}
    </li>
  );
}

function cellAt(
  { line, column, cell }: NonNullable<ImportNote['place']>,
  text: string | undefined,
): ShownCell {
  return { line: line ?? 1, column, cell, text };
}
