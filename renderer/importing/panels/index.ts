import type { Step } from '../../../shared/model/recipe.ts';
import { AccountingEntryPanel } from './AccountingEntryPanel.tsx';
import { AggregateStepPanel } from './AggregateStepPanel.tsx';
import { ComputedColumnPanel } from './ComputedColumnPanel.tsx';
import { DropColumnsPanel } from './DropColumnsPanel.tsx';
import { FillDownPanel } from './FillDownPanel.tsx';
import { FilterRowsPanel } from './FilterRowsPanel.tsx';
import { HeaderPanel } from './HeaderPanel.tsx';
import { MapCodesPanel } from './MapCodesPanel.tsx';
import { MergeColumnsPanel } from './MergeColumnsPanel.tsx';
import { MonthsPanel } from './MonthsPanel.tsx';
import { MoveColumnPanel } from './MoveColumnPanel.tsx';
import type { Panel } from './panel.ts';
import { ReadSheetPanel } from './ReadSheetPanel.tsx';
import { ReadTextPanel } from './ReadTextPanel.tsx';
import { RenamePanel } from './RenamePanel.tsx';
import { RepeatsPanel } from './RepeatsPanel.tsx';
import { ReplacePanel } from './ReplacePanel.tsx';
import { ResidualPanel } from './ResidualPanel.tsx';
import { SkipRowsPanel } from './SkipRowsPanel.tsx';
import { SpanPeriodPanel } from './SpanPeriodPanel.tsx';
import { SplitColumnPanel } from './SplitColumnPanel.tsx';
import { SplitStatusPanel } from './SplitStatusPanel.tsx';
import { SplitUnitPanel } from './SplitUnitPanel.tsx';
import { UnpivotPanel } from './UnpivotPanel.tsx';

/** The panel of each kind of step; one that is not here has nothing to be changed, or stands in no recipe of a file (tables are combined in a window of their own). A column has a panel of its own. */
export const panels: { [N in Step['step']]?: Panel<N> } = {
  readText: ReadTextPanel,
  readSheet: ReadSheetPanel,
  header: HeaderPanel,
  skipRows: SkipRowsPanel,
  filterRows: FilterRowsPanel,
  repeats: RepeatsPanel,
  fillDown: FillDownPanel,
  dropColumns: DropColumnsPanel,
  rename: RenamePanel,
  moveColumn: MoveColumnPanel,
  splitColumn: SplitColumnPanel,
  mergeColumns: MergeColumnsPanel,
  computedColumn: ComputedColumnPanel,
  replace: ReplacePanel,
  mapCodes: MapCodesPanel,
  splitStatus: SplitStatusPanel,
  splitUnit: SplitUnitPanel,
  accountingEntry: AccountingEntryPanel,
  monthsFromCumulative: MonthsPanel,
  unpivot: UnpivotPanel,
  spanPeriod: SpanPeriodPanel,
  residual: ResidualPanel,
  aggregate: AggregateStepPanel,
};
