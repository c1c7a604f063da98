import type { Recipe, Step } from '../../shared/model/recipe.ts';
import type { Column } from '../../shared/model/table.ts';

export type SetColumnStep = Extract<Step, { step: 'setColumn' }>;

/** The recipe with the step at `index` in another form. Steps after a reading step or the header named columns that may be gone: they go. */
export function replaceStep(recipe: Recipe, index: number, step: Step): Recipe {
  const reads = step.step === 'readText' || step.step === 'readSheet' || step.step === 'header';
  if (!reads) return recipe.with(index, step);
  // Another encoding, sheet or delimiter may move the header too.
  return [...recipe.slice(0, index), step];
}

export function removeStep(recipe: Recipe, index: number): Recipe {
  return recipe.toSpliced(index, 1);
}

/** The header moved to `line`; data begin below it. */
export function headerAt(recipe: Recipe, line: number): Recipe {
  const at = recipe.findIndex(({ step }) => step === 'header');
  const header: Step = { step: 'header', lines: [line], firstDataLine: line + 1 };
  if (at >= 0) return replaceStep(recipe, at, header);
  return [...recipe.slice(0, 1), header];
}

/** What is said of a column now: its own step, or what the result shows. */
export function columnStep(recipe: Recipe, column: Column): SetColumnStep {
  const own = recipe.find(
    (step): step is SetColumnStep => step.step === 'setColumn' && step.column === column.name,
  );
  if (own) return own;
  return {
    step: 'setColumn',
    column: column.name,
    type: column.type,
    role: column.role,
    ...(column.nature && { nature: column.nature }),
    ...(column.unit && { unit: column.unit }),
    decimal: '.',
    missing: [],
  };
}

/** The recipe with the column set so, in the place of its earlier step or at the end. */
export function setColumn(recipe: Recipe, step: SetColumnStep): Recipe {
  const at = recipe.findIndex((known) => known.step === 'setColumn' && known.column === step.column);
  return at < 0 ? [...recipe, step] : recipe.with(at, step);
}

/** The recipe without the column: it is dropped at the end, and nothing is said of it any more. */
export function dropColumn(recipe: Recipe, column: string): Recipe {
  const rest = recipe.filter((step) => step.step !== 'setColumn' || step.column !== column);
  const at = rest.findLastIndex(({ step }) => step === 'dropColumns');
  const last = rest[at];
  // Only a drop at the end may be added to: an earlier one ran before the column had its name.
  if (last?.step === 'dropColumns' && at === rest.length - 1)
    return rest.with(at, { ...last, columns: [...last.columns, column] });
  return [...rest, { step: 'dropColumns', columns: [column] }];
}

/** The drop step without the column; gone where it was the only one. */
export function restoreColumn(recipe: Recipe, index: number, column: string): Recipe {
  const step = recipe[index];
  if (step?.step !== 'dropColumns') return recipe;
  const columns = step.columns.filter((name) => name !== column);
  return columns.length === 0 ? removeStep(recipe, index) : recipe.with(index, { ...step, columns });
}

/** 1 is A, 26 is Z, 27 is AA. */
export function columnLetter(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
