import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { decided } from './changeRecipe.ts';

/** Where the header stands; the steps up to it have their fixed places. */
export function headerIndex(recipe: Recipe): number {
  return recipe.findIndex(({ step }) => step === 'header');
}

/** Whether a step may change its place: the reading and the header may not. */
export function isMovable(recipe: Recipe, index: number): boolean {
  return index > headerIndex(recipe);
}

/** The step one place up (-1) or down (1); null where it cannot go further. */
export function moveStep(recipe: Recipe, index: number, by: -1 | 1): Recipe | null {
  const to = index + by;
  const step = recipe[index];
  if (!step || !isMovable(recipe, index) || !isMovable(recipe, to) || to >= recipe.length) return null;
  return recipe.toSpliced(index, 1).toSpliced(to, 0, step);
}

/** The recipe with a step after the one at `index`, and below the header whatever it is. */
export function insertAfter(recipe: Recipe, index: number, step: Step): { recipe: Recipe; index: number } {
  const at = Math.max(index, headerIndex(recipe)) + 1;
  return { recipe: recipe.toSpliced(at, 0, step), index: at };
}

/** Where a step belongs that works on texts: before the first step that says what the texts are. */
export function beforeTypes(recipe: Recipe): number {
  const at = recipe.findIndex(({ step }) => step === 'setColumn' || step === 'mapCodes');
  return at < 0 ? recipe.length : at;
}

/** The recipe with a step on texts in its place. What was said of columns that are gone by then goes, `said` comes. */
export function withTextStep(
  recipe: Recipe,
  step: Step,
  gone: readonly string[] = [],
  said: Recipe = [],
): { recipe: Recipe; index: number } {
  const index = beforeTypes(recipe);
  const rest = recipe.filter(
    (one) =>
      !(
        'column' in one &&
        (one.step === 'setColumn' || one.step === 'mapCodes') &&
        gone.includes(one.column)
      ),
  );
  return { recipe: [...rest.slice(0, index), step, ...said, ...rest.slice(index)], index };
}

/** The header from its first line, or the given one where that stands above, to the given line. */
export function headerTo(recipe: Recipe, line: number): Recipe {
  const header = recipe[headerIndex(recipe)];
  const lines = header?.step === 'header' ? header.lines : [];
  const [from, to] = [Math.min(line, ...lines), Math.max(line, ...lines)];
  return decided(recipe, {
    step: 'header',
    lines: Array.from({ length: to - from + 1 }, (_, i) => from + i),
    firstDataLine: to + 1,
  });
}

/** The data end with this line. */
export function dataEndsAt(recipe: Recipe, line: number): Recipe {
  return recipe.map((step) => (step.step === 'header' ? { ...step, lastDataLine: line } : step));
}

/** The line is no data. Lines that are skipped already stand in one step, below the header. */
export function skipLine(recipe: Recipe, line: number): Recipe {
  const at = headerIndex(recipe) + 1;
  const there = recipe[at];
  if (there?.step === 'skipRows' && !there.where)
    return recipe.with(at, {
      ...there,
      lines: [...new Set([...there.lines, line])].toSorted((a, b) => a - b),
    });
  return recipe.toSpliced(at, 0, { step: 'skipRows', lines: [line] });
}
