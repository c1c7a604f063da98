import type { RefreshColumns } from '../../../shared/contract/refreshing.ts';
import type { Recipe } from '../../../shared/model/recipe.ts';
import { periodHeaders } from '../detection/periodHeaders.ts';
import { nameLikeness, plainName } from './nameLikeness.ts';

/** A column that stands as it was has no entry in `renames`; null there is "left empty". */
export interface ColumnMatch extends RefreshColumns {
  renames: Map<string, string | null>;
  /** Added columns that hold nothing. */
  hollow: string[];
}

export interface ColumnQuestion {
  recipe: Recipe;
  /** The names that the recipe counts on, and what they are for in the table. */
  expected: readonly { name: string; role: string }[];
  /** The names that the file has. */
  found: readonly string[];
  /** The steps that would be proposed for the file, were it the first. */
  proposed: Recipe;
  answers: Readonly<Record<string, string | null>>;
  fiscalYearStart: number;
}

/** Guesses below this are no help. */
const LIKE = 0.35;

/** Which of the file's columns is which of the recipe's. Names that differ by more than marks and case are the user's to match. */
export function matchColumns({
  recipe,
  expected,
  found,
  proposed,
  answers,
  fiscalYearStart,
}: ColumnQuestion): ColumnMatch {
  const free = new Set(found);
  const renames = new Map<string, string | null>();
  const open: { name: string; role: string }[] = [];
  for (const column of expected) if (!free.delete(column.name)) open.push(column);
  const byPlainName = Map.groupBy(free, plainName);
  const wide = periodsAcross(recipe, fiscalYearStart);
  const dropped = new Set(recipe.flatMap((step) => (step.step === 'dropColumns' ? step.columns : [])));
  const missing: { name: string; role: string }[] = [];
  const periodsGone: string[] = [];
  for (const column of open) {
    const { name } = column;
    const answer = answers[name];
    const alike = byPlainName.get(plainName(name)) ?? [];
    if (answer !== undefined && (answer === null || free.has(answer))) {
      renames.set(name, answer);
      if (answer !== null) free.delete(answer);
    } else if (alike.length === 1 && alike[0] !== undefined && free.delete(alike[0]))
      renames.set(name, alike[0]);
    else if (wide.has(name)) periodsGone.push(name);
    // What was left out anyway is not missed.
    else if (!dropped.has(name)) missing.push(column);
  }
  const acrossNow = proposed.flatMap((step) => (step.step === 'unpivot' ? step.columns : []));
  const headers = periodHeaders(found, fiscalYearStart);
  const periodsNew =
    wide.size === 0
      ? []
      : [...free].filter((name) => acrossNow.includes(name) || headers.get(name)?.measure === '');
  for (const name of periodsNew) free.delete(name);
  const empty = new Set(proposed.flatMap((step) => (step.step === 'dropColumns' ? step.columns : [])));
  const hollow = [...free].filter((name) => empty.has(name));
  const added = [...free].filter((name) => !empty.has(name));
  return {
    renames,
    hollow,
    added,
    periodsGone,
    periodsNew,
    renamed: [...renames].flatMap(([from, to]) => (to === null ? [] : [{ from, to }])),
    missing: missing.map((column) => ({ ...column, ...guess(column.name, added) })),
  };
}

/** The columns that became rows, where all of them are periods: a newer file may have more of them, or others. */
function periodsAcross(recipe: Recipe, fiscalYearStart: number): Set<string> {
  return new Set(
    recipe.flatMap((step) => {
      if (step.step !== 'unpivot') return [];
      const headers = periodHeaders(step.columns, fiscalYearStart);
      return step.periods || step.columns.every((name) => headers.has(name)) ? step.columns : [];
    }),
  );
}

function guess(name: string, added: readonly string[]): { guess?: string } {
  const [best] = added
    .map((other) => ({ other, likeness: nameLikeness(name, other) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  // One went and one came: that is most often a new name.
  return best && (best.likeness >= LIKE || added.length === 1) ? { guess: best.other } : {};
}
