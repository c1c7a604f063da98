import type { Recipe, Step } from '../../../shared/model/recipe.ts';

type SetColumn = Extract<Step, { step: 'setColumn' }>;

/** The step that reads the periods of a table. */
export function timeStep(recipe: Recipe): SetColumn | undefined {
  return recipe.find(
    (step): step is SetColumn => step.step === 'setColumn' && step.role === 'time' && step.type === 'period',
  );
}
