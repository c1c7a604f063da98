import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { PeriodSpelling } from '../../shared/model/table.ts';
import { fiscalYearStartIn } from '../../shared/periods/fiscalYears.ts';
import { monthOfName } from '../../shared/periods/monthNames.ts';
import { parsePeriod } from '../../shared/periods/parsePeriod.ts';
import { timeStep } from './checks/timeStep.ts';
import { type ColumnSample, textsOf } from './detection/columnSample.ts';
import { statedYear } from './detection/statedYear.ts';
import { linesOutside } from './linesOutside.ts';
import type { StepContext, StepOf } from './steps/step.ts';

type Found = Required<Pick<StepOf<'setColumn'>, 'fiscalYearStart' | 'fiscalYearFrom'>>;

/**
 * The steps with the month that opens the fiscal year set, where the file says it: in words (April-March), by the one country that its title, sheet or name
 * tells, or by its spans (Jul-Mar FY25). Where it says nothing the project's year is taken, and a person is asked.
 */
export async function proposeFiscalYear(
  steps: Recipe,
  samples: readonly ColumnSample[],
  header: StepOf<'header'>,
  names: readonly string[],
  context: StepContext,
): Promise<Recipe> {
  const time = timeStep(steps);
  const sample = samples.find(({ name }) => name === time?.column);
  if (!time || !sample || !dependsOnYear(textsOf(sample), time)) return steps;
  const found = (await said(header, names, context)) ?? ofSpans(textsOf(sample));
  return found ? steps.map((step): Step => (step === time ? { ...time, ...found } : step)) : steps;
}

/** Whether any period is another one where the year opens in another month. */
function dependsOnYear(texts: readonly string[], { spelling }: StepOf<'setColumn'>): boolean {
  const known = PeriodSpelling.safeParse(spelling).data;
  return texts.some(
    (text) =>
      parsePeriod(text, { fiscalYearStart: 7, spelling: known }) !==
      parsePeriod(text, { fiscalYearStart: 4, spelling: known }),
  );
}

async function said(
  header: StepOf<'header'>,
  names: readonly string[],
  context: StepContext,
): Promise<Found | undefined> {
  const lines = await linesOutside(header, context);
  for (const { text } of lines) {
    const month = statedYear(text);
    if (month !== null) return { fiscalYearStart: month, fiscalYearFrom: 'note' };
  }
  const above = lines.filter(({ line }) => line < header.firstDataLine).map(({ text }) => text);
  const title = fiscalYearStartIn(above.join(' · '));
  if (title !== null) return { fiscalYearStart: title, fiscalYearFrom: 'title' };
  const name = fiscalYearStartIn(names.join(' · ').replace(/[_.+-]+/g, ' '));
  return name === null ? undefined : { fiscalYearStart: name, fiscalYearFrom: 'fileName' };
}

/** "Jul-Sep FY25", "Jul-Mar FY25": all begin where the year does, and more than one length shows it; a span of six months and more shows it alone. */
function ofSpans(texts: readonly string[]): Found | undefined {
  const starts = new Set<number>();
  const lengths = new Set<number>();
  for (const text of texts) {
    const parts = /([A-Za-z]{3,9})\.? ?(?:[-\u2013]|to) ?([A-Za-z]{3,9})\b/i.exec(text);
    const [from, to] = [monthOfName(parts?.[1] ?? ''), monthOfName(parts?.[2] ?? '')];
    if (from === null || to === null) continue;
    starts.add(from);
    lengths.add(((to - from + 12) % 12) + 1);
  }
  const [start] = starts;
  const isShown = lengths.size >= 2 || Math.max(0, ...lengths) >= 6;
  return starts.size === 1 && start !== undefined && start !== 1 && isShown
    ? { fiscalYearStart: start, fiscalYearFrom: 'periods' }
    : undefined;
}
