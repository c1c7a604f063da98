import { useState } from 'react';
import { dependentsOf } from '../../../shared/model/dependents.ts';
import { type Column, columnLabel, type Table } from '../../../shared/model/table.ts';
import { run, useProject } from '../../app/projectStore.ts';
import { DependentList } from '../../dependents/DependentList.tsx';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Message } from '../../design/Message.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { useCommand } from './useCommand.ts';

interface RenameColumnDialogProps {
  table: Table;
  column: Column;
  onClose(): void;
}

/** Two names: the one that people read, and the one that files say. */
export function RenameColumnDialog({ table, column, onClose }: RenameColumnDialogProps) {
  const document = useProject((state) => state.document);
  const [label, setLabel] = useState(columnLabel(column));
  const [name, setName] = useState(column.name);
  const { problem, isRunning, send } = useCommand(onClose);
  const users = document ? dependentsOf(document, { kind: 'column', table: table.id, id: column.id }) : [];
  const isReady = label.trim() !== '' && name.trim() !== '' && !isRunning;
  const rename = () => {
    if (!isReady) return;
    send(() =>
      run('renameColumn', {
        table: table.id,
        column: column.id,
        label: label.trim(),
        ...(!column.own && { name: name.trim() }),
      }),
    );
  };
  return (
    <Dialog
      title={t('columns.renaming.title', { column: columnLabel(column) })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('grid.cancel')}</Button>
          <Button variant="primary" onPress={rename} isDisabled={!isReady}>
            {t('columns.renaming.rename')}
          </Button>
        </>
      }
    >
      <form
        className="ColumnForm"
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <TextInput
          label={t('columns.renaming.label')}
          value={label}
          onInput={setLabel}
          onCommit={setLabel}
          autoFocus
        />
        {!column.own && (
          <TextInput
            label={t('columns.renaming.name')}
            hint={t('columns.renaming.nameHint')}
            value={name}
            onInput={setName}
            onCommit={setName}
          />
        )}
        {problem && (
          <Message tone="danger" title={problem.message}>
            {problem.remedy && <p>{problem.remedy}</p>}
          </Message>
        )}
        <button type="submit" hidden />
      </form>
      {users.length > 0 && (
        <section className="ColumnUsers">
          <h3>{t('columns.renaming.users')}</h3>
          <DependentList dependents={users} />
        </section>
      )}
    </Dialog>
  );
}
