import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { mayBeSwapped, swappedMonths } from '../../../shared/periods/swappedMonths.ts';
import { identifier } from '../../engine/engine.ts';
import { SWAPPED } from '../proposeSwapped.ts';
import type { StepOf } from '../steps/step.ts';
import type { Check } from './check.ts';

const MOST_TEXTS = 400;
const WHY = 'Spreadsheet programs take the year of "Jul-24" for a day.';

/** "24-Jul", where the file means July 2024: told where it was read so, asked where it may as well be a day. */
export const swappedDates: Check = async (state, context) => {
  const { recipe = [], fileName: file } = context;
  const replaced = recipe.find((step) => step.step === 'replace' && step.find === SWAPPED.find);
  if (replaced?.step === 'replace') return [told(replaced.columns?.[0] ?? '', file)];
  const across = recipe.find((step) => step.step === 'unpivot');
  const turned = across?.columns.filter(mayBeSwapped) ?? [];
  if (turned.length >= 3 && turned[0] !== undefined && swappedMonths(turned)?.isSure)
    return [told(turned[0], file)];
  const named = state.columns.filter(({ name, role }) => role === 'measure' && mayBeSwapped(name));
  const months = swappedMonths(named.map(({ name }) => name))?.months;
  if (months)
    return [
      asked(named[0]?.name ?? '', file, named.length, [
        {
          title: `Months: ${[...months.values()].slice(0, 3).join(', ')}`,
          recipe: turnedAround(recipe, months),
        },
      ]),
    ];
  for (const column of state.columns) {
    if (column.type !== 'category' || column.role !== 'dimension') continue;
    const id = identifier(column.id);
    const rows = await context.rows(
      `SELECT DISTINCT ${id} FROM (${state.sql}) WHERE ${id} IS NOT NULL LIMIT ${MOST_TEXTS}`,
    );
    const found = swappedMonths(rows.map(([text]) => String(text)));
    const step = recipe.find((one) => one.step === 'setColumn' && one.column === column.name);
    if (!found || step?.step !== 'setColumn' || step.spelling === 'days') continue;
    const typed: Step = { ...step, type: 'period', role: 'time' };
    return [
      asked(column.name, file, found.months.size, [
        {
          title: `Months: ${[...found.months.values()].slice(0, 3).join(', ')}`,
          recipe: recipe.flatMap(
            (one): Recipe =>
              one === step ? [{ step: 'replace', columns: [column.name], ...SWAPPED }, typed] : [one],
          ),
        },
        {
          title: 'Days: leave them',
          recipe: recipe.map((one) => (one === step ? { ...step, spelling: 'days' } : one)),
        },
      ]),
    ];
  }
  return [];
};

function told(column: string, file: string): ImportNote {
  return {
    code: 'import.swapped-months',
    weight: 'note',
    title: 'Months that were written as days',
    text: `Read with the year first: 24-Jul is July 2024. ${WHY}`,
    place: { file, column },
  };
}

function asked(
  column: string,
  file: string,
  count: number,
  treatments: NonNullable<ImportNote['treatments']>,
): ImportNote {
  return {
    code: 'import.swapped-months',
    weight: 'decide',
    title: 'Days, or months of a year',
    text: `"${column}" may be a day, or a month with its year in front. ${WHY}`,
    count,
    place: { file, column },
    treatments,
  };
}

/** The columns under their right names, as rows. */
function turnedAround(recipe: Recipe, months: ReadonlyMap<string, string>): Recipe {
  const set = (name: string) =>
    recipe.find((one): one is StepOf<'setColumn'> => one.step === 'setColumn' && one.column === name);
  const [first = ''] = months.keys();
  const value = set(first);
  const at = recipe.findIndex(({ step }) => step === 'setColumn');
  if (!value || at < 0) return recipe;
  const rest = recipe.slice(at).filter((one) => !(one.step === 'setColumn' && months.has(one.column)));
  const missing = [...new Set([...months.keys()].flatMap((name) => set(name)?.missing ?? []))];
  return [
    ...recipe.slice(0, at),
    ...[...months].map(([from, to]): Step => ({ step: 'rename', from, to })),
    { step: 'unpivot', columns: [...months.values()], nameTo: 'period', valueTo: 'value', periods: true },
    ...rest,
    { step: 'setColumn', column: 'period', type: 'period', role: 'time', decimal: '.', missing: [''] },
    { ...value, column: 'value', missing },
  ];
}
