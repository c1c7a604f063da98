import { periodsAsText } from '../../../../main/importing/periodsAsText.ts';
import { runRecipe } from '../../../../main/importing/runRecipe.ts';
import type { ImportPreview } from '../../../../shared/contract/importing.ts';
import type { Recipe } from '../../../../shared/model/recipe.ts';
import { withContent } from './importFile.ts';

/** What a file becomes, and after it what each change of the recipe would make of it. */
export async function made(
  content: string | Uint8Array,
  change: (preview: ImportPreview) => Recipe = ({ recipe }) => recipe,
  name = 'file.csv',
) {
  return await withContent(name, content, async (session) => {
    const first = await session.preview(await session.propose());
    const preview = await session.preview(change(first));
    const { result, notes, recipe, stepWords } = preview;
    const at = (column: string) => result.columns.findIndex((one) => one.name === column);
    // Values as they are stored, periods in canonical text.
    const context = session.context([]);
    const table = await runRecipe(recipe, { sql: '', columns: [] }, context);
    const stored = await session.workshop.rows(await periodsAsText(table, context));
    const rows = stored.map(([, ...cells]) => cells.map((cell) => (cell === null ? '' : String(cell))));
    return {
      recipe,
      notes,
      stepWords,
      columns: result.columns,
      names: result.columns.map((column) => column.name),
      rows,
      column: (column: string) => rows.map((cells) => cells[at(column)]),
      of: (column: string) => result.columns[at(column)],
      note: (code: string) => notes.find((one) => one.code === code),
    };
  });
}

/** The recipe that a click on a note's treatment gives. */
export const treated = (code: string, title: string | RegExp) => (preview: ImportPreview) => {
  const note = preview.notes.find((one) => one.code === code);
  const found = note?.treatments?.find((one) =>
    typeof title === 'string' ? one.title === title : title.test(one.title),
  );
  if (!found) throw new Error(`${code} offers ${note?.treatments?.map((one) => one.title).join(', ')}`);
  return found.recipe;
};
