import { t } from '../../i18n/index.ts';
import { ColumnsField } from './ColumnsField.tsx';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

export const MonthsPanel: Panel<'monthsFromCumulative'> = ({ step, columns, onChange }) => (
  <>
    <ColumnsField
      label={t('importing.field.columns')}
      columns={columns}
      value={step.columns}
      least={1}
      onChange={(names) => onChange({ ...step, columns: names })}
    />
    <NameField
      label={t('importing.field.statusColumn')}
      value={step.status}
      onChange={(status) => onChange({ ...step, status })}
    />
  </>
);
