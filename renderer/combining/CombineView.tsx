import './combining.css';
import { Combine } from 'lucide-react';
import { useState } from 'react';
import type { Table } from '../../shared/model/table.ts';
import { TaskWindow } from '../app/frame/TaskWindow.tsx';
import { TitleBar } from '../app/frame/TitleBar.tsx';
import { homePlace } from '../app/homePlace.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { SegmentedControl } from '../design/SegmentedControl.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import { AggregatePanel } from './AggregatePanel.tsx';
import { AppendPanel } from './AppendPanel.tsx';
import { CombineNotes } from './CombineNotes.tsx';
import { combinationOf, type Draft, firstDraft, titleOf } from './combination.ts';
import { draftOf } from './draftOf.ts';
import { LookupPanel } from './LookupPanel.tsx';
import { MatchBar } from './MatchBar.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { Refused } from './Refused.tsx';
import { shownWords } from './shownWords.ts';
import { useCombine } from './useCombine.ts';

interface CombineViewProps {
  table: string | undefined;
  /** A table that was made here, and is to be made otherwise. */
  change: string | undefined;
}

/** A new table made of tables of the project: what is chosen, what comes of it, and what did not match. */
export function CombineView({ table, change: changed }: CombineViewProps) {
  const document = useProject((state) => state.document);
  const go = useNavigation((state) => state.go);
  const all = document?.tables ?? [];
  const made = all.find(({ id }) => id === changed);
  // A table cannot be made of itself, nor of what is made of it.
  const tables = made ? all.filter(({ id }) => !countsOn(all, id, made.id)) : all;
  const [draft, setDraft] = useState(() => (made && draftOf(made, tables)) ?? firstDraft(tables, table));
  const [named, setNamed] = useState<string | null>(null);
  const combination = draft && combinationOf(draft);
  const { preview, problem, busy, creating, create } = useCombine(draft?.kind ?? 'lookup', combination);
  const leave = () => go(table ? { kind: 'table', id: table } : homePlace(document));

  if (!draft)
    return (
      <div className="TaskWindow is-waiting">
        <TitleBar state={t('combining.state')} />
        <main className="TaskWaiting">
          <EmptyState
            icon={Combine}
            title={t('combining.none')}
            text={t('combining.noneText')}
            action={{ label: t('combining.back'), run: leave }}
          />
        </main>
      </div>
    );
  const change = <K extends 'lookup' | 'append' | 'aggregate'>(kind: K, part: Partial<Draft[K]>) =>
    setDraft({ ...draft, [kind]: { ...draft[kind], ...part } });
  const title = named ?? titleOf(draft, tables);
  const finish = async () => {
    const table = await create(made ? { table: made.id } : { title });
    if (table) go({ kind: 'table', id: table });
  };
  const ignoreCase = () => change('lookup', { loose: true });

  return (
    <TaskWindow state={t('combining.state')} name="CombineWindow">
      <header className="TaskHead">
        <div>
          <h1>{made ? t('combining.changeTitle', { table: made.title }) : t('combining.title')}</h1>
          <p>{t(`combining.about.${draft.kind}`)}</p>
        </div>
        <SegmentedControl
          label={t('combining.kind')}
          items={(['lookup', 'append', 'aggregate'] as const).map((id) => ({
            id,
            label: t(`combining.kinds.${id}`),
          }))}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
        />
      </header>
      <section className="TaskStart CombineSettings" aria-label={t('combining.settings')}>
        {draft.kind === 'lookup' && (
          <LookupPanel tables={tables} draft={draft.lookup} onChange={(part) => change('lookup', part)} />
        )}
        {draft.kind === 'append' && (
          <AppendPanel tables={tables} draft={draft.append} onChange={(part) => change('append', part)} />
        )}
        {draft.kind === 'aggregate' && (
          <AggregatePanel
            tables={tables}
            draft={draft.aggregate}
            onChange={(part) => change('aggregate', part)}
          />
        )}
      </section>
      <main className="CombineMid" aria-busy={busy}>
        {preview && draft.kind === 'lookup' && <MatchBar notes={preview.notes} />}
        <div className="CombineMidHead">
          <h2>{t('combining.preview')}</h2>
          {preview && <span>{shownWords(preview.rows.length, preview.rowCount)}</span>}
        </div>
        {problem && (
          <Refused
            problem={problem}
            onLatest={
              problem.code === 'combine.keys-repeat' && draft.kind === 'lookup' && !draft.lookup.release
                ? () => change('lookup', { release: 'latest' })
                : undefined
            }
          />
        )}
        {!combination && <p className="CombineHint">{t(`combining.missing.${draft.kind}`)}</p>}
        {preview && <PreviewTable preview={preview} />}
      </main>
      <CombineNotes notes={preview?.notes ?? []} onLoose={ignoreCase} />
      <footer className="TaskFoot">
        <span>{t(made ? 'combining.changeInputs' : 'combining.inputs')}</span>
        <div className="end">
          {!made && (
            <div className="name">
              <TextInput
                label={t('combining.name')}
                labelHidden
                value={title}
                onCommit={(text) => text.trim() && setNamed(text.trim().slice(0, 200))}
              />
            </div>
          )}
          <Button onPress={leave}>{t('app.action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!preview || busy || creating || preview.rowCount === 0}
            onPress={() => void finish()}
          >
            {made ? changeWords(creating, preview?.rowCount) : createWords(creating, preview?.rowCount)}
          </Button>
        </div>
      </footer>
    </TaskWindow>
  );
}

function createWords(creating: boolean, rows: number | undefined): string {
  if (creating) return t('combining.creating');
  return rows === undefined ? t('combining.createNone') : t('combining.create', { count: rows });
}

function changeWords(changing: boolean, rows: number | undefined): string {
  if (changing) return t('combining.changing');
  return rows === undefined ? t('combining.changeNone') : t('combining.change', { count: rows });
}

/** Whether the table is the other one, or is built on it however far away. */
function countsOn(tables: readonly Table[], table: string, other: string): boolean {
  if (table === other) return true;
  const from = tables.find(({ id }) => id === table)?.builtFrom?.tables ?? [];
  return from.some((one) => one !== table && countsOn(tables, one, other));
}
