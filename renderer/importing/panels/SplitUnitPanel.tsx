import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

const froms = ['cells', 'labels'] as const;

export const SplitUnitPanel: Panel<'splitUnit'> = ({ step, columns, onChange }) => (
  <>
    <ColumnField
      label={t('importing.field.column')}
      columns={columns}
      value={step.column}
      onChange={(column) => onChange({ ...step, column })}
    />
    <Select
      label={t('importing.field.unitIn')}
      items={froms.map((id) => ({ id, label: t(`importing.unitIn.${id}`) }))}
      value={step.from}
      onChange={(from) => onChange({ ...step, from })}
    />
    <NameField
      label={t('importing.field.newName')}
      value={step.to}
      onChange={(to) => onChange({ ...step, to })}
    />
  </>
);
