import type { Recipe } from '../../shared/model/recipe.ts';
import { isKeyNumber, roleOfName } from './detection/columnRole.ts';
import { type ColumnSample, textsOf } from './detection/columnSample.ts';
import { columnType } from './detection/columnType.ts';
import { entryOf } from './detection/entryOf.ts';
import { isTotal } from './detection/labelTree.ts';
import { flaggedPeriod } from './detection/periodFlag.ts';
import { proposeStatus } from './detection/proposeStatus.ts';
import { unitsOfCells, unitsOfLabels } from './detection/proposeUnit.ts';

export interface Beside {
  steps: Recipe;
  /** Columns that hold statuses once the steps have run. */
  statusColumns: Set<string>;
}

/** Steps for what stands beside figures, periods and labels in their own cells: flags, units, credit and debit. `statusTo` is a status column of the header's flags. */
export function proposeBeside(
  samples: readonly ColumnSample[],
  statusTo: string | undefined,
  fiscalYearStart: number,
): Beside {
  const open = samples.filter(({ name }) => roleOfName(name) === undefined && name !== statusTo);
  const measures = open.filter(
    (sample) => !isKeyNumber(sample.name) && columnType(sample, fiscalYearStart) === 'number',
  );
  const statusColumns = new Set(statusTo === undefined ? [] : [statusTo]);
  const hasStatus = samples.some(({ name }) => roleOfName(name) === 'status');
  const steps: Recipe = [];
  for (const sample of open) {
    const isMeasure = measures.includes(sample);
    if (!isMeasure && !holdsFlaggedPeriods(sample, fiscalYearStart)) continue;
    // One column for the status of one figure; where several stand in a row each has its own.
    const shared = !isMeasure || measures.length === 1;
    const to =
      shared && (statusTo !== undefined || !hasStatus) ? (statusTo ?? 'status') : `${sample.name} status`;
    const step = proposeStatus(sample, isMeasure ? 'measure' : 'time', to);
    // A mark alone, among several figures or beside a status of the file's own, is told and left.
    if (!step || (Object.keys(step.flags).length === 0 && (measures.length > 1 || hasStatus))) continue;
    steps.push(step);
    statusColumns.add(to);
  }
  steps.push(...proposeUnits(open, measures, samples));
  return { steps, statusColumns };
}

/** Nearly all texts are periods, some with a flag. */
function holdsFlaggedPeriods(sample: ColumnSample, fiscalYearStart: number): boolean {
  const texts = textsOf(sample);
  const flagged = texts.flatMap((text) => flaggedPeriod(text) ?? []);
  if (flagged.length === 0) return false;
  const bare = {
    ...sample,
    texts: sample.texts.map(({ text, count }) => ({ text: flaggedPeriod(text)?.period ?? text, count })),
  };
  return columnType({ ...bare, name: 'period' }, fiscalYearStart) === 'period';
}

/** Rows of totals in a column of periods: they belong to no period, and would be counted twice. */
export function proposeNoTotals(samples: readonly ColumnSample[], fiscalYearStart: number): Recipe {
  for (const sample of samples) {
    const drop = sample.texts.map(({ text }) => text).filter(isTotal);
    if (drop.length === 0 || columnType(sample, fiscalYearStart) !== 'period') continue;
    return [{ step: 'filterRows', column: sample.name, drop }];
  }
  return [];
}

/** Credit and debit out of labels; before codes are sought, which know no such endings. */
export function proposeEntries(samples: readonly ColumnSample[]): Recipe {
  for (const sample of samples) {
    const entries = textsOf(sample).flatMap((text) => entryOf(text) ?? []);
    const kinds = new Set(entries.map(({ entry }) => entry));
    if (!kinds.has('credit') || !kinds.has('debit')) continue;
    const whole = entries.every(({ label }) => label === '');
    return [{ step: 'accountingEntry', column: sample.name, to: whole ? sample.name : 'accounting entry' }];
  }
  return [];
}

/** Figures of several units, in their cells or by their labels, get a unit column, unless the file has one. */
function proposeUnits(
  open: readonly ColumnSample[],
  measures: readonly ColumnSample[],
  all: readonly ColumnSample[],
): Recipe {
  if (all.some(({ name }) => roleOfName(name) === 'unit')) return [];
  const mixed = measures.find((sample) => unitsOfCells(sample).units.size > 1);
  if (mixed) return [{ step: 'splitUnit', column: mixed.name, to: 'unit', from: 'cells' }];
  if (measures.length !== 1) return [];
  const labels = open.find((sample) => {
    const { units, share } = unitsOfLabels(sample);
    return !measures.includes(sample) && (units.size > 1 || (units.size === 1 && share >= 0.5 && share < 1));
  });
  return labels ? [{ step: 'splitUnit', column: labels.name, to: 'unit', from: 'labels' }] : [];
}
