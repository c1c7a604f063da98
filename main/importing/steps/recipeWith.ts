import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import type { StepContext, StepOf } from './step.ts';

/** The recipe that runs with one step changed. */
export function recipeWith(step: Step, changed: Step, { recipe = [] }: StepContext): Recipe {
  return recipe.map((one) => (one === step ? changed : one));
}

/** The recipe that runs with a step put before those that set columns, where cells are still as written. */
export function recipeBefore(step: StepOf<'setColumn'>, added: Step, { recipe = [] }: StepContext): Recipe {
  const at = recipe.findIndex((one) => one.step === 'setColumn');
  return recipe.toSpliced(at < 0 ? recipe.indexOf(step) : at, 0, added);
}
