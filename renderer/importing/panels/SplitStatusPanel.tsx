import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { linesOf } from './linesOf.ts';
import { NameField } from './NameField.tsx';
import { pairLines, pairsOf } from './pairsOf.ts';
import type { Panel } from './panel.ts';

export const SplitStatusPanel: Panel<'splitStatus'> = ({ step, columns, onChange }) => (
  <>
    <ColumnField
      label={t('importing.field.column')}
      columns={columns}
      value={step.column}
      onChange={(column) => onChange({ ...step, column })}
    />
    <TextInput
      label={t('importing.field.flags')}
      multiline
      value={pairLines(step.flags)}
      hint={t('importing.field.flagsHint')}
      onCommit={(text) => onChange({ ...step, flags: pairsOf(text) })}
    />
    <TextInput
      label={t('importing.missing')}
      multiline
      value={step.missing.join('\n')}
      hint={t('importing.field.onePerLine')}
      onCommit={(text) => onChange({ ...step, missing: linesOf(text) })}
    />
    <NameField
      label={t('importing.field.newName')}
      value={step.to}
      onChange={(to) => onChange({ ...step, to })}
    />
  </>
);
