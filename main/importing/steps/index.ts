import type { Step } from '../../../shared/model/recipe.ts';
import { accountingEntry } from './accountingEntry.ts';
import { aggregate } from './aggregate.ts';
import { appendTables } from './appendTables.ts';
import { computedColumn } from './computedColumn.ts';
import { dropColumns } from './dropColumns.ts';
import { fillDown } from './fillDown.ts';
import { filterRows } from './filterRows.ts';
import { header } from './header.ts';
import { latestVintage } from './latestVintage.ts';
import { lookup } from './lookup.ts';
import { mapCodes } from './mapCodes.ts';
import { mergeColumns } from './mergeColumns.ts';
import { monthsFromCumulative } from './monthsFromCumulative.ts';
import { moveColumn } from './moveColumn.ts';
import { readSheet, readText } from './reading.ts';
import { rename } from './rename.ts';
import { repeats } from './repeats.ts';
import { replace } from './replace.ts';
import { residual } from './residual.ts';
import { setColumn } from './setColumn.ts';
import { skipRows } from './skipRows.ts';
import { spanPeriod } from './spanPeriod.ts';
import { splitColumn } from './splitColumn.ts';
import { splitStatus } from './splitStatus.ts';
import { splitUnit } from './splitUnit.ts';
import type { StepContext, StepKind, StepResult, TableState } from './step.ts';
import { unpivot } from './unpivot.ts';

const steps: { [N in Step['step']]: StepKind<N> } = {
  readText,
  readSheet,
  header,
  dropColumns,
  rename,
  unpivot,
  setColumn,
  filterRows,
  spanPeriod,
  latestVintage,
  residual,
  skipRows,
  splitColumn,
  mergeColumns,
  fillDown,
  replace,
  computedColumn,
  moveColumn,
  repeats,
  appendTables,
  lookup,
  aggregate,
  mapCodes,
  splitStatus,
  splitUnit,
  accountingEntry,
  monthsFromCumulative,
};

export async function applyStep(state: TableState, step: Step, context: StepContext): Promise<StepResult> {
  // Each kind takes its own steps; TypeScript cannot see that the name found it.
  const kind = steps[step.step] as StepKind<Step['step']>;
  return await kind.apply(state, step, context);
}
