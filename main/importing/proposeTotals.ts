import type { Recipe, Step } from '../../shared/model/recipe.ts';
import type { ColumnSample } from './detection/columnSample.ts';
import { mayBeTree } from './detection/labelTree.ts';
import { findTotals } from './findTotals.ts';
import type { StepContext, TableState } from './steps/step.ts';

type SetColumn = Extract<Step, { step: 'setColumn' }>;

/** For each column of labels the rows that are sums of others; `steps` say what the columns of `state` are. */
export async function proposeTotals(
  state: TableState,
  steps: Recipe,
  samples: readonly ColumnSample[],
  context: StepContext,
): Promise<Map<string, Record<string, string>>> {
  const columns = steps.filter((step): step is SetColumn => step.step === 'setColumn');
  const measure = columns.find(({ role, nature }) => role === 'measure' && nature !== 'rate');
  const labels = columns.filter(({ type, role }) => type === 'category' && role === 'dimension');
  const found = new Map<string, Record<string, string>>();
  if (!measure) return found;
  for (const { column } of labels) {
    const texts = samples.find(({ name }) => name === column)?.texts ?? [];
    if (!mayBeTree(texts.map(({ text }) => text))) continue;
    const keys = columns.filter(
      (one) =>
        one.column !== column &&
        (one.role === 'dimension' ||
          one.role === 'time' ||
          one.role === 'unit' ||
          one.role === 'definition' ||
          one.role === 'vintage'),
    );
    const { column: name, decimal, affixes = [] } = measure;
    const parents = await findTotals(
      state,
      column,
      keys.map((key) => key.column),
      { name, decimal, affixes },
      context,
    );
    if (Object.keys(parents).length > 0) found.set(column, parents);
  }
  return found;
}
