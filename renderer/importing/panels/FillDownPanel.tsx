import { t } from '../../i18n/index.ts';
import { ColumnsField } from './ColumnsField.tsx';
import type { Panel } from './panel.ts';

export const FillDownPanel: Panel<'fillDown'> = ({ step, columns, onChange }) => (
  <ColumnsField
    label={t('importing.field.columns')}
    columns={columns}
    value={step.columns}
    least={1}
    onChange={(names) => onChange({ ...step, columns: names })}
  />
);
