import { useState } from 'react';
import { toProblemData } from '../../../shared/contract/problem.ts';
import { parseFormula } from '../../../shared/formulas/parseFormula.ts';
import { bracketed } from '../../../shared/formulas/renameInFormula.ts';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { NameField } from './NameField.tsx';
import type { Panel } from './panel.ts';

export const ComputedColumnPanel: Panel<'computedColumn'> = ({ step, columns, onChange }) => {
  const [wrong, setWrong] = useState<string>();
  const setFormula = (formula: string) => {
    const found = whatIsWrong(formula);
    setWrong(found);
    if (found === undefined) onChange({ ...step, formula });
  };
  return (
    <>
      <NameField
        label={t('importing.field.newName')}
        value={step.to}
        onChange={(to) => onChange({ ...step, to })}
      />
      <TextInput
        label={t('importing.field.formula')}
        value={step.formula}
        error={wrong}
        hint={t('importing.field.formulaHint')}
        onInput={(formula) => setWrong(whatIsWrong(formula))}
        onCommit={setFormula}
      />
      <Select
        label={t('importing.field.insert')}
        items={columns.map((name) => ({ id: name, label: name }))}
        value={null}
        placeholder={t('importing.choose')}
        onChange={(name) => setFormula(`${step.formula} + ${bracketed(name)}`)}
      />
      <TextInput
        label={t('importing.unit')}
        value={step.unit ?? ''}
        placeholder="US$ million"
        onCommit={(text) => {
          const { unit: _, ...rest } = step;
          onChange(text.trim() === '' ? rest : { ...rest, unit: text.trim() });
        }}
      />
    </>
  );
};

/** The words of what is wrong with a formula and where, or undefined. */
function whatIsWrong(formula: string): string | undefined {
  try {
    parseFormula(formula);
    return undefined;
  } catch (error) {
    const { message, remedy = '', details } = toProblemData(error);
    const at = details?.at;
    return typeof at === 'number'
      ? t('importing.field.atLetter', { letter: at + 1, message, remedy })
      : message;
  }
}
