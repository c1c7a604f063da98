import { Problem } from '../../shared/contract/problem.ts';
import type { Step } from '../../shared/model/recipe.ts';

/** A problem of a step, with its place in the recipe (from 0) as `details.step`. Of several steps run as one, the one whose column it names. */
export function stepProblem(error: unknown, at: number, steps: readonly Step[]): unknown {
  if (!(error instanceof Problem)) return error;
  const own = steps.findIndex((step) => step.step === 'setColumn' && step.column === error.place?.column);
  const data = error.toData();
  return new Problem(
    { ...data, details: { ...data.details, step: at + Math.max(0, own) } },
    { cause: error.cause },
  );
}
