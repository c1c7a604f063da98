import type { Recipe } from '../../shared/model/recipe.ts';

/** Measures that nothing else gives a unit take the currency, or %, that their cells show. `units` counts columns of the sheet from 0; `names` are those under the header. */
export function withFormatUnits(
  recipe: Recipe,
  names: readonly string[],
  units: ReadonlyMap<number, string>,
): Recipe {
  if (units.size === 0) return recipe;
  const header = recipe.find((step) => step.step === 'header');
  const first = (header?.step === 'header' ? (header.firstColumn ?? 1) : 1) - 1;
  const unitOf = (name: string) => units.get(first + names.indexOf(name));
  return recipe.map((step) => {
    if (
      step.step !== 'setColumn' ||
      step.role !== 'measure' ||
      step.type !== 'number' ||
      step.unit !== undefined
    )
      return step;
    const wide = recipe.find((one) => one.step === 'unpivot' && one.valueTo === step.column);
    const sources = wide?.step === 'unpivot' ? wide.columns : [step.column];
    const found = new Set(sources.map((name) => (names.includes(name) ? unitOf(name) : undefined)));
    const [unit] = found;
    return found.size === 1 && unit !== undefined ? { ...step, unit, unitFrom: 'cells' as const } : step;
  });
}
