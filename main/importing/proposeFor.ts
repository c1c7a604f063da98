import type { Recipe } from '../../shared/model/recipe.ts';
import type { FoundTable } from './detection/structure.ts';
import { withFormatUnits } from './formatUnits.ts';
import { noTable } from './problems.ts';
import { proposeRecipe } from './proposeRecipe.ts';
import type { ImportSession } from './session.ts';
import { applyStep } from './steps/index.ts';
import type { StepOf } from './steps/step.ts';

/**
 * The recipe for a file, below what is already decided: `first` holds the reading step, and the header where it was set by hand.
 * Without it the file is read as its reader understood it; of a workbook, the first visible sheet that holds a table.
 */
export async function proposeFor(session: ImportSession, first: Recipe): Promise<Recipe> {
  const readings = first[0] ? [[first[0]]] : sheetReadings(session);
  for (const decided of readings) {
    const reading = decided ? await session.readAs(decided) : await session.read();
    const { found, lineOf } = await session.tables();
    const header = first.find((step) => step.step === 'header');
    if (header) {
      const table = decidedTable(header, found, lineOf);
      return await proposeTable(session, reading, table, (line) => line, table.after.length === 0);
    }
    const largest = found.toSorted((a, b) => b.last - b.first - (a.last - a.first))[0];
    if (largest) return await proposeTable(session, reading, largest, lineOf, found.length === 1);
  }
  throw noTable(session.fileName);
}

/** The recipe for one table of what was read. */
export async function proposeTable(
  session: ImportSession,
  reading: Recipe,
  table: FoundTable,
  lineOf: (row: number) => number,
  isLast: boolean,
): Promise<Recipe> {
  return await withUnits(session, await proposeRecipe(reading, table, lineOf, isLast, session.context([])));
}

/** The table of a header that is decided, its rows being lines already. It ends where the one found there ends; `after` is empty where nothing follows. */
function decidedTable(
  header: StepOf<'header'>,
  found: readonly FoundTable[],
  lineOf: (row: number) => number,
): FoundTable {
  const { lines, firstDataLine, firstColumn = 1, lastColumn, names, units, repeated, comment } = header;
  const inside = found.find(
    (table) =>
      lineOf(table.last) >= firstDataLine &&
      (lastColumn === undefined || (table.left ?? 0) === firstColumn - 1),
  );
  const endsThere = inside && (inside.after.length > 0 || inside !== found.at(-1));
  const last = header.lastDataLine ?? (endsThere ? lineOf(inside.last) : undefined);
  return {
    header: lines,
    first: firstDataLine,
    last: last ?? firstDataLine,
    left: firstColumn - 1,
    width: lastColumn === undefined ? (names?.length ?? 0) : lastColumn - firstColumn + 1,
    beside: lastColumn !== undefined,
    names: names ?? [],
    shifted: names !== undefined,
    title: inside?.title ?? [],
    ...(units && { units }),
    ...(repeated && { repeated }),
    ...(comment !== undefined && { comment }),
    before: [],
    after: last === undefined ? [] : [last + 1],
  };
}

/** Number formats are asked last: what stands in words counts more. */
async function withUnits(session: ImportSession, recipe: Recipe): Promise<Recipe> {
  const [reading] = recipe;
  const units = session.file.columnUnits?.(reading?.step === 'readSheet' ? reading.sheet : undefined);
  const header = recipe.find((step) => step.step === 'header');
  if (!units || units.size === 0 || !header) return recipe;
  const { columns } = await applyStep({ sql: '', columns: [] }, header, session.context([]));
  return withFormatUnits(
    recipe,
    columns.map(({ name }) => name),
    units,
  );
}

/** Each visible sheet in turn; undefined is the file as its reader understood it. */
function sheetReadings({ file }: ImportSession): (Recipe | undefined)[] {
  const visible = file.sheets.filter(({ hidden }) => !hidden);
  if (visible.length === 0) return [undefined];
  return visible.map(({ name }) => [{ step: 'readSheet', sheet: name }]);
}
