import { Checkbox } from '../../design/Checkbox.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnsField } from './ColumnsField.tsx';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

export const UnpivotPanel: Panel<'unpivot'> = ({ step, columns, onChange }) => (
  <>
    <ColumnsField
      label={t('importing.field.unpivot')}
      columns={columns}
      value={step.columns}
      least={1}
      onChange={(names) => onChange({ ...step, columns: names })}
    />
    <NameField
      label={t('importing.field.nameTo')}
      value={step.nameTo}
      onChange={(nameTo) => onChange({ ...step, nameTo })}
    />
    <NameField
      label={t('importing.field.valueTo')}
      value={step.valueTo}
      onChange={(valueTo) => onChange({ ...step, valueTo })}
    />
    <Checkbox
      isSelected={step.periods ?? false}
      onChange={(isOn) => {
        const { periods: _, statusTo: __, keep: ___, ...plain } = step;
        onChange(isOn ? { ...step, periods: true } : plain);
      }}
    >
      {t('importing.field.periods')}
    </Checkbox>
  </>
);
