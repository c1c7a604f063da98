import type { Mappings } from '../../shared/contract/mappings.ts';
import type { Recipe } from '../../shared/model/recipe.ts';

export type { Mappings };

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
  return changed ? written(known) : null;
}

/** The mappings with one of a text set, or forgotten where the code is null. */
export function withText(mappings: Mappings, list: string, text: string, code: string | null): Mappings {
  const texts = new Map(Object.entries(mappings[list] ?? {}));
  texts.delete(text);
  if (code !== null) texts.set(text, code);
  const known = new Map(
    Object.entries(mappings).map(([other, pairs]) => [other, new Map(Object.entries(pairs))]),
  );
  return written(known.set(list, texts));
}

function written(known: ReadonlyMap<string, ReadonlyMap<string, string>>): Mappings {
  return Object.fromEntries(
    [...known].map(([list, texts]) => [list, Object.fromEntries([...texts].slice(-MOST_TEXTS))]),
  );
}
