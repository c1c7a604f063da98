import './importing.css';
import { useState } from 'react';
import { fileName } from '../app/files/filePaths.ts';
import { TitleBar } from '../app/frame/TitleBar.tsx';
import { homePlace } from '../app/homePlace.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Message } from '../design/Message.tsx';
import { Progress } from '../design/Progress.tsx';
import { t } from '../i18n/index.ts';
import { columnStep, headerAt, setColumn } from './changeRecipe.ts';
import { ImportFoot } from './ImportFoot.tsx';
import { ImportHead } from './ImportHead.tsx';
import { ProblemList } from './ProblemList.tsx';
import { RawGrid } from './RawGrid.tsx';
import { RecipePanel } from './RecipePanel.tsx';
import { ResultGrid } from './ResultGrid.tsx';
import { useImport } from './useImport.ts';

/** A file on its way into the project: its cells, the steps, the table they make, and what is doubtful. */
export function ImportView({ path }: { path: string }) {
  const { preview, problem, work, change, decide, run, cancel } = useImport(path);
  const [selected, setSelected] = useState<number | null>(null);
  const [line, setLine] = useState<number | null>(null);
  const [title, setTitle] = useState(() => titleOf(path));
  const go = useNavigation((state) => state.go);
  const leave = () => go(homePlace(useProject.getState().document));

  if (!preview) {
    return (
      <div className="ImportWindow is-waiting">
        <TitleBar state={t('importing.state')} />
        <main className="ImportWaiting">
          {problem ? (
            <div className="ImportReading">
              <h1>{t('importing.title', { file: fileName(path) })}</h1>
              <ErrorState problem={problem} action={{ label: t('importing.back'), run: leave }} />
            </div>
          ) : (
            <div className="ImportReading">
              <h1>{t('importing.title', { file: fileName(path) })}</h1>
              <Progress
                text={t('importing.reading')}
                done={work?.done ?? 0}
                total={work?.total}
                count={work?.note}
                onCancel={leave}
              />
            </div>
          )}
        </main>
      </div>
    );
  }

  const { recipe, result } = preview;
  const selectedStep = selected === null ? undefined : recipe[selected];
  const openColumn = (name: string) => {
    const column = result.columns.find((known) => known.name === name);
    if (!column) return;
    const at = recipe.findIndex((step) => step.step === 'setColumn' && step.column === name);
    setSelected(at >= 0 ? at : recipe.length);
    if (at < 0) change(setColumn(recipe, columnStep(recipe, column)));
  };
  const finish = async () => {
    const table = await run(title);
    if (table) go({ kind: 'table', id: table });
  };

  return (
    <div className="ImportWindow" aria-busy={work !== null}>
      <TitleBar state={t('importing.state')} />
      <ImportHead preview={preview} title={title} />
      <RecipePanel
        preview={preview}
        selected={selected}
        onSelect={setSelected}
        onChange={change}
        onDecide={decide}
      />
      <main className="ImportMid">
        <div className="MidHead">
          <h2>{t('importing.file')}</h2>
          <span>{t('importing.rawWords', { shown: preview.raw.length, count: preview.lines })}</span>
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
        <RawGrid preview={preview} at={line} onHeader={(number) => decide(headerAt(recipe, number))} />
        <div className="MidHead is-second">
          <h2>{t('importing.result')}</h2>
          <span>{t('importing.resultWords', { shown: result.rows.length, count: result.rowCount })}</span>
        </div>
        {problem ? (
          <div className="ImportProblem">
            <Message tone="danger" title={problem.message}>
              <p>{problem.remedy}</p>
            </Message>
            <Button onPress={() => change(recipe)}>{t('importing.takeBack')}</Button>
          </div>
        ) : (
          <ResultGrid
            preview={preview}
            selected={selectedStep?.step === 'setColumn' ? selectedStep.column : null}
            onColumn={openColumn}
          />
        )}
      </main>
      <ProblemList notes={preview.notes} onLine={setLine} />
      <ImportFoot
        preview={preview}
        title={title}
        onTitle={setTitle}
        work={work}
        blocked={problem !== null}
        onCancelWork={cancel}
        onCancel={leave}
        onImport={() => void finish()}
      />
    </div>
  );
}

/** "pakistan-ict-exports-monthly.csv" -> "Pakistan ict exports monthly" */
function titleOf(path: string): string {
  const words = fileName(path)
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1) || t('importing.untitled');
}
