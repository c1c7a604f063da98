import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { t } from '../i18n/index.ts';
import { StepPanel } from './StepPanel.tsx';

interface RecipePanelProps {
  preview: ImportPreview;
  selected: number | null;
  onSelect: (step: number | null) => void;
  onChange: (recipe: Recipe) => void;
  onDecide: (first: Recipe) => void;
}

/** The steps in order, with what each did; the chosen one opens for changes. */
export function RecipePanel({ preview, selected, onSelect, onChange, onDecide }: RecipePanelProps) {
  const { recipe, stepWords } = preview;
  return (
    <aside className="RecipePanel" aria-label={t('importing.recipe')}>
      <h2 className="PanelTitle">
        {t('importing.recipe')}
        <small>{t('importing.steps', { count: recipe.length })}</small>
      </h2>
      <ol>
        {recipe.map((_step, index) => {
          const words = stepWords[index];
          const isOn = index === selected;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
            <li key={index} className={isOn ? 'Step is-on' : 'Step'}>
              <button type="button" aria-expanded={isOn} onClick={() => onSelect(isOn ? null : index)}>
                <span className="no">{index + 1}</span>
                <span className="words">
                  <b>{words?.title}</b>
                  <span>{words?.words}</span>
                </span>
                <small>{words?.count}</small>
              </button>
              {isOn && (
                <StepPanel
                  preview={preview}
                  index={index}
                  onChange={onChange}
                  onDecide={onDecide}
                  onSelect={onSelect}
                />
              )}
            </li>
          );
        })}
      </ol>
    </aside>
  );
}
