import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { stepProblem } from './stepProblem.ts';
import { applyStep } from './steps/index.ts';
import { setColumns } from './steps/setColumns.ts';
import type { StepContext, StepOf, StepWords, TableState } from './steps/step.ts';

/** The steps in order; each sees what the ones before it made. Neighbouring steps that set columns are one pass over the rows. */
export async function runRecipe(
  recipe: Recipe,
  start: TableState,
  given: StepContext,
  signal?: AbortSignal,
): Promise<TableState & { words: StepWords[] }> {
  const context = { ...given, recipe };
  let state = start;
  const words: StepWords[] = [];
  for (let at = 0; at < recipe.length; ) {
    signal?.throwIfAborted();
    const columns = columnSteps(recipe, at, state);
    const step = recipe[at];
    try {
      if (columns.length > 0) {
        const made = await setColumns(state, columns, context);
        state = stateOf(made);
        words.push(...made.words.map((one) => ({ ...one, columns: namesOf(state) })));
        at += columns.length;
      } else if (step) {
        const made = await applyStep(state, step, context);
        state = stateOf(made);
        words.push({ ...made.words, columns: namesOf(state) });
        at++;
      }
    } catch (error) {
      throw stepProblem(error, at, columns);
    }
  }
  return { ...state, words };
}

/** The steps from `at` on that set columns, up to one that sets a column again. */
function columnSteps(recipe: Recipe, at: number, { columns }: TableState): StepOf<'setColumn'>[] {
  const found: StepOf<'setColumn'>[] = [];
  const taken = new Set<string>();
  for (
    let step: Step | undefined = recipe[at];
    step?.step === 'setColumn';
    step = recipe[at + found.length]
  ) {
    const { column: name } = step;
    const { id } = columns.find((column) => column.name === name) ?? { id: name };
    if (taken.has(id)) break;
    taken.add(id);
    found.push(step);
  }
  return found;
}

function namesOf({ columns }: TableState): string[] {
  return columns.map(({ name }) => name);
}

function stateOf({ sql, columns, light, packed, unread }: TableState): TableState {
  return { sql, columns, ...(light && { light }), ...(packed && { packed }), ...(unread && { unread }) };
}
