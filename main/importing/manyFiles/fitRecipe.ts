import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { type FileLayout, hollowColumns } from './layout.ts';

/**
 * The recipe of a group for one of its files: how that file is read, where its header stands and where its data end are its own, as are the
 * periods that stand across; all that says what the columns mean is the group's. `first` is the layout of the file that the recipe was made on.
 */
export function fitRecipe(recipe: Recipe, first: FileLayout, own: FileLayout): Recipe {
  const ownHeader = own.recipe.find((step) => step.step === 'header');
  const firstHeader = first.recipe.find((step) => step.step === 'header');
  const at = recipe.findIndex(({ step }) => step === 'header');
  const header = recipe[at];
  if (at < 0 || header?.step !== 'header' || !ownHeader) return recipe;
  // A header that was set by hand stands where it was set, in every file.
  const byHand = JSON.stringify(header) !== JSON.stringify(firstHeader);
  const { lastDataLine: _, ...moved } = header;
  const fitted: Step = byHand
    ? { ...moved, ...(ownHeader.lastDataLine !== undefined && { lastDataLine: ownHeader.lastDataLine }) }
    : ownHeader;
  const after = recipe.slice(at + 1);
  const hollow = hollowColumns(own.recipe);
  const wasHollow = hollowColumns(first.recipe);
  if (after[0]?.step === 'dropColumns') {
    const wanted = after[0].columns.filter((name) => !wasHollow.includes(name) || own.names.includes(name));
    after.shift();
    drop(after, [...hollow, ...wanted.filter((name) => !hollow.includes(name))]);
  } else drop(after, hollow);
  // So is a way of reading.
  const reading = JSON.stringify(recipe[0]) === JSON.stringify(first.recipe[0]) ? own.recipe[0] : recipe[0];
  const across = own.recipe.find((step) => step.step === 'unpivot');
  return [
    ...(reading ? [reading] : []),
    ...recipe.slice(1, at),
    fitted,
    ...after.map((step) => (step.step === 'unpivot' && across ? { ...step, columns: across.columns } : step)),
  ];
}

function drop(steps: Step[], columns: readonly string[]): void {
  if (columns.length > 0) steps.unshift({ step: 'dropColumns', columns: [...columns] });
}
