import type { Recipe, Step } from '../../shared/model/recipe.ts';

/** The recipe with these columns dropped right under the header at `at`, and nothing said of them after. Null where a later step cannot do without them. */
export function withoutColumns(recipe: Recipe, at: number, columns: readonly string[]): Recipe | null {
  const gone = new Set(columns);
  const rest: Recipe = [];
  for (const step of recipe.slice(at + 1)) {
    const kept = withoutIn(step, gone);
    if (kept === null) return null;
    if (kept !== undefined) rest.push(kept);
  }
  return [...recipe.slice(0, at + 1), { step: 'dropColumns', columns: [...columns] }, ...rest];
}

/** Undefined: the step has nothing left to do. */
function withoutIn(step: Step, gone: ReadonlySet<string>): Step | null | undefined {
  switch (step.step) {
    case 'unpivot':
    case 'fillDown':
    case 'dropColumns': {
      const columns = step.columns.filter((name) => !gone.has(name));
      return columns.length === 0 ? (step.step === 'unpivot' ? null : undefined) : { ...step, columns };
    }
    case 'setColumn':
    case 'mapCodes':
    case 'filterRows':
    case 'splitStatus':
      return gone.has(step.column) ? undefined : step;
    case 'mergeColumns':
    case 'monthsFromCumulative':
      return step.columns.some((name) => gone.has(name)) ? null : step;
    case 'splitColumn':
    case 'splitUnit':
    case 'accountingEntry':
    case 'residual':
      return gone.has(step.column) ? null : step;
    case 'spanPeriod':
      return gone.has(step.year) || gone.has(step.months) ? null : step;
    default:
      return step;
  }
}
