import type { ImportNote } from '../../../shared/contract/importing.ts';
import type { Recipe } from '../../../shared/model/recipe.ts';
import { codeLabel } from '../../../shared/model/table.ts';
import { fiscalYearStartOf } from '../../../shared/periods/fiscalYears.ts';
import { monthName } from '../../../shared/periods/monthNames.ts';
import { identifier } from '../../engine/engine.ts';
import { statedYear } from '../detection/statedYear.ts';
import type { StepContext, TableState } from '../steps/step.ts';
import type { Check } from './check.ts';
import { timeStep } from './timeStep.ts';

const MOST_AREAS = 1000;
const MOST_LINES = 200;
const SOURCE = 'Years of governments: The World Factbook.';

/** Fiscal years of areas whose year opens in another month than the project's, or of which the file says so: asked, never guessed. */
export const fiscalYears: Check = async (state, context) => {
  const { recipe = [], fiscalYearStart } = context;
  const step = timeStep(recipe);
  const time = state.columns.find(({ role, type }) => role === 'time' && type === 'period');
  if (!step || !time || step.fiscalYearStart !== undefined || step.fiscalYearStartBy) return [];
  if (!(await holdsFiscalYears(identifier(time.id), state, context))) return [];
  const answer = (changed: Partial<typeof step>): Recipe =>
    recipe.map((one) => (one === step ? { ...step, ...changed } : one));
  const all = {
    title: `All from ${monthName(fiscalYearStart)}`,
    recipe: answer({ fiscalYearStart }),
  };
  const place = { file: context.fileName, column: step.column };
  for (const { column, starts, others } of await areasOf(state, context)) {
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
  return await askOfLines(answer, all, place, context);
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

/** A title or a note that says when the year begins, or that names one country. */
async function askOfLines(
  answer: (changed: { fiscalYearStart: number }) => Recipe,
  all: { title: string; recipe: Recipe },
  place: ImportNote['place'],
  context: StepContext,
): Promise<ImportNote[]> {
  const header = context.recipe?.find(({ step }) => step === 'header');
  if (context.rawWidth === 0 || header?.step !== 'header') return [];
  const top = Math.min(header.firstDataLine, ...header.lines);
  const cells = Array.from({ length: context.rawWidth }, (_, i) => `nullif(trim(c${i + 1}), '')`);
  const rows = await context.rows(
    `SELECT _line, concat_ws(' ', ${cells.join(', ')}) FROM raw WHERE _line < ${top}${header.lastDataLine === undefined ? '' : ` OR _line > ${header.lastDataLine}`} ORDER BY _line LIMIT ${MOST_LINES}`,
  );
  for (const [line, text] of rows) {
    const said = String(text ?? '');
    const month = statedYear(said);
    if (month === null || month === context.fiscalYearStart) continue;
    const name = monthName(month);
    return [
      {
        code: 'import.fiscal-year',
        weight: 'decide',
        title: 'Where the fiscal year begins',
        text: `Read as if the fiscal year began in ${monthName(context.fiscalYearStart)}. Line ${line} says ${name}: "${said.slice(0, 120)}".`,
        place: { ...place, line: Number(line) },
        treatments: [
          { title: `From ${name}, as line ${line} says`, recipe: answer({ fiscalYearStart: month }) },
          all,
        ],
      },
    ];
  }
  return [];
}
