import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

export const AccountingEntryPanel: Panel<'accountingEntry'> = ({ step, columns, onChange }) => (
  <>
    <ColumnField
      label={t('importing.field.column')}
      columns={columns}
      value={step.column}
      onChange={(column) => onChange({ ...step, column })}
    />
    <NameField
      label={t('importing.field.newName')}
      value={step.to}
      onChange={(to) => onChange({ ...step, to })}
    />
  </>
);
