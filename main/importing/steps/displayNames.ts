import { identifier } from '../../engine/engine.ts';
import { columnNamed, counted, type StepContext, type TableState } from './step.ts';

/** The display name of each code, as the column `names` gives it beside `code`. A code with several names takes the first one, and that is told. */
export async function displayNames(
  state: TableState,
  names: string,
  code: string,
  context: StepContext,
): Promise<Record<string, string>> {
  const column = columnNamed(state, names, 'map codes');
  const name = `trim(CAST(t.${identifier(column.id)} AS VARCHAR))`;
  const rows = await context.rows(
    `SELECT code, arg_min(name, line), list(DISTINCT name)::VARCHAR, count(DISTINCT name), min(line) FROM (SELECT ${code} AS code, ${name} AS name, t._line AS line FROM (${state.sql}) t WHERE ${name} <> '') WHERE code IS NOT NULL GROUP BY code ORDER BY 5`,
  );
  const several = rows.filter(([, , , count]) => Number(count) > 1);
  const [first] = several;
  if (first)
    context.note({
      code: 'codes.several-names',
      weight: 'note',
      title: 'Codes with several names',
      text: `${counted(several.length, 'code')} of ${column.name}: the first name is shown. ${String(first[0])}: ${String(first[2])}.`,
      count: several.length,
      place: { file: context.fileName, line: Number(first[4]), column: column.name },
      cells: several.slice(0, 100).map(([of, , all, , line]) => ({
        place: { file: context.fileName, line: Number(line), column: column.name },
        text: `${String(of)}: ${String(all)}`,
      })),
    });
  return Object.fromEntries(rows.map(([of, shown]) => [String(of), String(shown)]));
}
