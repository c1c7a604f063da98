import type { Step } from '../../../shared/model/recipe.ts';
import { monthName } from '../../../shared/periods/monthNames.ts';
import { identifier } from '../../engine/engine.ts';
import { cumulativeYears } from '../detection/cumulative.ts';
import type { Check } from './check.ts';

const MOST_PERIODS = 2000;

/** Spans that all begin with the fiscal year and grow: each holds the ones before it. Months can be had by difference. */
export const cumulativeSpans: Check = async (state, context) => {
  const { recipe = [], fiscalYearStart } = context;
  const time = state.columns.find(({ role, type }) => role === 'time' && type === 'period');
  const measures = state.columns.filter(({ role, nature }) => role === 'measure' && nature === 'cumulative');
  if (!time || measures.length === 0 || recipe.some(({ step }) => step === 'monthsFromCumulative')) return [];
  const id = identifier(time.id);
  const rows = await context.rows(
    `SELECT DISTINCT ${id} FROM (${state.sql}) WHERE ${id} IS NOT NULL LIMIT ${MOST_PERIODS}`,
  );
  const years = cumulativeYears(
    rows.map(([code]) => Number(code)),
    fiscalYearStart,
  );
  if (years === null) return [];
  const status = state.columns.find(({ role }) => role === 'status')?.name ?? 'status';
  const step: Step = { step: 'monthsFromCumulative', columns: measures.map(({ name }) => name), status };
  return [
    {
      code: 'import.cumulative',
      weight: 'note',
      title: 'Cumulative figures',
      text: `Every period begins in ${monthName(fiscalYearStart)} and holds the shorter ones of its year. They are never added up.`,
      count: rows.length,
      place: { file: context.fileName, column: time.name },
      ...(recipe.length > 0 && {
        treatments: [{ title: 'Single months by difference, marked derived', recipe: [...recipe, step] }],
      }),
    },
  ];
};
