import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

export const ResidualPanel: Panel<'residual'> = ({ step, columns, onChange }) => (
  <>
    <ColumnField
      label={t('importing.field.column')}
      columns={columns}
      value={step.column}
      onChange={(column) => onChange({ ...step, column })}
    />
    <TextInput
      label={t('importing.field.total')}
      value={step.total}
      onCommit={(total) => onChange({ ...step, total })}
    />
    <TextInput
      label={t('importing.field.part')}
      value={step.part}
      onCommit={(part) => onChange({ ...step, part })}
    />
    <NameField
      label={t('importing.field.rest')}
      value={step.name}
      onChange={(name) => onChange({ ...step, name })}
    />
  </>
);
