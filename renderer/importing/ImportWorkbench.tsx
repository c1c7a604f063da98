import { useState } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { useWindowHistory } from '../app/commands/windowHistory.ts';
import { TaskWindow } from '../app/frame/TaskWindow.tsx';
import { useNavigation } from '../app/navigation.ts';
import { Button } from '../design/Button.tsx';
import { Message } from '../design/Message.tsx';
import { t } from '../i18n/index.ts';
import { columnStep, headerAt, setColumn } from './changeRecipe.ts';
import { headerIndex, headerTo } from './changeSteps.ts';
import { cellMenu, columnMenu } from './columnMenu.ts';
import { ImportFoot } from './ImportFoot.tsx';
import { ImportHead } from './ImportHead.tsx';
import { ProblemList } from './ProblemList.tsx';
import { RawGrid } from './RawGrid.tsx';
import { RecipePanel } from './RecipePanel.tsx';
import { ResultGrid } from './ResultGrid.tsx';
import { rowMenu } from './rowMenu.ts';
import { TableChoice } from './TableChoice.tsx';
import { type ShownCell, useCellMarks } from './useCellMarks.ts';
import type { ImportState, RecipeWalk } from './useImport.ts';
import { useStepResult } from './useStepResult.ts';
import { useTableChoice } from './useTableChoice.ts';

interface ImportWorkbenchProps {
  state: ImportState;
  preview: ImportPreview;
  /** What the table is called until somebody says otherwise. */
  title: string;
  leave: () => void;
  /** The file stands for several of its layout: its recipe is used for them, and no table is made here. */
  forFiles?: { count: number; use: (recipe: Recipe) => void } | undefined;
}

/** The file's cells, the steps, the table that they make, and what is doubtful, side by side. */
export function ImportWorkbench({
  state,
  preview,
  title: firstTitle,
  leave,
  forFiles,
}: ImportWorkbenchProps) {
  const { recipe, problem, work, change, decide, run, cancel } = state;
  const [selected, setSelected] = useState<number | null>(null);
  /** A step that was chosen in the list is looked at as it was then; a column that was chosen, in the finished table. */
  const [asOf, setAsOf] = useState(true);
  const [shownCell, setShownCell] = useState<ShownCell | null>(null);
  const choice = useTableChoice(preview, state, firstTitle);
  const marks = useCellMarks(preview.notes);
  const go = useNavigation((navigation) => navigation.go);
  // What was open may stand elsewhere or be gone.
  const leaving = (walk: RecipeWalk | undefined) =>
    walk && {
      name: walk.name,
      run: () => {
        setSelected(null);
        walk.run();
      },
    };
  const [undo, redo] = [leaving(state.undo), leaving(state.redo)];
  useWindowHistory({ undo, redo });

  const broken = typeof problem?.details?.step === 'number' ? problem.details.step : null;
  const cut = cutAt(recipe, selected, asOf, broken);
  const { shown, waiting } = useStepResult(
    preview.id,
    cut === null || work !== null ? null : recipe.slice(0, cut + 1),
  );
  const result = shown?.result ?? preview.result;

  const select = (index: number | null, isAsOf = true) => {
    setSelected(index);
    setAsOf(isAsOf);
  };
  const openColumn = (name: string) => {
    const column = result.columns.find((known) => known.name === name);
    if (!column) return;
    const at = recipe.findIndex((step) => step.step === 'setColumn' && step.column === name);
    select(at >= 0 ? at : recipe.length, false);
    if (at < 0) change(setColumn(recipe, columnStep(recipe, column)));
  };
  const take = (changed: { recipe: Recipe; index?: number }) => {
    if (changed.index !== undefined) select(changed.index, false);
    change(changed.recipe);
  };
  const treat = (treated: Recipe) => {
    // The step that is new or changed is the one to look at.
    const at = treated.findIndex((step, index) => JSON.stringify(step) !== JSON.stringify(recipe[index]));
    take(at < 0 ? { recipe: treated } : { recipe: treated, index: at });
  };
  const finish = async () => {
    const table = await run(choice.title, choice.others);
    if (table) go({ kind: 'table', id: table });
  };
  const selectedStep = selected === null ? undefined : recipe[selected];

  return (
    <TaskWindow state={t('importing.state')} name="ImportWindow" isBusy={work !== null}>
      <ImportHead preview={preview} title={choice.title} count={forFiles?.count} />
      <div className="TaskStart ImportSide">
        {choice.items.length > 1 && !forFiles && (
          <TableChoice
            items={choice.items}
            current={choice.current}
            chosen={choice.chosen}
            onOpen={(item) => {
              select(null);
              setShownCell(null);
              choice.open(item);
            }}
            onChoose={choice.choose}
          />
        )}
        <RecipePanel
          preview={preview}
          recipe={recipe}
          problem={problem}
          selected={selected}
          onSelect={select}
          onChange={change}
          onDecide={decide}
          undo={undo}
          redo={redo}
        />
      </div>
      <main className="ImportMid">
        <div className="MidHead">
          <h2>{t('importing.file')}</h2>
          <span>{t('importing.rawWords', { count: preview.lines })}</span>
          <span className="end">
            <span className="Key">
              <i className="is-header" />
              {t('importing.keyHeader')}
            </span>
            <span className="Key">
              <i className="is-problem" />
              {t('importing.keyProblem')}
            </span>
          </span>
        </div>
        <RawGrid
          preview={preview}
          recipe={recipe}
          marks={marks}
          shown={shownCell}
          onHeader={(line, extend) => decide(extend ? headerTo(recipe, line) : headerAt(recipe, line))}
          menu={(line) => rowMenu(recipe, line, change, decide)}
        />
        <div className="MidHead is-second">
          <h2>{t('importing.result')}</h2>
          <span>{t('importing.resultWords', { count: result.rowCount })}</span>
          {waiting && cut !== null && (
            <span className="end">{t('importing.workingOut', { step: cut + 1 })}</span>
          )}
          {shown && cut !== null && (
            <span className="end">
              {t('importing.asOf', { step: cut + 1, count: recipe.length })}
              <button type="button" className="Link" onClick={() => setAsOf(false)}>
                {t('importing.showEnd')}
              </button>
            </span>
          )}
        </div>
        {problem && !shown ? (
          <div className="ImportProblem">
            <Message tone="danger" title={problem.message}>
              <p>{problem.remedy}</p>
            </Message>
            {undo && <Button onPress={undo.run}>{t('importing.takeBack')}</Button>}
          </div>
        ) : (
          <ResultGrid
            id={preview.id}
            recipe={shown?.recipe ?? preview.recipe}
            result={result}
            unfinished={shown !== null}
            marks={marks}
            shown={shownCell}
            selected={selectedStep?.step === 'setColumn' ? selectedStep.column : null}
            onColumn={openColumn}
            columnMenu={(column) =>
              columnMenu({
                recipe,
                column,
                names: result.columns.map(({ name }) => name),
                take,
                open: () => openColumn(column.name),
              })
            }
            cellMenu={(column, text) => cellMenu({ recipe, column, take }, text)}
          />
        )}
      </main>
      <ProblemList notes={preview.notes} onShow={setShownCell} onTreat={treat} />
      <ImportFoot
        preview={preview}
        title={choice.title}
        onTitle={choice.setTitle}
        others={choice.others.length}
        forFiles={forFiles?.count}
        work={work}
        blocked={problem !== null}
        onCancelWork={cancel}
        onCancel={leave}
        onImport={() => (forFiles ? forFiles.use(recipe) : void finish())}
      />
    </TaskWindow>
  );
}

/** The step up to which the result is shown; null where it is all of them. A broken recipe is shown up to the step before the broken one. */
function cutAt(recipe: Recipe, selected: number | null, asOf: boolean, broken: number | null): number | null {
  const header = headerIndex(recipe);
  if (broken !== null) return broken - 1 >= header ? broken - 1 : null;
  if (selected === null || !asOf || selected < header || selected >= recipe.length - 1) return null;
  return selected;
}
