import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { columnsMade, columnsRead } from './columnsUnderHeader.ts';
import type { ColumnMatch } from './matchColumns.ts';

export interface AdaptedRecipe {
  recipe: Recipe;
  /** For each of its steps, what it does otherwise than before. */
  told: string[][];
  /** Steps that cannot be done without a column that was left empty. */
  leftOut: string[];
}

export interface Adapting {
  recipe: Recipe;
  /** How the file is read, and its header. */
  first: Recipe;
  firstTold: string[][];
  /** The names under that header, in the order of the file. */
  found: readonly string[];
  match: ColumnMatch;
  /** Added columns that the table takes, and the steps that would be proposed for them. */
  taken: readonly string[];
  proposed: Recipe;
}

/** The recipe for the file at hand: renames and new columns under its header, then the steps as they were, less what is gone. */
export function adaptRecipe({
  recipe,
  first,
  firstTold,
  found,
  match,
  taken,
  proposed,
}: Adapting): AdaptedRecipe {
  const steps: Recipe = [...first];
  const told: string[][] = [...firstTold];
  const leftOut: string[] = [];
  const add = (step: Step, words: string[] = []) => {
    steps.push(step);
    told.push(words);
  };
  for (const { from, to } of match.renamed)
    add({ step: 'rename', from: to, to: from }, [`The file calls "${from}" "${to}" now.`]);
  const ignored = match.added.filter((name) => !taken.includes(name));
  const dropped = [...ignored, ...match.hollow];
  if (dropped.length > 0)
    add(
      { step: 'dropColumns', columns: dropped },
      // While one of them may be what a missing column is called now, nothing is said of them.
      match.missing.length > 0 ? [] : ignored.map((name) => `"${name}" is new in the file, and left out.`),
    );
  const gone = new Set([...match.renames].filter(([, to]) => to === null).map(([name]) => name));
  const headerMoved = lineOfHeader(first) - lineOfHeader(recipe);
  const known = new Set([
    ...found.filter((name) => !dropped.includes(name) && !match.renamed.some(({ to }) => to === name)),
    ...match.renamed.map(({ from }) => from),
  ]);
  const after = recipe.slice(recipe.findIndex(({ step }) => step === 'header') + 1);
  for (const step of after) {
    const kept = without(step, known, gone, match, found);
    if (kept === null) {
      for (const name of columnsMade(step)) gone.add(name);
      leftOut.push(`${step.step}: ${columnsRead(step).join(', ')}`);
      continue;
    }
    for (const name of columnsMade(kept)) known.add(name);
    add(shifted(kept, headerMoved), wordsOf(step, kept, match, headerMoved));
  }
  for (const name of taken) {
    const own = proposed.find((step) => step.step === 'setColumn' && step.column === name);
    if (own) add(own, [`"${name}" is new in the file, and becomes a column.`]);
  }
  return { recipe: steps, told, leftOut };
}

/** A step without the columns that are not there; with the new months, where months became rows. Null where nothing of it is left. */
function without(
  step: Step,
  known: ReadonlySet<string>,
  gone: ReadonlySet<string>,
  match: ColumnMatch,
  found: readonly string[],
): Step | null {
  if (step.step === 'unpivot') {
    const there = step.columns.filter((name) => !gone.has(name) && !match.periodsGone.includes(name));
    const columns =
      there.length === step.columns.length && match.periodsNew.length === 0
        ? there
        : inFileOrder([...there, ...match.periodsNew], found, match);
    return columns.length > 0 ? { ...step, columns } : null;
  }
  if (step.step === 'dropColumns') {
    const columns = step.columns.filter((name) => known.has(name));
    return columns.length > 0 ? { ...step, columns } : null;
  }
  const missing = columnsRead(step).filter((name) => gone.has(name));
  if (missing.length === 0) return step;
  if ('columns' in step && step.columns && step.step !== 'mergeColumns') {
    const columns = columnsRead(step).filter((name) => !gone.has(name));
    // The same kind of step with fewer columns; TypeScript cannot see that each kind stays itself.
    return columns.length > 0 ? ({ ...step, columns } as Step) : null;
  }
  return null;
}

function inFileOrder(names: readonly string[], found: readonly string[], { renames }: ColumnMatch): string[] {
  const place = (name: string) => found.indexOf(renames.get(name) ?? name);
  return names.toSorted((a, b) => place(a) - place(b));
}

/** Lines named one by one stand where they stood under the header. */
function shifted(step: Step, by: number): Step {
  if (step.step !== 'skipRows' || by === 0) return step;
  return { ...step, lines: step.lines.map((line) => line + by).filter((line) => line >= 1) };
}

function wordsOf(step: Step, kept: Step, match: ColumnMatch, moved: number): string[] {
  if (step.step === 'skipRows' && step.lines.length > 0)
    return [
      `Lines are skipped by their place under the header${moved === 0 ? '' : `, ${Math.abs(moved)} ${moved > 0 ? 'further down' : 'further up'}`}: see that they are still the right ones.`,
    ];
  if (step.step !== 'unpivot' || kept.step !== 'unpivot') return [];
  const words: string[] = [];
  if (match.periodsNew.length > 0) words.push(`New periods join: ${match.periodsNew.join(', ')}.`);
  if (match.periodsGone.length > 0) words.push(`No longer in the file: ${match.periodsGone.join(', ')}.`);
  return words;
}

function lineOfHeader(recipe: Recipe): number {
  const header = recipe.find((step) => step.step === 'header');
  return header ? Math.max(0, ...header.lines, header.firstDataLine - 1) : 0;
}
