import type { Step } from '../../shared/model/recipe.ts';
import { roleOfName } from './detection/columnRole.ts';
import type { ColumnSample } from './detection/columnSample.ts';
import { periodHeaders } from './detection/periodHeaders.ts';
import { type UnitSources, unitOfAllLabels, unitOfUnitColumns } from './detection/proposeUnit.ts';
import type { StepContext } from './steps/step.ts';
import { titleUnit } from './titleUnit.ts';

type StepNamed<N extends Step['step']> = Extract<Step, { step: N }>;

/** What is known of units beside the columns themselves. `names` are the columns as the header names them. */
export async function unitSources(
  header: StepNamed<'header'>,
  names: readonly string[],
  wide: StepNamed<'unpivot'> | undefined,
  samples: readonly ColumnSample[],
  context: StepContext,
): Promise<UnitSources> {
  const unitColumns = samples.filter(({ name }) => roleOfName(name) === 'unit');
  const top = Math.min(header.firstDataLine, ...header.lines);
  return {
    // A column that gives the unit of each row says more than a title.
    title: unitColumns.length > 0 || top <= 1 ? undefined : await titleUnit(top, context),
    row: unitsByColumn(header.units ?? [], names, wide, context.fiscalYearStart),
    labels: unitOfAllLabels(samples),
    column: unitColumns.length > 0 ? unitOfUnitColumns(unitColumns) : undefined,
  };
}

/** The units row by column; of columns that were turned into one measure, the unit that they share. */
function unitsByColumn(
  units: readonly string[],
  names: readonly string[],
  wide: StepNamed<'unpivot'> | undefined,
  fiscalYearStart: number,
): Map<string, string> {
  const byName = new Map(
    names.flatMap((name, i): [string, string][] => (units[i] ? [[name, units[i]]] : [])),
  );
  if (!wide || byName.size === 0) return byName;
  const headers = periodHeaders(names, fiscalYearStart);
  const byMeasure = new Map<string, Set<string>>();
  for (const name of wide.columns) {
    const measure = headers.get(name)?.measure || wide.valueTo;
    byMeasure.set(measure, (byMeasure.get(measure) ?? new Set()).add(byName.get(name) ?? ''));
  }
  const shared = [...byMeasure].flatMap(([measure, [unit, ...others]]): [string, string][] =>
    unit && others.length === 0 ? [[measure, unit]] : [],
  );
  return new Map([...byName, ...shared]);
}
