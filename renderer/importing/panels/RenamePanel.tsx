import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

export const RenamePanel: Panel<'rename'> = ({ step, columns, onChange }) => (
  <>
    <ColumnField
      label={t('importing.field.column')}
      columns={columns}
      value={step.from}
      onChange={(from) => onChange({ ...step, from })}
    />
    <NameField
      label={t('importing.columnName')}
      value={step.to}
      onChange={(to) => onChange({ ...step, to })}
    />
  </>
);
