import { MOST_CELLS } from './cellNotes.ts';
import { recipeWith } from './recipeWith.ts';
import type { StepContext, StepOf } from './step.ts';

/** Every figure has one mark and three digits behind it: 1.234 is a thousand to some, one and a bit to others. A person says. */
export async function askDecimal(
  from: string,
  cell: string,
  step: StepOf<'setColumn'>,
  context: StepContext,
): Promise<void> {
  if (!step.decimalUnsure) return;
  const rows = await context.rows(
    `SELECT _line, trim(${cell}), count(*) OVER () FROM ${from} WHERE regexp_matches(trim(${cell}), '[0-9][.,][0-9]{3}[)-]?$') ORDER BY _line LIMIT ${MOST_CELLS}`,
  );
  const [first] = rows;
  if (!first) return;
  const text = String(first[1]);
  const mark = text.includes(',') ? ',' : '.';
  const name = mark === ',' ? 'comma' : 'point';
  const file = context.fileName;
  const { decimalUnsure: _, ...sure } = step;
  const bare = text.replace(/[^\d.,-]/g, '');
  const titles = {
    [mark]: `Decimals: ${bare} is ${bare.replace(mark, '.')}`,
    [mark === '.' ? ',' : '.']:
      `Thousands: ${bare} is ${Number(bare.replace(mark, '')).toLocaleString('en-GB')}`,
  };
  context.note({
    code: 'import.decimal-mark',
    weight: 'decide',
    title: 'Thousands or decimals',
    text: `Each ${name} in ${step.column} has three digits behind it, and no other figure of the file tells what it parts. Taken as ${step.decimal === mark ? 'decimals' : 'thousands'} until you say.`,
    count: Number(first[2]),
    place: { file, column: step.column, line: Number(first[0]) },
    cells: rows.map(([line, written]) => ({
      place: { file, column: step.column, line: Number(line) },
      text: String(written),
    })),
    treatments: (['.', ','] as const).map((decimal) => ({
      title: titles[decimal] ?? '',
      recipe: recipeWith(step, { ...sure, decimal }, context),
    })),
  });
}
