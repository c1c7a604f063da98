import type { ReplaceOutcome } from '../../../shared/contract/replacing.ts';
import { columnLabel } from '../../../shared/model/table.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Message } from '../../design/Message.tsx';
import { t } from '../../i18n/index.ts';
import { useCommand } from '../columns/useCommand.ts';
import type { TableGrid } from '../tableGrid.ts';

interface ReplaceDialogProps {
  grid: TableGrid;
  outcome: ReplaceOutcome;
  onClose(): void;
  onReplace(): Promise<void>;
}

/** What replacing everywhere will do, and what of it does not fit, before it is done. */
export function ReplaceDialog({ grid, outcome, onClose, onReplace }: ReplaceDialogProps) {
  const { problem, isRunning, send } = useCommand(onClose);
  const { cells, examples, misfits } = outcome;
  const label = (id: string) => {
    const column = grid.columns.find((one) => one.id === id);
    return column ? columnLabel(column) : id;
  };
  return (
    <Dialog
      title={t('gridEditing.find.replaceTitle', { count: cells })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('grid.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => send(onReplace)}
            isDisabled={isRunning || cells === 0}
            autoFocus
          >
            {t('gridEditing.find.replaceNow', { count: cells })}
          </Button>
        </>
      }
    >
      {problem && (
        <Message tone="danger" title={problem.message}>
          {problem.remedy}
        </Message>
      )}
      {misfits.cells > 0 && (
        <Message tone="caution" title={t('gridEditing.find.misfits', { count: misfits.cells })}>
          {t('gridEditing.find.misfitsText')}
        </Message>
      )}
      <div className="Misfits">
        <table>
          <thead>
            <tr>
              <th>{t('gridEditing.find.column')}</th>
              <th>{t('gridEditing.find.from')}</th>
              <th>{t('gridEditing.find.to')}</th>
              <th>{t('gridEditing.find.cells')}</th>
            </tr>
          </thead>
          <tbody>
            {misfits.examples.map(({ column, from, to, count, message }) => (
              <tr key={`misfit ${column} ${from}`}>
                <td>{label(column)}</td>
                <td>{from}</td>
                <td>
                  <s>{to}</s> {message}
                </td>
                <td>{count.toLocaleString('en')}</td>
              </tr>
            ))}
            {examples.map(({ column, from, to, count }) => (
              <tr key={`${column} ${from}`}>
                <td>{label(column)}</td>
                <td>{from}</td>
                <td>{to === '' ? t('gridEditing.find.nothing') : to}</td>
                <td>{count.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
