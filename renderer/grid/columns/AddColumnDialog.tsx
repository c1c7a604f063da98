import { useState } from 'react';
import { type ColumnRole, ColumnType, type Table } from '../../../shared/model/table.ts';
import { newId } from '../../app/newId.ts';
import { run } from '../../app/projectStore.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Message } from '../../design/Message.tsx';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { useCommand } from './useCommand.ts';

const ROLES: Record<ColumnType, ColumnRole> = {
  number: 'measure',
  category: 'dimension',
  period: 'dimension',
  text: 'note',
  boolean: 'note',
};

interface AddColumnDialogProps {
  table: Table;
  beside: { column: string; side: 'before' | 'after' } | undefined;
  onClose(): void;
}

export function AddColumnDialog({ table, beside, onClose }: AddColumnDialogProps) {
  const [name, setName] = useState('');
  const [type, setType] = useState<ColumnType>('number');
  const [value, setValue] = useState('');
  const { problem, isRunning, send } = useCommand(onClose);
  const isReady = name.trim() !== '' && !isRunning;
  const insert = () => {
    if (!isReady) return;
    send(() =>
      run('addColumn', {
        table: table.id,
        column: { id: newId('column'), name: name.trim(), type, role: ROLES[type] },
        ...(value.trim() !== '' && { value }),
        ...(beside && { beside }),
      }),
    );
  };
  return (
    <Dialog
      title={t('columns.add.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('grid.cancel')}</Button>
          <Button variant="primary" onPress={insert} isDisabled={!isReady}>
            {t('columns.add.insert')}
          </Button>
        </>
      }
    >
      <form
        className="ColumnForm"
        onSubmit={(event) => {
          event.preventDefault();
          insert();
        }}
      >
        <TextInput
          label={t('columns.add.name')}
          value={name}
          onInput={setName}
          onCommit={setName}
          autoFocus
        />
        <Select
          label={t('columns.add.type')}
          items={ColumnType.options.map((id) => ({ id, label: t(`grid.types.${id}`) }))}
          value={type}
          onChange={setType}
        />
        <TextInput
          label={t('columns.add.value')}
          hint={t('columns.add.valueHint')}
          value={value}
          onInput={setValue}
          onCommit={setValue}
        />
        {problem && (
          <Message tone="danger" title={problem.message}>
            {problem.remedy && <p>{problem.remedy}</p>}
          </Message>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
