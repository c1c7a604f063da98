import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { type ColumnSample, textsOf } from './detection/columnSample.ts';
import { areConsecutive } from './detection/cumulative.ts';

type SetColumn = Extract<Step, { step: 'setColumn' }>;

/** Months by difference, where all spans begin with the fiscal year and grow month by month. Elsewhere a person is offered them. */
export function proposeMonths(
  samples: readonly ColumnSample[],
  steps: Recipe,
  fiscalYearStart: number,
): Recipe {
  const columns = steps.filter((step): step is SetColumn => step.step === 'setColumn');
  const time = columns.find(({ role, type }) => role === 'time' && type === 'period');
  const sample = samples.find(({ name }) => name === time?.column);
  if (!sample || sample.many || !areConsecutive(textsOf(sample), fiscalYearStart)) return [];
  const measures = columns.filter(({ role, nature }) => role === 'measure' && nature === 'cumulative');
  const status = columns.find(({ role }) => role === 'status')?.column ?? 'status';
  return measures.length === 0
    ? []
    : [{ step: 'monthsFromCumulative', columns: measures.map(({ column }) => column), status }];
}
