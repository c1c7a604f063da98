import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { numbersOf } from './linesOf.ts';
import type { Panel } from './panel.ts';

export const SkipRowsPanel: Panel<'skipRows'> = ({ step, columns, onChange }) => {
  const column = step.where?.column ?? columns[0] ?? '';
  const setPattern = (matches: string) => {
    const { where: _, ...rest } = step;
    onChange(matches === '' ? rest : { ...rest, where: { column, matches } });
  };
  return (
    <>
      <TextInput
        label={t('importing.field.lines')}
        value={step.lines.join(', ')}
        placeholder="4, 20-22"
        onCommit={(text) => onChange({ ...step, lines: numbersOf(text) })}
      />
      <TextInput
        label={t('importing.field.matches')}
        value={step.where?.matches ?? ''}
        placeholder="^Total"
        hint={t('importing.field.patternHint')}
        onCommit={setPattern}
      />
      {step.where && (
        <ColumnField
          label={t('importing.field.inColumn')}
          columns={columns}
          value={column}
          onChange={(name) => step.where && onChange({ ...step, where: { ...step.where, column: name } })}
        />
      )}
    </>
  );
};
