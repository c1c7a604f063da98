import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';

export type StepWords = ImportPreview['stepWords'][number];

/** What each step did when it last ran just so; undefined for one that was changed or added since. */
export function stepWordsOf(recipe: Recipe, preview: ImportPreview): (StepWords | undefined)[] {
  const known = preview.recipe.map((step) => JSON.stringify(step));
  return recipe.map((step, index) => {
    const text = JSON.stringify(step);
    // Steps before and after an added one are the same steps at another place.
    const at = known[index] === text ? index : known.indexOf(text);
    return at < 0 ? undefined : preview.stepWords[at];
  });
}

/** The columns as they are before the step at `index`, as far as is known: of the last step above it that has run. */
export function columnsBefore(words: readonly (StepWords | undefined)[], index: number): string[] {
  for (let at = index - 1; at >= 0; at--) {
    const { columns } = words[at] ?? {};
    if (columns) return columns;
  }
  return [];
}
