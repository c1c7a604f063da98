import './combining.css';
import './manyFiles.css';
import { useState } from 'react';
import type { FileGroup } from '../../shared/contract/manyFiles.ts';
import { fileName } from '../app/files/filePaths.ts';
import { TaskWaiting, TaskWindow } from '../app/frame/TaskWindow.tsx';
import { homePlace } from '../app/homePlace.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { Button } from '../design/Button.tsx';
import { Progress } from '../design/Progress.tsx';
import { t } from '../i18n/index.ts';
import { FileGroupPanel } from './FileGroupPanel.tsx';
import { FileNotes } from './FileNotes.tsx';
import { GroupRecipe } from './GroupRecipe.tsx';
import { firstChoice, type GroupChoice, wantedOf } from './groupChoice.ts';
import { ManyPreview } from './ManyPreview.tsx';
import { useManyFiles } from './useManyFiles.ts';

type Files = readonly { path: string; name?: string }[];

/** Many files on their way into the project: which are of one layout, what becomes of each group, the table, and what is doubtful in which file. */
export function ManyFilesView({ files, others }: { files: Files; others: readonly string[] }) {
  const { found, problem, work, run, change, setApart, cancel } = useManyFiles(files, others);
  const [changed, setChanged] = useState<Record<number, Partial<GroupChoice>>>({});
  const [shown, setShown] = useState(0);
  /** The group whose recipe is open. */
  const [opened, setOpened] = useState<number | null>(null);
  const go = useNavigation((state) => state.go);
  const leave = () => go(homePlace(useProject.getState().document));

  if (!found)
    return (
      <TaskWaiting
        state={t('importing.state')}
        name="ManyWindow"
        title={t('combining.many.reading', { what: whatWords(files) })}
        problem={problem}
        back={t('combining.back')}
        progress={{
          text: work?.note || t('combining.many.starting'),
          done: work?.done ?? 0,
          total: work?.total,
        }}
        onLeave={leave}
      />
    );

  const choices = found.groups.map(
    (group, at): GroupChoice => ({ ...firstChoice(group, at, files), ...changed[at] }),
  );
  const group = found.groups[shown];
  const choice = choices[shown];
  const wanted = wantedOf(found.groups, choices);
  const rows = wanted.reduce(
    (sum, { group: at, without = [] }) => sum + rowsOf(found.groups[at], without),
    0,
  );
  const finish = async () => {
    const table = await run(wanted);
    if (table) go({ kind: 'table', id: table });
  };
  const all = found.groups.reduce((sum, one) => sum + one.files.length + one.unfit.length, 0);
  const openedGroup = opened === null ? undefined : found.groups[opened];
  if (openedGroup && opened !== null)
    return (
      <GroupRecipe
        group={openedGroup}
        title={choices[opened]?.title ?? ''}
        leave={() => setOpened(null)}
        use={(recipe) => {
          setOpened(null);
          void change(opened, recipe);
        }}
      />
    );
  const apart = async (at: number, path: string) => {
    // A file that was set apart is wanted: why else would it be.
    if (await setApart(at, path))
      setChanged((before) => ({ ...before, [found.groups.length]: { taken: true } }));
  };

  return (
    <TaskWindow state={t('importing.state')} name="ManyWindow" isBusy={work !== null}>
      <header className="TaskHead">
        <div>
          <h1>{t('combining.many.title', { count: all })}</h1>
          <p>{t('combining.many.layouts', { count: found.groups.length })}</p>
        </div>
      </header>
      <section className="TaskStart CombineSettings" aria-label={t('combining.many.files')}>
        {found.groups.map((one, at) => {
          const own = choices[at];
          return (
            own && (
              <FileGroupPanel
                // biome-ignore lint/suspicious/noArrayIndexKey: groups are known by their place
                key={at}
                group={one}
                number={at + 1}
                choice={own}
                isShown={at === shown}
                onShow={() => setShown(at)}
                isBusy={work !== null}
                onRecipe={() => setOpened(at)}
                onApart={(path) => void apart(at, path)}
                onChange={(part) => setChanged((before) => ({ ...before, [at]: { ...before[at], ...part } }))}
              />
            )
          );
        })}
      </section>
      <main className="CombineMid">{group && choice && <ManyPreview group={group} choice={choice} />}</main>
      <FileNotes group={group} skipped={found.skipped} />
      <footer className="TaskFoot">
        {work ? (
          <Progress
            text={t(work.kind === 'importing' ? 'importing.importing' : 'combining.many.changing')}
            count={work.note}
            done={work.done}
            total={work.total}
            onCancel={cancel}
          />
        ) : (
          <>
            <span>{t('combining.many.foot')}</span>
            <div className="end">
              <Button onPress={leave}>{t('app.action.cancel')}</Button>
              <Button
                variant="primary"
                isDisabled={wanted.length === 0 || rows === 0}
                onPress={() => void finish()}
              >
                {t('combining.many.import', {
                  count: rows,
                  tables: t('combining.many.tables', { count: wanted.length }),
                })}
              </Button>
            </div>
          </>
        )}
      </footer>
    </TaskWindow>
  );
}

function rowsOf(group: FileGroup | undefined, without: readonly string[]): number {
  return (group?.files ?? []).reduce((sum, { path, rows }) => (without.includes(path) ? sum : sum + rows), 0);
}

function whatWords(files: Files): string {
  const [first] = files;
  if (files.length === 1 && first) return fileName(first.path);
  return t('combining.many.count', { count: files.length });
}
