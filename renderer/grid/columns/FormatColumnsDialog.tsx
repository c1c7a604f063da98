import { useState } from 'react';
import { type Column, columnLabel, type NumberFormat, type Table } from '../../../shared/model/table.ts';
import { run } from '../../app/projectStore.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Message } from '../../design/Message.tsx';
import { t } from '../../i18n/index.ts';
import { FormatFields } from './FormatFields.tsx';
import { PLAIN_FORMAT } from './plainFormat.ts';
import { useCommand } from './useCommand.ts';

interface FormatColumnsDialogProps {
  table: Table;
  columns: readonly Column[];
  onClose(): void;
}

/** How the figures of the selected columns are shown, in one step. */
export function FormatColumnsDialog({ table, columns, onClose }: FormatColumnsDialogProps) {
  const figures = columns.filter(({ type }) => type === 'number');
  const [first] = figures;
  const [format, setFormat] = useState(first?.format ?? PLAIN_FORMAT);
  const { problem, isRunning, send } = useCommand(onClose);
  const apply = (chosen: NumberFormat | null) =>
    send(() =>
      run('formatColumns', { table: table.id, columns: figures.map(({ id }) => id), format: chosen }),
    );
  return (
    <Dialog
      title={
        figures.length === 1 && first
          ? t('columns.formatting.title', { column: columnLabel(first) })
          : t('columns.formatting.titleSome', { count: figures.length })
      }
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button
            className="first"
            onPress={() => apply(null)}
            isDisabled={isRunning || figures.every((column) => !column.format)}
          >
            {t('columns.formatting.reset')}
          </Button>
          <Button onPress={onClose}>{t('grid.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => apply(format)}
            isDisabled={isRunning || figures.length === 0}
            autoFocus
          >
            {t('columns.formatting.done')}
          </Button>
        </>
      }
    >
      {first ? (
        <div className="ColumnForm">
          <FormatFields column={first} format={format} onChange={setFormat} />
          <p className="muted">{t('columns.formatting.kept')}</p>
        </div>
      ) : (
        <p>{t('columns.formatting.none')}</p>
      )}
      {problem && <Message tone="danger" title={problem.message} />}
    </Dialog>
  );
}
