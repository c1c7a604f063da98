import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { codeTools } from './detection/codeTools.ts';
import type { ColumnSample } from './detection/columnSample.ts';
import { helperColumns } from './detection/helperColumns.ts';
import { proposeCodes, settled } from './detection/proposeCodes.ts';
import { proposeColumns } from './detection/proposeColumns.ts';
import type { FoundTable } from './detection/structure.ts';
import { sumColumns } from './detection/sumColumns.ts';
import { wideColumns } from './detection/wideColumns.ts';
import { headerOf } from './headerOf.ts';
import { proposeBeside, proposeEntries, proposeNoTotals } from './proposeBeside.ts';
import { proposeFiscalYear } from './proposeFiscalYear.ts';
import { proposeMonths } from './proposeMonths.ts';
import { proposeSwapped } from './proposeSwapped.ts';
import { proposeTotals } from './proposeTotals.ts';
import { sampleColumns } from './sampleColumns.ts';
import { applyStep } from './steps/index.ts';
import type { StepContext, TableState } from './steps/step.ts';
import { unitSources } from './unitSources.ts';

/** The steps that turn the found table into typed columns. `reading` is how the raw cells were read. */
export async function proposeRecipe(
  reading: Recipe,
  found: FoundTable,
  lineOf: (row: number) => number,
  isLastTable: boolean,
  context: StepContext,
): Promise<Recipe> {
  const draft = new Draft(reading, { ...context, note: () => undefined });
  // To the end where nothing follows: next month's file is longer.
  const header = headerOf(found, lineOf, isLastTable && found.after.length === 0);
  await draft.add(header);
  const names = draft.state.columns.map(({ name }) => name);
  let samples = await draft.samples();
  const hollow = samples.filter(isHollow).map(({ name }) => name);
  if (hollow.length > 0 && hollow.length < samples.length) {
    await draft.add({ step: 'dropColumns', columns: hollow });
    samples = samples.filter(({ name }) => !hollow.includes(name));
  }
  const entries = [
    ...proposeSwapped(samples),
    ...proposeEntries(samples),
    ...proposeNoTotals(samples, context.fiscalYearStart),
  ];
  for (const step of entries) await draft.add(step);
  if (entries.length > 0) samples = await draft.samples();
  const codes = await proposeCodes(
    samples,
    codeTools(
      { add: (step) => draft.add(step), look: () => draft.samples() },
      () => draft.state,
      draft.context,
    ),
  );
  if (codes.size > 0) samples = await draft.samples();
  const year = context.fiscalYearStart;
  const sums = sumColumns(samples, year);
  const helpers = helperColumns(samples, year);
  const data = samples.filter(({ name }) => !sums.includes(name) && !helpers.includes(name));
  const wide = wideColumns(data, year) ?? wideColumns(samples, year);
  if (wide) {
    if (sums.length > 0 && !wide.columns.some((name) => sums.includes(name)))
      await draft.add({ step: 'dropColumns', columns: sums, why: 'sum' });
    if (helpers.length > 0) await draft.add({ step: 'dropColumns', columns: helpers, why: 'repeats' });
    await draft.add(wide);
    samples = await draft.samples();
  }
  const beside = proposeBeside(samples, wide?.statusTo, context.fiscalYearStart);
  for (const step of beside.steps) await draft.add(step);
  if (beside.steps.length > 0) samples = await draft.samples();
  const units = await unitSources(header, names, wide, samples, draft.context);
  const hints = {
    fiscalYearStart: context.fiscalYearStart,
    delimiter: reading[0]?.step === 'readText' ? reading[0].delimiter : undefined,
    units,
    statusColumns: beside.statusColumns,
  };
  const columns = proposeColumns(samples, { ...hints, parents: new Map() });
  const parents = await proposeTotals(draft.state, columns, samples, draft.context);
  const set = parents.size > 0 ? proposeColumns(samples, { ...hints, parents }) : columns;
  const [read] = reading;
  const steps = await proposeFiscalYear(
    set,
    samples,
    header,
    [context.fileName, ...(read?.step === 'readSheet' ? [read.sheet] : [])],
    draft.context,
  );
  return [
    ...draft.recipe,
    ...steps.map((step) => settled(step, codes)),
    ...proposeMonths(samples, steps, context.fiscalYearStart),
  ];
}

/** The recipe so far and the table that it makes. */
class Draft {
  readonly recipe: Recipe;
  readonly context: StepContext;
  state: TableState = { sql: '', columns: [] };

  constructor(reading: Recipe, context: StepContext) {
    this.recipe = [...reading];
    this.context = context;
  }

  async add(step: Step): Promise<void> {
    const { sql, columns } = await applyStep(this.state, step, this.context);
    this.recipe.push(step);
    this.state = { sql, columns };
  }

  async samples(): Promise<ColumnSample[]> {
    return await sampleColumns(this.state, this.context);
  }
}

/** A column without a name and without a text. */
function isHollow({ name, texts }: ColumnSample): boolean {
  return /^column \d+$/.test(name) && texts.every(({ text }) => text.trim() === '');
}
