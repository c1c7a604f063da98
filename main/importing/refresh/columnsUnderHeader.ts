import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { periodHeaders } from '../detection/periodHeaders.ts';

/**
 * The names that a recipe counts on under the header, worked out backwards from the columns that it made: what a step makes is
 * taken away, what it reads is added. A kind of step is known by its fields: `to` and `into` are made, `column` and `columns` read.
 */
export function columnsUnderHeader(recipe: Recipe, made: readonly string[]): string[] {
  let names = [...made];
  for (const step of recipe.toReversed()) {
    if (step.step === 'header') break;
    const gone = new Set(columnsMade(step));
    names = [...new Set([...names.filter((name) => !gone.has(name)), ...columnsRead(step)])];
  }
  return names;
}

/** The columns that a step reads, by name. */
export function columnsRead(step: Step): string[] {
  if ('columns' in step && step.columns) return step.columns.filter((column) => typeof column === 'string');
  if (step.step === 'rename') return [step.from];
  if (step.step === 'spanPeriod') return [step.year, step.months];
  if (step.step === 'skipRows') return step.where ? [step.where.column] : [];
  return 'column' in step && typeof step.column === 'string' ? [step.column] : [];
}

/** The columns that a step makes, by name. */
export function columnsMade(step: Step): string[] {
  if (step.step === 'latestVintage') return ['first_print', 'revision'];
  if (step.step === 'repeats') return step.keep === 'all' ? ['vintage'] : [];
  return [...measuresMade(step), ...namesMade(step)];
}

function namesMade(step: Step): string[] {
  return Object.entries(step).flatMap(([field, value]: [string, unknown]) => {
    if (field === 'into' && Array.isArray(value)) return value.map(String);
    return (field === 'to' || field.endsWith('To')) && typeof value === 'string' ? [value] : [];
  });
}

/** Columns named by a period and a measure become a column for each measure: "Jul-24 Exports" makes "Exports". */
function measuresMade(step: Step): string[] {
  if (step.step !== 'unpivot' || !step.periods) return [];
  // Which month opens a year tells periods, not what else a name says.
  const headers = periodHeaders(step.columns, 7);
  let before = '';
  return step.columns.flatMap((name) => {
    const measure = headers.get(name)?.measure;
    if (measure !== undefined) before = measure;
    // A column without a period, "% change", is named with the measure that it follows.
    const bare = name.replace(/ \d+$/, '');
    return measure === undefined ? [bare, `${before} ${bare}`] : measure === '' ? [] : [measure];
  });
}
