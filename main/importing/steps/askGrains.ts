import type { PeriodGrain, Recipe } from '../../../shared/model/recipe.ts';
import type { StepContext, StepOf } from './step.ts';

const ORDER: readonly PeriodGrain[] = ['month', 'quarter', 'half', 'year', 'span'];
const WORDS: Readonly<Record<PeriodGrain, string>> = {
  month: 'months',
  quarter: 'quarters',
  half: 'half-years',
  year: 'years',
  span: 'other spans',
};

/** Periods of several lengths in one header overlap: a person says which of them count. Until then all are kept, each with its length. */
export function askGrains(
  step: StepOf<'unpivot'>,
  wide: readonly { name: string; period: string; grain: PeriodGrain }[],
  context: StepContext,
): void {
  const grains = ORDER.filter((grain) => wide.some((one) => one.grain === grain));
  const [first, ...others] = grains;
  if (first === undefined || others.length === 0) return;
  const told = grains.map((grain) => {
    const periods = [...new Set(wide.filter((one) => one.grain === grain).map(({ period }) => period))];
    return `${WORDS[grain]} (${periods.slice(0, 3).join(', ')}${periods.length > 3 ? ` and ${periods.length - 3} more` : ''})`;
  });
  const odd = wide.find(({ grain }) => grain !== wide[0]?.grain);
  context.note({
    code: 'import.mixed-periods',
    weight: 'decide',
    title: 'Periods of several lengths side by side',
    text: `The header names ${told.join(', ')}. Where they overlap a sum would count the same figure twice. All are kept, each with its own length.`,
    count: wide.length,
    place: { file: context.fileName, ...(odd && { column: odd.name }) },
    treatments: [
      ...grains.map((grain) => ({
        title: `Keep only ${WORDS[grain]}`,
        recipe: withKeep([grain], step, context),
      })),
      { title: 'Keep all', recipe: withKeep(grains, step, context) },
    ],
  });
}

function withKeep(keep: PeriodGrain[], step: StepOf<'unpivot'>, { recipe = [] }: StepContext): Recipe {
  return recipe.map((one) => (one === step ? { ...step, keep } : one));
}
