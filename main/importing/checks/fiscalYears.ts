import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { Recipe, Step } from '../../../shared/model/recipe.ts';
import { codeLabel } from '../../../shared/model/table.ts';
import { fiscalYearStartOf } from '../../../shared/periods/fiscalYears.ts';
import { monthName } from '../../../shared/periods/monthNames.ts';
import { identifier } from '../../engine/engine.ts';
import type { StepContext, TableState } from '../steps/step.ts';
import type { Check } from './check.ts';
import { timeStep } from './timeStep.ts';

type SetColumn = Extract<Step, { step: 'setColumn' }>;

const MOST_AREAS = 1000;
const SOURCE = 'Years of governments: The World Factbook.';

/** The months that office years open in, beside the project's own. */
const OTHER_STARTS = [7, 4, 10, 1];

/** Whose fiscal year it is: told where the file says it, asked where areas of a column count otherwise than the project, or where nothing says it. */
export const fiscalYears: Check = async (state, context) => {
  const { recipe = [], fiscalYearStart } = context;
  const step = timeStep(recipe);
  const time = state.columns.find(({ role, type }) => role === 'time' && type === 'period');
  if (!step || !time || step.fiscalYearStartBy) return [];
  const { fiscalYearFrom, ...plain } = step;
  const answer = (changed: Partial<typeof step>): Recipe =>
    recipe.map((one) => (one === step ? { ...plain, ...changed } : one));
  if (step.fiscalYearStart !== undefined) return fiscalYearFrom ? tellFound(step, answer, context) : [];
  if (!(await holdsFiscalYears(identifier(time.id), state, context))) return [];
  const all = {
    title: `All from ${monthName(fiscalYearStart)}`,
    recipe: answer({ fiscalYearStart }),
  };
  const place = { file: context.fileName, column: step.column };
  const areas = await areasOf(state, context);
  for (const { column, starts, others } of areas) {
    const named = (area: string) => `${codeLabel(column, area)} from ${monthName(starts[area] ?? 1)}`;
    const different = Object.keys(starts).filter((area) => starts[area] !== fiscalYearStart);
    if (different.length === 0) continue;
    const rest = others > 0 ? ` ${others} other areas keep the project's year.` : '';
    return [
      {
        code: 'import.fiscal-year',
        weight: 'decide',
        title: 'Where the fiscal year begins',
        text: `Read as if every fiscal year began in ${monthName(fiscalYearStart)}. Their governments count otherwise: ${different.slice(0, 6).map(named).join(', ')}${different.length > 6 ? ` and ${different.length - 6} more` : ''}.${rest} ${SOURCE}`,
        count: different.length,
        place,
        treatments: [
          {
            title: `Each area its own year (${Object.keys(starts).slice(0, 3).map(named).join(', ')}${Object.keys(starts).length > 3 ? ' …' : ''})`,
            recipe: answer({ fiscalYearStartBy: { column: column.name, starts } }),
          },
          all,
        ],
      },
    ];
  }
  // Areas that all count as the project does leave nothing open.
  const known = areas.some(({ starts, others }) => Object.keys(starts).length > 0 && others === 0);
  return known ? [] : askOpenly(step, answer, context);
};

async function holdsFiscalYears(time: string, { sql }: TableState, context: StepContext): Promise<boolean> {
  const { fiscalYearStart } = context;
  if (fiscalYearStart === 1) return false;
  const [[count = 0] = []] = await context.rows(
    `SELECT count(*) FROM (SELECT 1 FROM (${sql}) WHERE ${time} % 1000 = 12 AND ${time} // 1000 % 12 = ${fiscalYearStart - 1} LIMIT 1)`,
  );
  return Number(count) > 0;
}

/** Columns of areas with the month that opens the year of each known one. */
async function areasOf(state: TableState, context: StepContext) {
  const found = [];
  for (const column of state.columns) {
    if (column.role !== 'dimension' || column.type !== 'category') continue;
    const id = identifier(column.id);
    const rows = await context.rows(
      `SELECT DISTINCT ${id} FROM (${state.sql}) WHERE ${id} IS NOT NULL ORDER BY 1 LIMIT ${MOST_AREAS}`,
    );
    const areas = rows.map(([area]) => String(area));
    const starts: Record<string, number> = {};
    for (const area of areas) {
      const month = fiscalYearStartOf(area) ?? fiscalYearStartOf(codeLabel(column, area));
      if (month !== null) starts[area] = month;
    }
    found.push({ column, starts, others: areas.length - Object.keys(starts).length });
  }
  return found;
}

/** The file says nothing of it. Asked once: the answer stands in the step. */
function askOpenly(
  step: SetColumn,
  answer: (changed: { fiscalYearStart: number }) => Recipe,
  { fileName, fiscalYearStart }: StepContext,
): ImportNote[] {
  const starts = [fiscalYearStart, ...OTHER_STARTS.filter((month) => month !== fiscalYearStart)];
  return [
    {
      code: 'import.fiscal-year',
      weight: 'decide',
      title: 'Where the fiscal year begins',
      text: `Read as if the fiscal year began in ${monthName(fiscalYearStart)}, as the project's does. The file does not say.`,
      place: { file: fileName, column: step.column },
      treatments: starts.map((month) => ({
        title: `From ${monthName(month)}`,
        recipe: answer({ fiscalYearStart: month }),
      })),
    },
  ];
}

const SAID: Readonly<Record<NonNullable<SetColumn['fiscalYearFrom']>, string>> = {
  note: 'so a line beside the table says',
  title: 'so the government counts that the title names. Statistics may follow another year',
  fileName:
    'so the government counts that the file or its sheet is named after. Statistics may follow another year',
  periods: 'so its spans begin',
};

/** What the file says counts; where that is the project's own year nothing need be said. */
function tellFound(
  step: SetColumn,
  answer: (changed: { fiscalYearStart: number }) => Recipe,
  { fileName, fiscalYearStart }: StepContext,
): ImportNote[] {
  const { fiscalYearStart: month = fiscalYearStart, fiscalYearFrom } = step;
  if (month === fiscalYearStart || !fiscalYearFrom) return [];
  return [
    {
      code: 'import.fiscal-year',
      weight: 'note',
      title: 'Where the fiscal year begins',
      text: `The fiscal year is read from ${monthName(month)}: ${SAID[fiscalYearFrom]}. The project's begins in ${monthName(fiscalYearStart)}.${fiscalYearFrom === 'title' || fiscalYearFrom === 'fileName' ? ` ${SOURCE}` : ''}`,
      place: { file: fileName, column: step.column },
      treatments: [fiscalYearStart, month].map((start) => ({
        title: `All from ${monthName(start)}`,
        recipe: answer({ fiscalYearStart: start }),
      })),
    },
  ];
}
