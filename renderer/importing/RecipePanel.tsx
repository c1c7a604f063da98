import { Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { ProblemData } from '../../shared/contract/problem.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { IconButton } from '../design/IconButton.tsx';
import { t } from '../i18n/index.ts';
import { AddStepMenu } from './AddStepMenu.tsx';
import { removeStep } from './changeRecipe.ts';
import { beforeTypes, headerIndex, insertAfter, isMovable, moveStep } from './changeSteps.ts';
import { StepItem } from './StepItem.tsx';
import { StepPanel } from './StepPanel.tsx';
import { type StepPlace, worksOnTexts } from './stepCatalog.ts';
import { columnsBefore, stepWordsOf } from './stepWordsOf.ts';
import type { RecipeWalk } from './useImport.ts';

interface RecipePanelProps {
  preview: ImportPreview;
  recipe: Recipe;
  problem: ProblemData | null;
  selected: number | null;
  onSelect: (step: number | null) => void;
  onChange: (recipe: Recipe) => void;
  onDecide: (first: Recipe) => void;
  undo: RecipeWalk | undefined;
  redo: RecipeWalk | undefined;
}

/** The steps in order, with what each did; the chosen one opens for changes. Arrows walk, Alt with arrows moves, Delete removes. */
export function RecipePanel(props: RecipePanelProps) {
  const { preview, recipe, problem, selected, onSelect, onChange, onDecide, undo, redo } = props;
  const list = useRef<HTMLOListElement>(null);
  const words = stepWordsOf(recipe, preview);
  const broken = problem && typeof problem.details?.step === 'number' ? problem.details.step : null;
  const after = selected === null ? recipe.length - 1 : Math.max(selected, headerIndex(recipe));

  const focus = (index: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-step="${index}"] > button`)?.focus(),
    );
  const onKey = (index: number) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by !== null) {
      event.preventDefault();
      const moved = event.altKey ? moveStep(recipe, index, by) : null;
      if (event.altKey && !moved) return;
      if (moved) {
        if (selected === index) onSelect(index + by);
        onChange(moved);
      }
      focus(Math.min(recipe.length - 1, Math.max(0, index + by)));
    }
    if (event.key === 'Delete' && isMovable(recipe, index)) {
      event.preventDefault();
      onSelect(null);
      onChange(removeStep(recipe, index));
      focus(index - 1);
    }
  };

  return (
    <aside className="RecipePanel" aria-label={t('importing.recipe')}>
      <h2 className="PanelTitle">
        {t('importing.recipe')}
        <small>{t('importing.steps', { count: recipe.length })}</small>
        <span className="tools">
          <IconButton
            label={t('app.command.undo')}
            tooltip={undo && `${t('app.command.undo')}: ${undo.name}`}
            shortcut="Mod+Z"
            icon={Undo2}
            small
            isDisabled={!undo}
            onPress={undo?.run}
          />
          <IconButton
            label={t('app.command.redo')}
            tooltip={redo && `${t('app.command.redo')}: ${redo.name}`}
            shortcut="Mod+Y"
            icon={Redo2}
            small
            isDisabled={!redo}
            onPress={redo?.run}
          />
        </span>
      </h2>
      <ol ref={list}>
        {recipe.map((step, index) => (
          <StepItem
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
            key={index}
            step={step}
            index={index}
            words={words[index]}
            isOn={index === selected}
            problem={index === broken ? problem : null}
            onToggle={() => onSelect(index === selected ? null : index)}
            onKey={onKey(index)}
          >
            <StepPanel
              preview={preview}
              recipe={recipe}
              index={index}
              columns={columnsBefore(words, index)}
              onChange={onChange}
              onDecide={onDecide}
              onSelect={onSelect}
            />
          </StepItem>
        ))}
      </ol>
      <AddStepMenu
        place={placeAfter(recipe, after, columnsBefore(words, after + 1), preview, selected === null)}
        after={selected === null ? null : after + 1}
        onAdd={(step) => {
          const at = selected === null && worksOnTexts(step) ? beforeTypes(recipe) - 1 : after;
          const added = insertAfter(recipe, at, step);
          onSelect(added.index);
          onChange(added.recipe);
          focus(added.index);
        }}
      />
    </aside>
  );
}

/** What a step after the given one can work on. Where it goes where it belongs, that is before the texts have types. */
function placeAfter(
  recipe: Recipe,
  after: number,
  columns: readonly string[],
  preview: ImportPreview,
  isFree: boolean,
): StepPlace {
  const typed = new Set<string>();
  for (const step of isFree ? [] : recipe.slice(0, after + 1)) {
    if (step.step !== 'setColumn') continue;
    if (step.type === 'category' || step.type === 'text') typed.delete(step.column);
    else typed.add(step.column);
  }
  return { columns, texts: columns.filter((name) => !typed.has(name)), result: preview.result.columns };
}
