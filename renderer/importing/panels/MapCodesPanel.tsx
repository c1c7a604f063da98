import { classifications } from '../../../shared/classifications/index.ts';
import { Button } from '../../design/Button.tsx';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { showMappings } from '../mappings/MappingsDialog.tsx';
import { ColumnField } from './ColumnField.tsx';
import { pairLines, pairsOf } from './pairsOf.ts';
import type { Panel } from './panel.ts';

const NONE = 'none';

export const MapCodesPanel: Panel<'mapCodes'> = ({ step, columns, onChange }) => {
  const { classification, to, ...rest } = step;
  return (
    <>
      <ColumnField
        label={t('importing.field.column')}
        columns={columns}
        value={step.column}
        onChange={(column) => onChange({ ...step, column })}
      />
      <Select
        label={t('importing.field.codeList')}
        items={[
          { id: NONE, label: t('importing.field.noList') },
          ...classifications.map(({ id, title }) => ({ id, label: title })),
        ]}
        value={classification ?? NONE}
        onChange={(id) =>
          onChange({ ...rest, ...(to !== undefined && { to }), ...(id !== NONE && { classification: id }) })
        }
      />
      <TextInput
        label={t('importing.field.map')}
        multiline
        value={pairLines(step.map)}
        placeholder="Viet Nam = VNM"
        hint={t('importing.field.mapHint')}
        onCommit={(text) => onChange({ ...step, map: pairsOf(text) })}
      />
      <Button onPress={() => showMappings(classification)}>{t('importing.mappings.open')}</Button>
      <TextInput
        label={t('importing.field.codesTo')}
        value={to ?? ''}
        placeholder={step.column}
        onCommit={(text) =>
          onChange({
            ...rest,
            ...(classification !== undefined && { classification }),
            ...(text.trim() !== '' && { to: text.trim() }),
          })
        }
      />
    </>
  );
};
