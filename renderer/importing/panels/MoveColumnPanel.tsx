import { NumberInput } from '../../design/NumberInput.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import type { Panel } from './panel.ts';

export const MoveColumnPanel: Panel<'moveColumn'> = ({ step, columns, onChange }) => (
  <>
    <ColumnField
      label={t('importing.field.column')}
      columns={columns}
      value={step.column}
      onChange={(column) => onChange({ ...step, column })}
    />
    <NumberInput
      label={t('importing.field.place')}
      value={step.to}
      least={1}
      most={Math.max(1, columns.length)}
      onCommit={(to) => to !== null && onChange({ ...step, to: Math.round(to) })}
    />
  </>
);
