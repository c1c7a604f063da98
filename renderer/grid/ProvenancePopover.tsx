import { FileText, LayoutDashboard, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { CallResult } from '../../shared/contract/index.ts';
import { type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import { client } from '../app/client.ts';
import { useNavigation } from '../app/navigation.ts';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Icon } from '../design/Icon.tsx';
import { IconButton } from '../design/IconButton.tsx';
import { t } from '../i18n/index.ts';
import { NoteSection } from './trust/NoteSection.tsx';
import { RevertSection } from './trust/RevertSection.tsx';

export interface ProvenancePopoverProps {
  table: string;
  row: number;
  column: string;
  /** "Nov 2024" and 58 */
  name: string;
  position: number;
  anchor: Element;
  onClose(): void;
}

/** Where a cell comes from. Opens below or above the cell, so that its own row stays readable. */
export function ProvenancePopover({
  table,
  row,
  column,
  name,
  position,
  anchor,
  onClose,
}: ProvenancePopoverProps) {
  const [answer, setAnswer] = useState<CallResult<'tables.provenance'> | null>(null);
  const [problem, setProblem] = useState<ProblemData | null>(null);
  const go = useNavigation((navigation) => navigation.go);
  useEffect(() => {
    const controller = new AbortController();
    client()
      .call('tables.provenance', { table, row, column }, { signal: controller.signal })
      .then(setAnswer)
      .catch((error) => setProblem(toProblemData(error)));
    return () => controller.abort();
  }, [table, row, column]);

  return (
    <Popover
      className="ProvenancePopover"
      triggerRef={{ current: anchor }}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom"
      offset={4}
    >
      <Dialog aria-label={t('grid.popover.title')}>
        <header>
          <b>{answer?.text ?? ''}</b>
          <span className="muted">{[answer?.unit, name].filter(Boolean).join(', ')}</span>
          <span className="end">{t('grid.popover.row', { row: position })}</span>
          <IconButton label={t('grid.popover.close')} icon={X} onPress={onClose} small />
        </header>
        {problem && <ErrorState problem={problem} />}
        {!answer && !problem && <p className="sec muted">{t('grid.popover.reading')}</p>}
        {answer && answer.vintages.length > 0 && (
          <section className="sec">
            <h4>{t('grid.popover.vintages')}</h4>
            <div className="VintageList">
              {answer.vintages.map(({ value, released, words, current }) => (
                <div key={`${released} ${words} ${value}`} className={current ? 'now' : ''}>
                  <span className="v">{value}</span>
                  <span className="muted">{released}</span>
                  <span>{words}</span>
                </div>
              ))}
            </div>
          </section>
        )}
        {answer && <RevertSection table={table} row={row} column={column} onReverted={onClose} />}
        {answer && <NoteSection table={table} row={row} column={column} />}
        {answer && answer.trace.length > 0 && (
          <section className="sec">
            <h4>{t('grid.popover.trace')}</h4>
            <ul className="Trace">
              {answer.trace.map((line) => (
                <li key={line}>
                  <Icon icon={FileText} />
                  <span>{line}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {answer && answer.usedBy.length > 0 && (
          <section className="sec">
            <h4>{t('grid.popover.usedBy')}</h4>
            <ul className="Trace">
              {answer.usedBy.map(({ page, title, views }) => (
                <li key={page}>
                  <Icon icon={LayoutDashboard} />
                  <Button variant="quiet" className="link" onPress={() => go({ kind: 'page', id: page })}>
                    {t('grid.popover.views', { title, count: views })}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Dialog>
    </Popover>
  );
}
