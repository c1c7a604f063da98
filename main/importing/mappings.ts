import type { Recipe } from '../../shared/model/recipe.ts';

/** Texts that the user mapped to codes, by code list. */
export type Mappings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Texts that one code list remembers; the oldest are forgotten. */
const MOST_TEXTS = 5000;

/** The mappings with those of a recipe that was accepted; null where it brings none. */
export function withRecipe(mappings: Mappings, recipe: Recipe): Mappings | null {
  const known = new Map(
    Object.entries(mappings).map(([list, texts]) => [list, new Map(Object.entries(texts))]),
  );
  let changed = false;
  for (const step of recipe) {
    if (step.step !== 'mapCodes' || step.classification === undefined) continue;
    const texts = known.get(step.classification) ?? new Map<string, string>();
    for (const [text, code] of Object.entries(step.map)) {
      if (texts.get(text) === code) continue;
      texts.delete(text);
      texts.set(text, code);
      changed = true;
    }
    known.set(step.classification, texts);
  }
  if (!changed) return null;
  return Object.fromEntries(
    [...known].map(([list, texts]) => [list, Object.fromEntries([...texts].slice(-MOST_TEXTS))]),
  );
}
