import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { IconButton } from '../design/IconButton.tsx';
import { t } from '../i18n/index.ts';
import { ColumnPanel } from './ColumnPanel.tsx';
import { decided, dropColumn, removeStep, renameColumn } from './changeRecipe.ts';
import { isMovable, moveStep } from './changeSteps.ts';
import { panels } from './panels/index.ts';
import type { Panel } from './panels/panel.ts';

interface StepPanelProps {
  preview: ImportPreview;
  recipe: Recipe;
  index: number;
  /** Names of the columns before the step. */
  columns: readonly string[];
  onChange: (recipe: Recipe) => void;
  /** The reading or the header changed: the steps after these are to be found again. */
  onDecide: (first: Recipe) => void;
  onSelect: (step: number | null) => void;
}

/** What can be changed about one step, and its place in the list. */
export function StepPanel(props: StepPanelProps) {
  const { preview, recipe, index, columns, onChange, onDecide, onSelect } = props;
  const step = recipe[index];
  if (!step) return null;
  const isDecision = step.step === 'readText' || step.step === 'readSheet' || step.step === 'header';
  const set = (next: Step) =>
    isDecision ? onDecide(decided(recipe, next)) : onChange(recipe.with(index, next));
  // Each panel takes its own kind of step; the registry cannot say so.
  const Fields = panels[step.step] as Panel<Step['step']> | undefined;
  const move = (by: -1 | 1) => {
    const moved = moveStep(recipe, index, by);
    if (!moved) return;
    onSelect(index + by);
    onChange(moved);
  };
  return (
    <div className="StepPanel">
      {step.step === 'setColumn' ? (
        <ColumnPanel
          step={step}
          columns={columns}
          taken={preview.result.columns.map(({ name }) => name).filter((name) => name !== step.column)}
          onName={(name) => {
            const renamed = renameColumn(recipe, index, name);
            onSelect(renamed.index);
            onChange(renamed.recipe);
          }}
          onChange={set}
          onDrop={() => {
            onSelect(null);
            onChange(dropColumn(recipe, step.column));
          }}
        />
      ) : (
        Fields && <Fields key={index} step={step} columns={columns} preview={preview} onChange={set} />
      )}
      {isMovable(recipe, index) && (
        <fieldset className="StepPlace" aria-label={t('importing.place')}>
          <IconButton
            label={t('importing.moveUp')}
            shortcut="Alt+Up"
            icon={ArrowUp}
            isDisabled={moveStep(recipe, index, -1) === null}
            onPress={() => move(-1)}
          />
          <IconButton
            label={t('importing.moveDown')}
            shortcut="Alt+Down"
            icon={ArrowDown}
            isDisabled={moveStep(recipe, index, 1) === null}
            onPress={() => move(1)}
          />
          <IconButton
            label={t('importing.removeStep')}
            shortcut="Delete"
            icon={Trash2}
            onPress={() => {
              onSelect(null);
              onChange(removeStep(recipe, index));
            }}
          />
        </fieldset>
      )}
    </div>
  );
}
