import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

export const SpanPeriodPanel: Panel<'spanPeriod'> = ({ step, columns, onChange }) => (
  <>
    <ColumnField
      label={t('importing.field.year')}
      columns={columns}
      value={step.year}
      onChange={(year) => onChange({ ...step, year })}
    />
    <ColumnField
      label={t('importing.field.months')}
      columns={columns}
      value={step.months}
      onChange={(months) => onChange({ ...step, months })}
    />
    <NameField
      label={t('importing.field.newName')}
      value={step.to}
      onChange={(to) => onChange({ ...step, to })}
    />
  </>
);
