import type { ImportNote } from '../../shared/contract/importing.ts';
import type { Recipe, Step } from '../../shared/model/recipe.ts';

export type Treatment = NonNullable<ImportNote['treatments']>[number];

/** Lines that may be skipped one by one; more of them are no slip but a kind of row. */
const FEW_LINES = 5;

/** The recipe with a step at its end. */
export function added(recipe: Recipe, step: Step): Recipe {
  return [...recipe, step];
}

/** The recipe without the rows of these lines: skipped as soon as there is a header. */
export function withoutLines(recipe: Recipe, lines: readonly number[]): Recipe {
  const header = recipe.findIndex(({ step }) => step === 'header');
  return recipe.toSpliced(header + 1, 0, { step: 'skipRows', lines: [...new Set(lines)] });
}

/** Where all odd cells stand in a few lines, such as a row of units read as data: those lines can go. */
export function skipTreatment(recipe: Recipe, cells: readonly number[]): Treatment[] {
  const lines = [...new Set(cells)];
  if (lines.length === 0 || lines.length > FEW_LINES) return [];
  const words = lines.length === 1 ? `Skip line ${lines[0]}` : `Skip lines ${lines.join(', ')}`;
  return [{ title: words, recipe: withoutLines(recipe, lines) }];
}

/** The text by another, which is then to be written into the step. */
export function replaceTreatment(
  recipe: Recipe,
  at: Extract<Step, { step: 'setColumn' }>,
  text: string,
): Treatment[] {
  let start = recipe.indexOf(at);
  if (start < 0 || text.trim() === '') return [];
  // Before the whole run of neighbouring column steps: they are worked out together.
  while (recipe[start - 1]?.step === 'setColumn') start--;
  const step: Step = { step: 'replace', columns: [at.column], find: text.trim(), with: '', as: 'cell' };
  const shown = text.length > 20 ? `${text.slice(0, 19)}…` : text;
  return [{ title: `Replace "${shown.trim()}" …`, recipe: recipe.toSpliced(start, 0, step) }];
}
