import type { Recipe } from '../../shared/model/recipe.ts';

/** A recipe with the ones before and after it, as undo and redo walk them. */
export interface RecipeHistory {
  past: readonly Recipe[];
  recipe: Recipe;
  future: readonly Recipe[];
}

const MOST = 200;

/** A new state of the recipe. The first one has nothing before it; one that changes nothing is no step. */
export function taken({ past, recipe, future }: RecipeHistory, next: Recipe): RecipeHistory {
  if (recipe.length === 0) return { past: [], recipe: next, future: [] };
  if (JSON.stringify(next) === JSON.stringify(recipe)) return { past, recipe: next, future };
  return { past: [...past, recipe].slice(-MOST), recipe: next, future: [] };
}

export function undone(history: RecipeHistory): RecipeHistory {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), recipe: before, future: [history.recipe, ...history.future] };
}

export function redone(history: RecipeHistory): RecipeHistory {
  const [next, ...future] = history.future;
  return next ? { past: [...history.past, history.recipe], recipe: next, future } : history;
}
