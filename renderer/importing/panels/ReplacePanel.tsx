import { Checkbox } from '../../design/Checkbox.tsx';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnsField } from './ColumnsField.tsx';
import type { Panel } from './panel.ts';

const ways = ['cell', 'text', 'pattern'] as const;

export const ReplacePanel: Panel<'replace'> = ({ step, columns, onChange }) => {
  const { columns: some, ...everywhere } = step;
  const [first] = columns;
  return (
    <>
      <TextInput
        label={t('importing.field.find')}
        value={step.find}
        onCommit={(find) => find !== '' && onChange({ ...step, find })}
      />
      <TextInput
        label={t('importing.field.with')}
        value={step.with}
        hint={t('importing.field.emptyHint')}
        onCommit={(text) => onChange({ ...step, with: text })}
      />
      <Select
        label={t('importing.field.as')}
        items={ways.map((id) => ({ id, label: t(`importing.ways.${id}`) }))}
        value={step.as}
        onChange={(as) => onChange({ ...step, as })}
      />
      <Checkbox
        isSelected={some === undefined}
        onChange={(all) =>
          onChange(all || first === undefined ? everywhere : { ...everywhere, columns: [first] })
        }
      >
        {t('importing.field.allColumns')}
      </Checkbox>
      {some && (
        <ColumnsField
          label={t('importing.field.columns')}
          columns={columns}
          value={some}
          least={1}
          onChange={(names) => onChange({ ...step, columns: names })}
        />
      )}
    </>
  );
};
