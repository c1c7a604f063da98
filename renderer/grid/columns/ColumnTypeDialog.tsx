import { useEffect, useState } from 'react';
import type { RetypeReport } from '../../../shared/contract/columns.ts';
import { isAbort, type ProblemData, toProblemData } from '../../../shared/contract/problem.ts';
import { dependentsOf } from '../../../shared/model/dependents.ts';
import { type Column, ColumnType, columnLabel, type Table } from '../../../shared/model/table.ts';
import { client } from '../../app/client.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { DependentList } from '../../dependents/DependentList.tsx';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Message } from '../../design/Message.tsx';
import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import { RetypeFindings } from './RetypeFindings.tsx';
import { useCommand } from './useCommand.ts';

interface ColumnTypeDialogProps {
  table: Table;
  column: Column;
  asked: ColumnType | undefined;
  onClose(): void;
}

/** Reads a column as another type, once it has been said what would be lost. */
export function ColumnTypeDialog({ table, column, asked, onClose }: ColumnTypeDialogProps) {
  const document = useProject((state) => state.document);
  const [type, setType] = useState<ColumnType | null>(asked ?? null);
  const [report, setReport] = useState<RetypeReport | null>(null);
  const [unread, setUnread] = useState<ProblemData | null>(null);
  const { problem, isRunning, send } = useCommand(onClose);
  const users = document ? dependentsOf(document, { kind: 'column', table: table.id, id: column.id }) : [];
  useEffect(() => {
    setReport(null);
    setUnread(null);
    if (type === null) return;
    const controller = new AbortController();
    client()
      .call('columns.retype', { table: table.id, column: column.id, type }, { signal: controller.signal })
      .then(setReport, (error) => {
        if (!isAbort(error)) setUnread(toProblemData(error));
      });
    return () => controller.abort();
  }, [table.id, column.id, type]);
  const change = () => {
    if (type === null || !report) return;
    const misfits = report.lost > 0 ? 'empty' : 'refuse';
    send(() => run('changeColumnType', { table: table.id, column: column.id, type, misfits }));
  };
  const failed = problem ?? unread;
  const loses = report !== null && report.lost > 0;
  return (
    <Dialog
      title={t('columns.typing.title', { column: columnLabel(column) })}
      isOpen
      wide
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('grid.cancel')}</Button>
          <Button
            variant={loses ? 'danger' : 'primary'}
            onPress={change}
            isDisabled={report === null || isRunning}
          >
            {loses ? t('columns.typing.changeAnyway') : t('columns.typing.change')}
          </Button>
        </>
      }
    >
      <div className="ColumnForm">
        <Select
          label={t('columns.typing.type')}
          items={ColumnType.options
            .filter((id) => id !== column.type)
            .map((id) => ({ id, label: t(`grid.types.${id}`) }))}
          value={type}
          placeholder={t(`grid.types.${column.type}`)}
          onChange={setType}
        />
        {type !== null && !report && !failed && <p className="muted">{t('columns.typing.reading')}</p>}
        {report && <RetypeFindings report={report} />}
        {failed && (
          <Message tone="danger" title={failed.message}>
            {failed.remedy && <p>{failed.remedy}</p>}
          </Message>
        )}
      </div>
      {users.length > 0 && (
        <section className="ColumnUsers">
          <h3>{t('columns.typing.users')}</h3>
          <DependentList dependents={users} />
        </section>
      )}
    </Dialog>
  );
}
