import './importing.css';
import { fileName } from '../app/files/filePaths.ts';
import { TaskWaiting } from '../app/frame/TaskWindow.tsx';
import { homePlace } from '../app/homePlace.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { t } from '../i18n/index.ts';
import { ImportWorkbench } from './ImportWorkbench.tsx';
import { useImport } from './useImport.ts';

/** A file on its way into the project: its cells, the steps, the table they make, and what is doubtful. */
export function ImportView({ path }: { path: string }) {
  const state = useImport(path);
  const go = useNavigation((navigation) => navigation.go);
  const leave = () => go(homePlace(useProject.getState().document));
  const { preview, problem, work } = state;
  if (preview) return <ImportWorkbench state={state} preview={preview} title={titleOf(path)} leave={leave} />;
  return (
    <TaskWaiting
      state={t('importing.state')}
      name="ImportWindow"
      title={t('importing.title', { file: fileName(path) })}
      problem={problem}
      back={t('importing.back')}
      progress={{
        text: t('importing.reading'),
        done: work?.done ?? 0,
        total: work?.total,
        count: work?.note,
      }}
      onLeave={leave}
    />
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
