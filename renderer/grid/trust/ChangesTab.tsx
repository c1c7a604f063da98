import './trust.css';
import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallResult } from '../../../shared/contract/index.ts';
import { columnLabel, type Table } from '../../../shared/model/table.ts';
import { client } from '../../app/client.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { reportProblem } from '../../app/reportProblem.ts';
import { Button } from '../../design/Button.tsx';
import { IconButton } from '../../design/IconButton.tsx';
import { InspectorSection } from '../../design/InspectorSection.tsx';
import { t } from '../../i18n/index.ts';
import { goToCell } from './goToCell.ts';

type Changes = CallResult<'trust.changes'>;

/** What was changed by hand since the import: the file's figure, the one that stands there, and the way back. */
export function ChangesTab({ table }: { table: Table }) {
  const readOnly = useProject(({ status }) => status.readOnly !== undefined);
  const [changes, setChanges] = useState<Changes | null>(null);
  const { id, revision, handEdits } = table;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision has other changes
  useEffect(() => {
    const controller = new AbortController();
    client()
      .call('trust.changes', { table: id }, { signal: controller.signal })
      .then(setChanges)
      .catch((error) => {
        if (!controller.signal.aborted) reportProblem(error);
      });
    return () => controller.abort();
  }, [id, revision, handEdits]);

  if (!changes) return null;
  if (changes.total === 0) {
    return (
      <InspectorSection>
        <p className="muted">{table.source === undefined ? t('trust.noSource') : t('trust.noChanges')}</p>
      </InspectorSection>
    );
  }
  const revert = (cells: readonly { row: number; column: string }[]) => {
    run('revertCells', {
      table: id,
      cells: cells.map(({ row, column }) => ({ row, column })),
    }).catch(reportProblem);
  };
  const labels = new Map(table.columns.map((column) => [column.id, columnLabel(column)]));
  return (
    <InspectorSection title={t('trust.changes')} aside={t('trust.byHand', { count: changes.total })}>
      <ul className="ChangeList">
        {changes.changes.map((change) => (
          <li key={`${change.row} ${change.column}`}>
            <button
              type="button"
              title={t('trust.goTo')}
              onClick={() => goToCell({ table: id, row: change.row, column: change.column })}
            >
              <span className="name">
                {change.name}, {labels.get(change.column)}
                {change.at && <small>{when(change.at)}</small>}
              </span>
              <s>{change.was || t('trust.nothing')}</s>
              <b>{change.now || t('trust.nothing')}</b>
            </button>
            <IconButton
              label={t('trust.revertOne', { was: change.was || t('trust.nothing') })}
              icon={Undo2}
              small
              isDisabled={readOnly}
              onPress={() => revert([change])}
            />
          </li>
        ))}
      </ul>
      {changes.total > changes.changes.length && (
        <p className="muted">{t('trust.more', { count: changes.total - changes.changes.length })}</p>
      )}
      {changes.forgotten > 0 && <p className="muted">{t('trust.forgotten', { count: changes.forgotten })}</p>}
      <Button isDisabled={readOnly} onPress={() => revert(changes.changes)}>
        {t('trust.revertAll')}
      </Button>
    </InspectorSection>
  );
}

/** "24 Nov 2026, 14:05", by the clock of the machine. */
function when(at: string): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
