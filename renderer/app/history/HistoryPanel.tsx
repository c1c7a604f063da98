import { ChevronDown, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { HistoryStep } from '../../../shared/contract/editing.ts';
import { Button } from '../../design/Button.tsx';
import { Icon } from '../../design/Icon.tsx';
import { IconButton } from '../../design/IconButton.tsx';
import { InspectorHeader } from '../../design/InspectorHeader.tsx';
import { t } from '../../i18n/index.ts';
import { client } from '../client.ts';
import { useNavigation } from '../navigation.ts';
import { useProject } from '../projectStore.ts';
import { reportProblem } from '../reportProblem.ts';
import { type HistoryRow, historyRows } from './historyRows.ts';
import { useEditHistory } from './useEditHistory.ts';
import './history.css';

/** Rows that are listed at first: more than anyone steps through, and quick to draw. */
const SHOWN = 300;

/** Every step since the project was opened. A click goes there; what was undone stays, also after other work. */
export function HistoryPanel() {
  const history = useEditHistory();
  const title = useProject(({ status }) => status.title);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const at = history?.at;

  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into view when one stands elsewhere
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  if (!history) return null;
  const rows = historyRows(history, open);
  const from = isWhole ? 0 : Math.max(0, rows.length - SHOWN);
  const goTo = (step: number) => {
    client()
      .call('edit.goTo', { step })
      .then((status) => useProject.setState({ status }))
      .catch(reportProblem);
  };
  const toggle = (first: number) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(first)) next.add(first);
      return next;
    });
  return (
    <>
      <div className="HistoryHead">
        <InspectorHeader kind={title} title={t('app.history.title')} />
        <IconButton
          label={t('app.history.close')}
          icon={X}
          onPress={() => useNavigation.setState({ historyShown: false })}
        />
      </div>
      <ol ref={list} className="HistoryList" onKeyDown={moveFocus}>
        {from > 0 && (
          <li>
            <Button variant="quiet" onPress={() => setWhole(true)}>
              {t('app.history.earlier', { count: from })}
            </Button>
          </li>
        )}
        {from === 0 && (
          <li>
            <button
              type="button"
              className="HistoryRow"
              aria-current={history.at === 0 ? 'step' : undefined}
              onClick={() => goTo(0)}
            >
              <span className="label">{t('app.history.opened')}</span>
              {history.saved === 0 && <small>{t('app.history.saved')}</small>}
            </button>
          </li>
        )}
        {rows.slice(from).map((row) =>
          row.kind === 'step' ? (
            <StepRow
              key={row.step.sequence}
              row={row}
              isCurrent={row.step.sequence === history.at}
              isSaved={row.step.sequence === history.saved}
              onGo={goTo}
            />
          ) : (
            <li key={`branch ${row.first.sequence}`}>
              <button
                type="button"
                className="HistoryRow is-branch"
                aria-expanded={row.isOpen}
                style={{ paddingInlineStart: indent(row.depth) }}
                title={t('app.history.branchText')}
                onClick={() => toggle(row.first.sequence)}
              >
                <Icon icon={row.isOpen ? ChevronDown : ChevronRight} small />
                <span className="label">
                  {t('app.history.branch', { count: row.steps, label: row.last.label })}
                </span>
                <small>{timeOf(row.last)}</small>
              </button>
            </li>
          ),
        )}
      </ol>
      {history.steps.length === 0 && <p className="HistoryEmpty">{t('app.history.empty')}</p>}
    </>
  );
}

interface StepRowProps {
  row: Extract<HistoryRow, { kind: 'step' }>;
  isCurrent: boolean;
  isSaved: boolean;
  onGo(step: number): void;
}

function StepRow({ row, isCurrent, isSaved, onGo }: StepRowProps) {
  const { step, state, depth } = row;
  const names = ['HistoryRow', state !== 'done' && `is-${state}`, step.passing && 'is-passing'];
  return (
    <li>
      <button
        type="button"
        className={names.filter(Boolean).join(' ')}
        aria-current={isCurrent ? 'step' : undefined}
        style={{ paddingInlineStart: indent(depth) }}
        title={t(`app.history.${state}`)}
        onClick={() => onGo(step.sequence)}
      >
        <span className="label">{step.label}</span>
        <small>{isSaved ? t('app.history.saved') : timeOf(step)}</small>
      </button>
    </li>
  );
}

function indent(depth: number): string {
  return `calc(var(--space-5) + ${depth * 14}px)`;
}

/** 14:05, by the clock of the machine. */
function timeOf({ time }: HistoryStep): string {
  return new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** Up and down lead from line to line, as in any list. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const now = buttons.findIndex((button) => button.matches(':focus'));
  buttons[Math.max(0, Math.min(buttons.length - 1, now + by))]?.focus();
  event.preventDefault();
}
