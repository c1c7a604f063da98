import { useEffect, useState } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { client } from '../app/client.ts';

interface StepResult {
  recipe: Recipe;
  result: ImportPreview['result'];
}

/** What the first steps make of the file; null where they are all of them, or do not run (which the whole recipe says). */
export function useStepResult(
  id: string,
  recipe: Recipe | null,
): { shown: StepResult | null; waiting: boolean } {
  const [state, setState] = useState<{ shown: StepResult | null; waiting: boolean }>({
    shown: null,
    waiting: false,
  });
  const key = recipe && JSON.stringify(recipe);
  // biome-ignore lint/correctness/useExhaustiveDependencies: recipes are alike where their texts are
  useEffect(() => {
    if (recipe === null) return setState({ shown: null, waiting: false });
    const controller = new AbortController();
    setState({ shown: null, waiting: true });
    client()
      .call('import.preview', { id, recipe }, { signal: controller.signal })
      .then(
        ({ result }) => setState({ shown: { recipe, result }, waiting: false }),
        () => !controller.signal.aborted && setState({ shown: null, waiting: false }),
      );
    return () => controller.abort();
  }, [id, key]);
  return state;
}
