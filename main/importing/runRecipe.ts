import type { Recipe } from '../../shared/model/recipe.ts';
import { applyStep } from './steps/index.ts';
import type { StepContext, StepWords, TableState } from './steps/step.ts';

/** The steps in order; each sees what the ones before it made. */
export async function runRecipe(
  recipe: Recipe,
  start: TableState,
  context: StepContext,
  signal?: AbortSignal,
): Promise<TableState & { words: StepWords[] }> {
  let state = start;
  const words: StepWords[] = [];
  for (const step of recipe) {
    signal?.throwIfAborted();
    const result = await applyStep(state, step, context);
    state = { sql: result.sql, columns: result.columns };
    words.push(result.words);
  }
  return { ...state, words };
}
