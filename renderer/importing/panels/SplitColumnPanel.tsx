import type { Step } from '../../../shared/model/recipe.ts';
import { Checkbox } from '../../design/Checkbox.tsx';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { linesOf, numbersOf } from './linesOf.ts';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

type By = Extract<Step, { step: 'splitColumn' }>['by'];
const kinds = ['delimiter', 'position', 'pattern'] as const;
const starts: Record<By['kind'], By> = {
  delimiter: { kind: 'delimiter', delimiter: ' ' },
  position: { kind: 'position', at: [4] },
  pattern: { kind: 'pattern', pattern: '^(\\S+) (.*)$' },
};

export const SplitColumnPanel: Panel<'splitColumn'> = ({ step, columns, onChange }) => {
  const { by } = step;
  return (
    <>
      <ColumnField
        label={t('importing.field.column')}
        columns={columns}
        value={step.column}
        onChange={(column) => onChange({ ...step, column })}
      />
      <Select
        label={t('importing.field.splitBy')}
        items={kinds.map((id) => ({ id, label: t(`importing.splits.${id}`) }))}
        value={by.kind}
        onChange={(kind) => onChange({ ...step, by: starts[kind] })}
      />
      {by.kind === 'delimiter' && (
        <TextInput
          label={t('importing.field.delimiter')}
          value={by.delimiter}
          hint={by.delimiter === ' ' ? t('importing.field.aSpace') : undefined}
          onCommit={(delimiter) => delimiter !== '' && onChange({ ...step, by: { ...by, delimiter } })}
        />
      )}
      {by.kind === 'position' && (
        <TextInput
          label={t('importing.field.positions')}
          value={by.at.join(', ')}
          onCommit={(text) => {
            const at = numbersOf(text);
            if (at.length > 0) onChange({ ...step, by: { ...by, at } });
          }}
        />
      )}
      {by.kind === 'pattern' && (
        <NameField
          label={t('importing.field.pattern')}
          value={by.pattern}
          hint={t('importing.field.groupsHint')}
          onChange={(pattern) => onChange({ ...step, by: { ...by, pattern } })}
        />
      )}
      <TextInput
        label={t('importing.field.into')}
        multiline
        value={step.into.join('\n')}
        hint={t('importing.field.onePerLine')}
        onCommit={(text) => {
          const into = linesOf(text);
          if (into.length > 0) onChange({ ...step, into });
        }}
      />
      <Checkbox isSelected={step.keep} onChange={(keep) => onChange({ ...step, keep })}>
        {t('importing.field.keepColumn')}
      </Checkbox>
    </>
  );
};
