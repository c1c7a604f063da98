import { renameInFormula } from '../../shared/formulas/renameInFormula.ts';
import type { Recipe, Step } from '../../shared/model/recipe.ts';
import type { Column } from '../../shared/model/table.ts';

export type SetColumnStep = Extract<Step, { step: 'setColumn' }>;

/** The steps that are decided where `step`, a reading step or the header, takes the place of its like: those before it, and itself. */
export function decided(recipe: Recipe, step: Step): Recipe {
  const at = recipe.findIndex((known) => known.step === step.step);
  return [...recipe.slice(0, at < 0 ? 1 : at), step];
}

export function removeStep(recipe: Recipe, index: number): Recipe {
  return recipe.toSpliced(index, 1);
}

/** The reading step and the header moved to `line`; data begin below it. */
export function headerAt(recipe: Recipe, line: number): Recipe {
  return decided(recipe, { step: 'header', lines: [line], firstDataLine: line + 1 });
}

/**
 * The recipe with the column of the step at `index` named otherwise: a rename stands before the step, and later steps use the new name.
 * A rename that stands there already is changed, or goes where the old name comes back. `index` is where the step is now.
 */
export function renameColumn(recipe: Recipe, index: number, to: string): { recipe: Recipe; index: number } {
  const step = recipe[index];
  if (step?.step !== 'setColumn' || step.column === to) return { recipe, index };
  const before = recipe[index - 1];
  const earlier = before?.step === 'rename' && before.to === step.column ? before : undefined;
  const from = earlier?.from ?? step.column;
  const head = recipe.slice(0, earlier ? index - 1 : index);
  const rename: Recipe = from === to ? [] : [{ step: 'rename', from, to }];
  const tail = recipe.slice(index).map((later) => withName(later, step.column, to));
  return { recipe: [...head, ...rename, ...tail], index: head.length + rename.length };
}

function withName(step: Step, from: string, to: string): Step {
  const named = (name: string) => (name === from ? to : name);
  switch (step.step) {
    case 'setColumn':
    case 'filterRows':
    case 'residual':
    case 'splitStatus':
    case 'splitUnit':
    case 'accountingEntry':
      return { ...step, column: named(step.column) };
    case 'dropColumns':
    case 'unpivot':
    case 'monthsFromCumulative':
      return { ...step, columns: step.columns.map(named) };
    case 'rename':
      return { ...step, from: named(step.from) };
    case 'spanPeriod':
      return { ...step, year: named(step.year), months: named(step.months) };
    case 'splitColumn':
    case 'moveColumn':
    case 'mapCodes':
      return { ...step, column: named(step.column) };
    case 'mergeColumns':
    case 'fillDown':
      return { ...step, columns: step.columns.map(named) };
    case 'replace':
      return step.columns ? { ...step, columns: step.columns.map(named) } : step;
    case 'skipRows':
      return step.where ? { ...step, where: { ...step.where, column: named(step.where.column) } } : step;
    case 'aggregate':
      return {
        ...step,
        keys: step.keys.map((key) => ({ ...key, column: named(key.column) })),
        values: step.values.map((value) => ({ ...value, column: named(value.column) })),
      };
    case 'computedColumn':
      return {
        ...step,
        formula: renameInFormula(step.formula, ({ name, table }) =>
          table === undefined && name === from ? { name: to } : null,
        ),
      };
    default:
      return step;
  }
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

/** 1 is A, 26 is Z, 27 is AA. */
export function columnLetter(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
