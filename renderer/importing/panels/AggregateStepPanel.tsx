import { AggregateLevel, HowToAggregate } from '../../../shared/model/combineSteps.ts';
import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { Select } from '../../design/Select.tsx';
import { t } from '../../i18n/index.ts';
import { ColumnsField } from './ColumnsField.tsx';
import type { Panel } from './panel.ts';

type Typed = Extract<Step, { step: 'setColumn' }>['type'];

/** What the rows are gathered by, periods to what level, and what is worked out of each figure. */
export const AggregateStepPanel: Panel<'aggregate'> = ({ step, columns, preview, onChange }) => {
  const { keys, values } = step;
  const type = (name: string) => typeOf(preview.recipe, name);
  const chosen = new Set(values.map(({ column }) => column));
  const figures = columns.filter((name) => type(name) === 'number' || chosen.has(name));
  return (
    <>
      <ColumnsField
        label={t('combining.aggregate.keys')}
        columns={columns.filter((name) => !figures.includes(name))}
        value={keys.map(({ column }) => column)}
        least={0}
        onChange={(names) =>
          onChange({
            ...step,
            keys: names.map((column) => keys.find((key) => key.column === column) ?? { column }),
          })
        }
      />
      {keys
        .filter(({ column }) => type(column) === 'period')
        .map((key) => (
          <Select
            key={key.column}
            label={t('combining.aggregate.level', { column: key.column })}
            items={AggregateLevel.options.map((id) => ({ id, label: t(`combining.levels.${id}`) }))}
            value={key.level ?? 'asIs'}
            onChange={(level) =>
              onChange({
                ...step,
                keys: keys.map((one) =>
                  one === key ? { column: key.column, ...(level !== 'asIs' && { level }) } : one,
                ),
              })
            }
          />
        ))}
      <ColumnsField
        label={t('combining.aggregate.values')}
        columns={figures}
        value={values.map(({ column }) => column)}
        least={1}
        onChange={(names) =>
          onChange({
            ...step,
            values: names.map(
              (column) => values.find((value) => value.column === column) ?? { column, how: 'sum' },
            ),
          })
        }
      />
      {values.map((value) => (
        <Select
          key={value.column}
          label={t('combining.aggregate.how', { column: value.column })}
          items={HowToAggregate.options.map((id) => ({ id, label: t(`combining.hows.${id}`) }))}
          value={value.how}
          onChange={(how) =>
            onChange({ ...step, values: values.map((one) => (one === value ? { ...one, how } : one)) })
          }
        />
      ))}
      {hasVintage(preview.recipe) && (
        <Select
          label={t('combining.aggregate.release')}
          items={(['latest', 'first'] as const).map((id) => ({ id, label: t(`combining.release.${id}`) }))}
          value={step.vintage}
          onChange={(vintage) => onChange({ ...step, vintage })}
        />
      )}
    </>
  );
};

/** What the steps say of a column; texts where they say nothing. */
function typeOf(recipe: Recipe, column: string): Typed {
  const said = recipe.findLast((step) => step.step === 'setColumn' && step.column === column);
  return said?.step === 'setColumn' ? said.type : 'text';
}

function hasVintage(recipe: Recipe): boolean {
  return recipe.some((step) => step.step === 'setColumn' && step.role === 'vintage');
}
