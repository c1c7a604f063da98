import type { Recipe } from '../../shared/model/recipe.ts';
import type { FoundTable } from './detection/structure.ts';
import { withFormatUnits } from './formatUnits.ts';
import { noTable } from './problems.ts';
import { proposeRecipe } from './proposeRecipe.ts';
import type { ImportSession } from './session.ts';
import { applyStep } from './steps/index.ts';

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
      const inside = found.find((table) => lineOf(table.last) >= header.firstDataLine);
      const endsThere = inside && (inside.after.length > 0 || inside !== found.at(-1));
      const last = header.lastDataLine ?? (endsThere ? lineOf(inside.last) : undefined);
      // Its rows are lines already.
      const table: FoundTable = {
        header: header.lines,
        first: header.firstDataLine,
        last: last ?? header.firstDataLine,
        left: 0,
        width: 0,
        beside: false,
        names: [],
        title: [],
        before: [],
        after: [],
      };
      return await withUnits(
        session,
        await proposeRecipe(reading, table, (line) => line, last === undefined, session.context([])),
      );
    }
    const largest = found.toSorted((a, b) => b.last - b.first - (a.last - a.first))[0];
    if (largest)
      return await withUnits(
        session,
        await proposeRecipe(reading, largest, lineOf, found.length === 1, session.context([])),
      );
  }
  throw noTable(session.fileName);
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
