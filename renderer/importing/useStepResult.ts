import { useEffect, useState } from 'react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import { CANCELLED, type ProblemData, toProblemData } from '../../shared/contract/problem.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import { client } from '../app/client.ts';

export interface StepResult {
  recipe: Recipe;
  result: ImportPreview['result'];
}

/** What the first steps make of the file; null while it is worked out, or where they are all of them. */
export function useStepResult(
  id: string | undefined,
  recipe: Recipe | null,
): { shown: StepResult | null; problem: ProblemData | null } {
  const [state, setState] = useState<{ shown: StepResult | null; problem: ProblemData | null }>({
    shown: null,
    problem: null,
  });
  const key = recipe && JSON.stringify(recipe);
  // biome-ignore lint/correctness/useExhaustiveDependencies: recipes are alike where their texts are
  useEffect(() => {
    if (id === undefined || recipe === null) return setState({ shown: null, problem: null });
    const controller = new AbortController();
    client()
      .call('import.preview', { id, recipe }, { signal: controller.signal })
      .then(
        ({ result }) => setState({ shown: { recipe, result }, problem: null }),
        (error: unknown) => {
          const problem = toProblemData(error);
          if (problem.code !== CANCELLED) setState({ shown: null, problem });
        },
      );
    return () => controller.abort();
  }, [id, key]);
  return state;
}
