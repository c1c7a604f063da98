import type { ImportNote } from '../../../shared/contract/importing.ts';
import { Problem, type ProblemData, toProblemData } from '../../../shared/contract/problem.ts';
import type { RefreshColumns, RefreshPlan, ReleaseDate } from '../../../shared/contract/refreshing.ts';
import type { Recipe } from '../../../shared/model/recipe.ts';
import type { Column } from '../../../shared/model/table.ts';
import type { ImportSession } from '../session.ts';
import { applyStep } from '../steps/index.ts';
import { adaptRecipe } from './adaptRecipe.ts';
import { columnsRead, columnsUnderHeader } from './columnsUnderHeader.ts';
import { locateHeader } from './locateHeader.ts';
import { matchColumns } from './matchColumns.ts';
import { releaseHint } from './releaseHints.ts';

export interface RefreshRequest {
  recipe: Recipe;
  /** The columns that the recipe made of the older file. */
  columns: Column[];
  answers: { columns: Record<string, string | null>; added: string[] };
  /** Parquet: `_line` and the columns by id. */
  to: string;
}

/** A newer file in the shape of the older one's table, or what must be decided first. */
export interface RefreshedFile {
  bytes: number;
  sha256: string;
  columns: RefreshColumns;
  steps: RefreshPlan['steps'];
  notes: ImportNote[];
  hint: ReleaseDate | null;
  /** The table that was written; absent while columns are missing, or where a step failed. */
  made?: { recipe: Recipe; columns: Column[]; rows: number };
  problem?: ProblemData;
  /** Of a table made of many files: what became of each, and those that were read. */
  files?: NonNullable<RefreshPlan['files']>;
  filesRead?: { name: string; sha256: string; bytes: number }[];
}

/** Runs a file through the recipe of an older one; see README.md. */
export async function refreshFile(session: ImportSession, request: RefreshRequest): Promise<RefreshedFile> {
  const { recipe, columns, answers } = request;
  const roles = new Map(columns.map(({ name, role }) => [name, role]));
  const printed = columns.filter(({ derived }) => derived === undefined).map(({ name }) => name);
  const expected = columnsUnderHeader(recipe, printed);
  const { first, told: firstTold } = await locateHeader(session, recipe, expected);
  const context = session.context([]);
  const header = first.at(-1);
  const { columns: under } = header
    ? await applyStep({ sql: '', columns: [] }, header, { ...context, note: () => undefined })
    : { columns: [] };
  const found = under.map(({ name }) => name);
  const proposed = await session.propose(first);
  const match = matchColumns({
    recipe,
    expected: expected.map((name) => ({ name, role: roles.get(name) ?? '' })),
    found,
    proposed,
    answers: answers.columns,
    fiscalYearStart: context.fiscalYearStart,
  });
  const taken = answers.added.filter((name) => match.added.includes(name));
  const adapted = adaptRecipe({ recipe, first, firstTold, found, match, taken, proposed });
  const { sha256 } = await session.facts();
  const { missing, renamed, periodsGone, periodsNew, added } = match;
  const common = {
    bytes: session.bytes,
    sha256,
    columns: { missing, renamed, periodsGone, periodsNew, added },
    hint: await releaseHint(session),
  };
  if (missing.length > 0) return { ...common, steps: wordless(adapted.recipe, adapted.told), notes: [] };
  try {
    const { words, ...result } = await session.run(adapted.recipe, request.to);
    return {
      ...common,
      steps: words.map((one, i) => ({ ...one, told: adapted.told[i] ?? [] })),
      notes: [...leftOutNote(adapted.leftOut), ...result.notes],
      made: { recipe: adapted.recipe, columns: result.columns, rows: result.rowCount },
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      ...common,
      steps: wordless(adapted.recipe, adapted.told),
      notes: [],
      problem: toProblemData(error),
    };
  }
}

/** Steps that did not run say only what they would do otherwise. */
function wordless(recipe: Recipe, told: readonly string[][]): RefreshPlan['steps'] {
  return recipe.map((step, i) => ({
    title: step.step
      .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
      .replace(/^./, (letter) => letter.toUpperCase()),
    words: columnsRead(step).slice(0, 3).join(', '),
    count: '',
    told: told[i] ?? [],
  }));
}

function leftOutNote(steps: readonly string[]): ImportNote[] {
  if (steps.length === 0) return [];
  return [
    {
      code: 'refresh.steps-left-out',
      weight: 'decide',
      title: 'Steps left out',
      text: `Their columns are left empty: ${steps.join('; ')}.`,
      count: steps.length,
    },
  ];
}
