import { Checkbox } from '../../design/Checkbox.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnsField } from './ColumnsField.tsx';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

export const MergeColumnsPanel: Panel<'mergeColumns'> = ({ step, columns, onChange }) => (
  <>
    <ColumnsField
      label={t('importing.field.columns')}
      columns={columns}
      value={step.columns}
      least={2}
      onChange={(names) => onChange({ ...step, columns: names })}
    />
    <TextInput
      label={t('importing.field.between')}
      value={step.separator}
      hint={step.separator === ' ' ? t('importing.field.aSpace') : undefined}
      onCommit={(separator) => onChange({ ...step, separator })}
    />
    <NameField
      label={t('importing.field.newName')}
      value={step.to}
      onChange={(to) => onChange({ ...step, to })}
    />
    <Checkbox isSelected={step.keep} onChange={(keep) => onChange({ ...step, keep })}>
      {t('importing.field.keepColumns')}
    </Checkbox>
  </>
);
