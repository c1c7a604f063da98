import type { Step } from '../../../shared/model/recipe.ts';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnField } from './ColumnField.tsx';
import { linesOf } from './linesOf.ts';
import type { PanelProps } from './panel.ts';

type FilterRows = Extract<Step, { step: 'filterRows' }>;

const kinds = ['keep', 'drop', 'compare', 'contains', 'filled', 'empty'] as const;
type Kind = (typeof kinds)[number];
const signs = ['=', '<>', '<', '<=', '>', '>='] as const;

/** One condition; a filter of several, as a treatment may make it, shows its first. */
export function FilterRowsPanel({ step, columns, onChange }: Omit<PanelProps<'filterRows'>, 'preview'>) {
  const { column } = step;
  const kind = kindOf(step);
  const set = (condition: Omit<FilterRows, 'step' | 'column'>) =>
    onChange({ step: 'filterRows', column, ...condition });
  const list = step.keep ?? step.drop ?? [];
  return (
    <>
      <ColumnField
        label={t('importing.field.column')}
        columns={columns}
        value={column}
        onChange={(name) => onChange({ ...step, column: name })}
      />
      <Select
        label={t('importing.field.condition')}
        items={kinds.map((id) => ({ id, label: t(`importing.conditions.${id}`) }))}
        value={kind}
        onChange={(next) => set(start(next, list))}
      />
      {(kind === 'keep' || kind === 'drop') && (
        <TextInput
          label={t('importing.field.texts')}
          multiline
          value={list.join('\n')}
          hint={t('importing.field.onePerLine')}
          onCommit={(text) => set({ [kind]: linesOf(text) })}
        />
      )}
      {step.compare && (
        <div className="FieldPair">
          <Select
            label={t('importing.field.compare')}
            items={signs.map((id) => ({ id, label: t(`importing.signs.${signNames[id]}`) }))}
            value={step.compare.is}
            onChange={(is) => step.compare && set({ compare: { ...step.compare, is } })}
          />
          <TextInput
            label={t('importing.field.value')}
            value={step.compare.value}
            placeholder="100, Jul 2024"
            onCommit={(value) => step.compare && set({ compare: { ...step.compare, value } })}
          />
        </div>
      )}
      {kind === 'contains' && (
        <TextInput
          label={t('importing.field.text')}
          value={step.contains ?? ''}
          onCommit={(text) => text !== '' && set({ contains: text })}
        />
      )}
    </>
  );
}

const signNames = {
  '=': 'equal',
  '<>': 'unequal',
  '<': 'below',
  '<=': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
} as const;

function kindOf(step: FilterRows): Kind {
  if (step.keep) return 'keep';
  if (step.drop) return 'drop';
  if (step.compare) return 'compare';
  if (step.contains !== undefined) return 'contains';
  return step.empty ? 'empty' : 'filled';
}

function start(kind: Kind, list: readonly string[]): Omit<FilterRows, 'step' | 'column'> {
  switch (kind) {
    case 'keep':
      return { keep: [...list] };
    case 'drop':
      return { drop: [...list] };
    case 'compare':
      return { compare: { is: '<>', value: '' } };
    case 'contains':
      return { contains: ' ' };
    case 'filled':
      return { empty: false };
    case 'empty':
      return { empty: true };
  }
}
