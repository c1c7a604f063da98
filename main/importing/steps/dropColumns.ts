import type { Recipe } from '../../../shared/model/recipe.ts';
import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnNamed, counted, defineStep, type StepContext, type TableState } from './step.ts';
import { tellSums } from './tellSums.ts';

export const dropColumns = defineStep({
  step: 'dropColumns',
  async apply(state, step, context) {
    const dropped = step.columns.map((name) => columnNamed(state, name, 'drop columns'));
    if (step.constant) await tellValues(state, dropped, context);
    if (step.why === 'sum') await tellSums(state, step, dropped, context);
    if (step.why === 'repeats') tellRepeats(dropped, context);
    const gone = new Set(dropped.map(({ id }) => id));
    const columns = state.columns.filter(({ id }) => !gone.has(id));
    return {
      sql: `SELECT _line, ${columns.map(({ id }) => identifier(id)).join(', ')} FROM (${state.sql})`,
      columns,
      light: state.light === true,
      unread: state.unread === true,
      words: { title: 'Drop columns', words: step.columns.join(', '), count: counted(gone.size, 'column') },
    };
  },
});

/** A column that holds the figures of its row again is no data: which one it was is told. */
function tellRepeats(columns: readonly Column[], context: StepContext): void {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  context.note({
    code: 'import.helper-column',
    weight: 'note',
    title: 'Columns that only repeat others',
    text: `Left out: ${names}. Each cell holds the figures of its row again, as a web page needs them for a little chart.`,
    count: columns.length,
    place: { file: context.fileName, column: columns[0]?.name ?? '' },
  });
}

/** What columns of one value say, and those that hold more than one by now. */
async function tellValues(
  state: TableState,
  columns: readonly Column[],
  context: StepContext,
): Promise<void> {
  const asked = columns.map(({ id }) => {
    const cell = `nullif(trim(CAST(${identifier(id)} AS VARCHAR)), '')`;
    return `count(DISTINCT ${cell}), arg_min(${cell}, _line)`;
  });
  const [row = []] = await context.rows(`SELECT ${asked.join(', ')} FROM (${state.sql})`);
  const said = columns.map((column, i) => ({
    column,
    kinds: Number(row[i * 2] ?? 0),
    value: row[i * 2 + 1] === null ? '' : String(row[i * 2 + 1]),
  }));
  const shown = said.map(({ column, value }) => {
    const name = column.labels?.[value];
    return `${column.name}: ${value || 'empty'}${name === undefined ? '' : ` (${name})`}`;
  });
  context.note({
    code: 'import.constant',
    weight: 'note',
    title: 'The same in every row',
    text: `Left out, for they tell no rows apart. ${shown.join('; ')}.`,
    count: columns.length,
    place: { file: context.fileName, column: columns[0]?.name ?? '' },
  });
  const varied = said.filter(({ kinds }) => kinds > 1);
  if (varied.length === 0) return;
  context.note({
    code: 'import.not-constant',
    weight: 'decide',
    title: 'No longer the same in every row',
    text: `Left out when there was one value, and now there are several: ${varied.map(({ column, kinds }) => `${column.name} (${kinds})`).join(', ')}.`,
    count: varied.length,
    place: { file: context.fileName, column: varied[0]?.column.name ?? '' },
    treatments: withoutDrop(
      context,
      varied.map(({ column }) => column.name),
    ),
  });
}

function withoutDrop({ recipe }: StepContext, names: readonly string[]) {
  if (!recipe) return [];
  const kept = recipe.flatMap((step): Recipe => {
    if (step.step !== 'dropColumns' || !step.constant) return [step];
    const columns = step.columns.filter((name) => !names.includes(name));
    return columns.length === 0 ? [] : [{ ...step, columns }];
  });
  return [{ title: 'Keep these columns', recipe: kept }];
}
