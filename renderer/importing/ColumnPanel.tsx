import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ColumnRole, ColumnType, MeasureNature } from '../../shared/model/table.ts';
import { Button } from '../design/Button.tsx';
import { Select } from '../design/Select.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { t } from '../i18n/index.ts';
import type { SetColumnStep } from './changeRecipe.ts';
import { ColumnField } from './panels/ColumnField.tsx';

interface ColumnPanelProps {
  step: SetColumnStep;
  /** Names of the columns before the step: where its own is gone, another can be chosen. */
  columns: readonly string[];
  /** Names of the other columns. */
  taken: readonly string[];
  onName: (name: string) => void;
  onChange: (step: SetColumnStep) => void;
  onDrop: () => void;
}

/** Name, type, role, unit and missing texts of one column. */
export function ColumnPanel({ step, columns, taken, onName, onChange, onDrop }: ColumnPanelProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const setName = (text: string) => {
    const name = text.trim();
    const isTaken = taken.includes(name);
    setRefused(isTaken ? name : null);
    if (name && !isTaken) onName(name);
  };
  const setUnit = (text: string) => {
    const { unit: _, ...rest } = step;
    const unit = text.trim();
    onChange(unit ? { ...rest, unit } : rest);
  };
  return (
    <>
      {columns.length > 0 && !columns.includes(step.column) && (
        <ColumnField
          label={t('importing.field.column')}
          columns={columns}
          value={step.column}
          onChange={(column) => onChange({ ...step, column })}
        />
      )}
      <TextInput
        label={t('importing.columnName')}
        value={step.column}
        error={refused === null ? undefined : t('importing.nameTaken', { name: refused })}
        onCommit={setName}
      />
      <Select
        label={t('importing.type')}
        items={ColumnType.options.map((id) => ({ id, label: t(`importing.types.${id}`) }))}
        value={step.type}
        onChange={(type) => onChange({ ...step, type })}
      />
      <Select
        label={t('importing.role')}
        items={ColumnRole.options.map((id) => ({ id, label: t(`importing.roles.${id}`) }))}
        value={step.role}
        onChange={(role) => onChange({ ...step, role })}
      />
      {step.role === 'measure' && (
        <>
          <Select
            label={t('importing.nature')}
            items={MeasureNature.options.map((id) => ({ id, label: t(`importing.natures.${id}`) }))}
            value={step.nature ?? null}
            placeholder={t('importing.choose')}
            onChange={(nature) => onChange({ ...step, nature })}
          />
          <TextInput
            label={t('importing.unit')}
            value={step.unit ?? ''}
            placeholder="US$ million"
            onCommit={setUnit}
          />
        </>
      )}
      {step.type === 'number' && (
        <Select
          label={t('importing.decimal')}
          items={[
            { id: '.', label: '1,234.5' },
            { id: ',', label: '1.234,5' },
          ]}
          value={step.decimal}
          onChange={(decimal) => onChange({ ...step, decimal })}
        />
      )}
      <TextInput
        label={t('importing.missing')}
        value={step.missing.join(', ')}
        placeholder="n.a., .., -"
        hint={t('importing.missingHint')}
        onCommit={(text) =>
          onChange({
            ...step,
            missing: text
              .split(',')
              .map((word) => word.trim())
              .filter(Boolean),
          })
        }
      />
      <Button icon={Trash2} variant="quiet" onPress={onDrop}>
        {t('importing.drop')}
      </Button>
    </>
  );
}
