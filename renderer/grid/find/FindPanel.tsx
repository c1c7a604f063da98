import { ArrowDown, ArrowUp, CaseSensitive, Regex, SquareDashed, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type ProblemData, toProblemData } from '../../../shared/contract/problem.ts';
import type { ReplaceOutcome } from '../../../shared/contract/replacing.ts';
import { columnLabel } from '../../../shared/model/table.ts';
import { Button } from '../../design/Button.tsx';
import { IconButton } from '../../design/IconButton.tsx';
import { t } from '../../i18n/index.ts';
import { activeCell, boundsOf, cellCount, type RangeBounds } from '../cellRange.ts';
import type { TableGrid } from '../tableGrid.ts';
import { goToHit, rankOf } from './findIn.ts';
import { closeFind, useFind } from './findState.ts';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import { replaceAll, replaceHere, tryReplace } from './replaceIn.ts';
import { useDrawnHits } from './useDrawnHits.ts';
import { useFound } from './useFound.ts';
import './find.css';

/** Finds in the cells that are shown, and replaces. Beside the grid, so that what is found can be worked on. */
export function FindPanel({ grid }: { grid: TableGrid }) {
  const { opened, text, by, regex, caseSensitive, whole, asked } = useFind();
  const [bounds, setBounds] = useState<RangeBounds | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const [outcome, setOutcome] = useState<ReplaceOutcome | null>(null);
  const [rank, setRank] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const range = useStore(grid.store, (state) => state.range);
  const found = useFound(grid, bounds);
  const wrong = found.problem?.code === 'find.bad-pattern' ? found.problem : null;
  const said = wrong ?? found.problem ?? problem;
  useDrawnHits(grid, bounds, found.problem !== null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for anew, it is typed anew
  useEffect(() => field.current?.select(), [asked]);
  useEffect(() => {
    let isOver = false;
    const look = range && found.total > 0 ? rankOf(grid, activeCell(range), bounds) : Promise.resolve(null);
    look.then(
      (now) => !isOver && setRank(now),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [grid, range, bounds, found]);

  const act = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch((error: unknown) => setProblem(toProblemData(error)));
  };
  // The keyboard stays in the panel: Enter goes on and on.
  const step = (by: 1 | -1) => {
    const focused = document.activeElement;
    act(
      goToHit(grid, by, bounds).then(() => {
        if (focused instanceof HTMLElement && focused.closest('.FindPanel')) focused.focus();
      }),
    );
  };
  const close = () => {
    closeFind();
    if (!range) return;
    const cell = activeCell(range);
    const column = grid.column(cell.column);
    if (column) grid.api.setFocusedCell(cell.row, column.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const inText = event.target === field.current;
    if (event.key === 'Escape') close();
    else if (event.key === 'F3' || (event.key === 'Enter' && inText)) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const one = () =>
    act(
      (async () => {
        if (rank !== null) await replaceHere(grid);
        await goToHit(grid, 1, bounds);
      })(),
    );
  const all = () => act(tryReplace(grid, bounds).then(setOutcome));
  const toggles = [
    { key: 'caseSensitive', label: t('gridEditing.find.case'), icon: CaseSensitive, isOn: caseSensitive },
    { key: 'whole', label: t('gridEditing.find.whole'), icon: WholeWord, isOn: whole },
    { key: 'regex', label: t('gridEditing.find.regex'), icon: Regex, isOn: regex },
  ];
  const at = typeof wrong?.details?.['at'] === 'number' ? wrong.details['at'] : null;
  const length = typeof wrong?.details?.['length'] === 'number' ? wrong.details['length'] : 1;
  const { readOnly } = grid.actions;
  return (
    // biome-ignore lint/a11y/useSemanticElements: React Aria has no search element
    <div className="FindPanel" role="search" aria-label={t('gridEditing.find.title')} onKeyDown={onKeyDown}>
      <div className="line">
        <input
          ref={field}
          aria-label={t('gridEditing.find.text')}
          placeholder={t('gridEditing.find.text')}
          value={text}
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: it was asked for to be typed into
          autoFocus
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-said`}
          onChange={(event) => useFind.setState({ text: event.currentTarget.value })}
        />
        {toggles.map(({ key, label, icon, isOn }) => (
          <IconButton
            key={key}
            label={label}
            icon={icon}
            isOn={isOn}
            onPress={() => useFind.setState({ [key]: !isOn })}
          />
        ))}
        <IconButton
          label={t('gridEditing.find.within')}
          icon={SquareDashed}
          isOn={bounds !== null}
          isDisabled={bounds === null && (!range || cellCount(range) < 2)}
          onPress={() => setBounds(bounds || !range ? null : boundsOf(range))}
        />
        <output className="count">
          {text === ''
            ? ''
            : rank !== null
              ? t('gridEditing.find.rank', { rank, total: found.total.toLocaleString('en') })
              : t('gridEditing.find.count', { count: found.total })}
        </output>
        <IconButton
          label={t('gridEditing.find.previous')}
          icon={ArrowUp}
          shortcut="Shift+F3"
          isDisabled={found.total === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          label={t('gridEditing.find.next')}
          icon={ArrowDown}
          shortcut="F3"
          isDisabled={found.total === 0}
          onPress={() => step(1)}
        />
        <IconButton label={t('gridEditing.find.close')} icon={X} shortcut="Escape" onPress={close} />
      </div>
      {opened?.replacing && !readOnly && (
        <div className="line">
          <input
            aria-label={t('gridEditing.find.by')}
            placeholder={t('gridEditing.find.by')}
            value={by}
            spellCheck={false}
            onChange={(event) => useFind.setState({ by: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && found.total > 0) one();
            }}
          />
          <Button isDisabled={found.total === 0} onPress={one}>
            {t('gridEditing.find.replace')}
          </Button>
          <Button isDisabled={found.total === 0} onPress={all}>
            {t('gridEditing.find.replaceAll')}
          </Button>
          {regex && <span className="hint">{t('gridEditing.find.groups')}</span>}
        </div>
      )}
      <div id={`${id}-said`} className="said" aria-live="polite">
        {said && (
          <p>
            {at !== null && (
              <code>
                {text.slice(0, at)}
                <mark>{text.slice(at, at + length)}</mark>
                {text.slice(at + length)}
              </code>
            )}
            {said.message} {said.remedy}
          </p>
        )}
      </div>
      {found.listed.length > 0 && (
        <ul className="hits" aria-label={t('gridEditing.find.list')}>
          {found.listed.map(({ position, column: columnId, text: shown }) => {
            const column = grid.columns.findIndex((known) => known.id === columnId);
            const known = grid.column(column);
            return (
              <li key={`${position} ${columnId}`}>
                <button type="button" onClick={() => act(grid.goTo({ row: position, column }))}>
                  <span className="row">{(position + 1).toLocaleString('en')}</span>
                  <span className="column">{known ? columnLabel(known) : ''}</span>
                  <span className="text">{shown}</span>
                </button>
              </li>
            );
          })}
          {found.total > found.listed.length && (
            <li className="more">
              {t('gridEditing.find.more', { count: found.total - found.listed.length })}
            </li>
          )}
        </ul>
      )}
      {outcome && (
        <ReplaceDialog
          grid={grid}
          outcome={outcome}
          onClose={() => setOutcome(null)}
          onReplace={() => replaceAll(grid, bounds)}
        />
      )}
    </div>
  );
}
