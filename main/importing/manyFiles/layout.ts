import type { TableInFile } from '../../../shared/contract/importing.ts';
import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { headerOf } from '../headerOf.ts';
import { runRecipe } from '../runRecipe.ts';
import type { ImportSession } from '../session.ts';
import { tablesInFile } from '../tablesInFile.ts';

export type OtherTable = Omit<TableInFile, 'first'>;

/** What a file would be by itself. */
export interface FileLayout {
  /** As it would be proposed for this file alone. */
  recipe: Recipe;
  /** Names under the header in the order of the file, without hollow columns and those that stand for periods across. */
  names: string[];
  /** Whether periods stand across: the names of those columns are no part of the layout. */
  wide: boolean;
  /** By column: the unit that the file says. */
  units: Record<string, string>;
  /** What stands in and above the header; absent where one table alone was not found. Two files of one such text need be understood once. */
  head?: string | undefined;
  /** Tables of the sheet or text beside the one that the recipe takes. */
  otherTables: OtherTable[];
  bytes: number;
  sha256: string;
}

/** The layout of the session's file. Nothing of it is typed yet. Where a known file has the same head, its meaning is not sought again. */
export async function layoutOf(session: ImportSession, known: readonly FileLayout[]): Promise<FileLayout> {
  const { head, header, reading, tables } = await headOf(session);
  const twin = head === undefined ? undefined : known.find((one) => one.head === head);
  const { sha256 } = await session.facts();
  const { bytes } = session;
  if (twin && header && hollowColumns(twin.recipe).length === 0) {
    const after = twin.recipe.slice(twin.recipe.findIndex(({ step }) => step === 'header') + 1);
    return { ...twin, recipe: [...reading, header, ...after], otherTables: [], bytes, sha256 };
  }
  const recipe = await session.propose();
  const headed = await runRecipe(
    recipe.slice(0, recipe.findIndex(({ step }) => step === 'header') + 1),
    { sql: '', columns: [] },
    {
      ...session.context([]),
    },
  );
  const hollow = hollowColumns(recipe);
  const unpivot = recipe.find((step) => step.step === 'unpivot');
  const across = new Set(unpivot?.columns);
  const units: Record<string, string> = {};
  for (const step of recipe)
    if (step.step === 'setColumn' && step.unit !== undefined) units[step.column] = step.unit;
  return {
    recipe,
    names: headed.columns
      .map(({ name }) => name)
      .filter((name) => !hollow.includes(name) && !across.has(name)),
    wide: unpivot !== undefined,
    units,
    head,
    otherTables: await othersOf(session, recipe, reading, tables),
    bytes,
    sha256,
  };
}

interface Head {
  head?: string;
  header?: Step;
  reading: Recipe;
  tables: TableInFile[];
}

async function headOf(session: ImportSession): Promise<Head> {
  const reading = await session.read();
  const { found, lineOf } = await session.tables();
  const [table] = found;
  const tables = tablesInFile(found, lineOf, reading);
  if (!table || found.length > 1) return { reading, tables };
  const { names, title, units, left, width, shifted, comment } = table;
  const head = JSON.stringify([names, title, units, left, width, shifted, comment, table.header.length]);
  return { head, header: headerOf(table, lineOf, table.after.length === 0), reading, tables };
}

async function othersOf(
  session: ImportSession,
  recipe: Recipe,
  reading: Recipe,
  tables: readonly TableInFile[],
): Promise<OtherTable[]> {
  let there = tables;
  // A workbook whose first sheet holds no table is read from a later one.
  if (JSON.stringify(recipe[0]) !== JSON.stringify(reading[0])) {
    const { found, lineOf } = await session.tables();
    there = tablesInFile(found, lineOf, recipe.slice(0, 1));
  }
  if (there.length < 2) return [];
  const start = startOf(recipe);
  return there.filter(({ first }) => startOf(first) !== start).map(({ first: _, ...table }) => table);
}

/** Where a recipe's table begins: two recipes that begin at one place take one table. */
function startOf(recipe: Recipe): string {
  const header = recipe.find((step) => step.step === 'header');
  return `${header?.firstDataLine} ${header?.firstColumn ?? 1}`;
}

/** Columns that are dropped right under the header: they hold nothing. */
export function hollowColumns(recipe: Recipe): readonly string[] {
  const step = recipe[recipe.findIndex((one) => one.step === 'header') + 1];
  return step?.step === 'dropColumns' ? step.columns : [];
}

/** Equal for files of one layout, whatever the order of their columns. */
export function layoutKey({ names, wide, units }: FileLayout): string {
  return JSON.stringify([names.toSorted(), wide, Object.entries(units).toSorted()]);
}

/** What the columns of another layout have otherwise than those of the first. */
export function layoutDifference(
  first: FileLayout,
  other: FileLayout,
): { missing: string[]; added: string[]; units: string[] } {
  return {
    missing: [
      ...first.names.filter((name) => !other.names.includes(name)),
      ...(first.wide && !other.wide ? ['(periods across)'] : []),
    ],
    added: [
      ...other.names.filter((name) => !first.names.includes(name)),
      ...(other.wide && !first.wide ? ['(periods across)'] : []),
    ],
    units: [...new Set([...Object.keys(first.units), ...Object.keys(other.units)])]
      .filter((name) => first.units[name] !== other.units[name])
      .map((name) => `${name}: ${first.units[name] ?? 'no unit'}, here ${other.units[name] ?? 'none'}`),
  };
}
