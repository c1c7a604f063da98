import {
  ArrowDownToLine,
  ArrowLeftRight,
  Calculator,
  CalendarRange,
  Columns3,
  Combine,
  CopyMinus,
  Filter,
  FlagTriangleRight,
  FoldVertical,
  Hash,
  Layers,
  ListX,
  type LucideIcon,
  MapPinned,
  MoveHorizontal,
  PencilLine,
  Replace,
  Rows3,
  Ruler,
  Sigma,
  SplitSquareHorizontal,
  Subtitles,
} from 'lucide-react';
import { bracketed } from '../../shared/formulas/renameInFormula.ts';
import type { Step } from '../../shared/model/recipe.ts';
import type { Column } from '../../shared/model/table.ts';
import { suits } from '../combining/combination.ts';

/** What is known where a step is to be added. */
export interface StepPlace {
  /** Names of the columns there, and of those that hold texts still. */
  columns: readonly string[];
  texts: readonly string[];
  /** Those of the finished table. */
  result: readonly Column[];
}

export const stepGroups = ['rows', 'columns', 'values', 'shape'] as const;

export interface StepChoice {
  kind: AddedStep;
  group: (typeof stepGroups)[number];
  icon: LucideIcon;
  /** A step that runs as it is, to be changed in its panel; null where there is nothing that it could work on. */
  make: (place: StepPlace) => Step | null;
}

/** Steps that people add; the reading and the header are always there, and tables are joined elsewhere. */
export type AddedStep = Exclude<
  Step['step'],
  'readText' | 'readSheet' | 'header' | 'appendTables' | 'lookup'
>;

export const stepCatalog: readonly StepChoice[] = [
  { kind: 'skipRows', group: 'rows', icon: ListX, make: () => ({ step: 'skipRows', lines: [] }) },
  {
    kind: 'filterRows',
    group: 'rows',
    icon: Filter,
    make: first((column) => ({ step: 'filterRows', column, empty: false })),
  },
  {
    kind: 'fillDown',
    group: 'rows',
    icon: ArrowDownToLine,
    make: first((column) => ({ step: 'fillDown', columns: [column] })),
  },
  {
    kind: 'repeats',
    group: 'rows',
    icon: CopyMinus,
    make: () => ({ step: 'repeats', same: 'row', keep: 'first' }),
  },
  { kind: 'latestVintage', group: 'rows', icon: Layers, make: () => ({ step: 'latestVintage' }) },
  {
    kind: 'rename',
    group: 'columns',
    icon: PencilLine,
    make: first((from) => ({ step: 'rename', from, to: from })),
  },
  {
    kind: 'dropColumns',
    group: 'columns',
    icon: Columns3,
    make: ({ columns }) => {
      const last = columns.at(-1);
      return last !== undefined && columns.length > 1 ? { step: 'dropColumns', columns: [last] } : null;
    },
  },
  {
    kind: 'moveColumn',
    group: 'columns',
    icon: MoveHorizontal,
    make: first((column) => ({ step: 'moveColumn', column, to: 1 })),
  },
  {
    kind: 'splitColumn',
    group: 'columns',
    icon: SplitSquareHorizontal,
    make: firstText((column) => ({ ...splitOf(column), keep: true })),
  },
  {
    kind: 'mergeColumns',
    group: 'columns',
    icon: Combine,
    make: ({ texts: [one, other] }) =>
      one !== undefined && other !== undefined
        ? { step: 'mergeColumns', columns: [one, other], separator: ' ', to: `${one} ${other}`, keep: true }
        : null,
  },
  {
    kind: 'computedColumn',
    group: 'columns',
    icon: Calculator,
    make: ({ columns, result }) => {
      const measure =
        result.find(({ name, type }) => type === 'number' && columns.includes(name))?.name ?? columns[0];
      return measure === undefined
        ? null
        : { step: 'computedColumn', to: freeName('computed', columns), formula: bracketed(measure) };
    },
  },
  {
    kind: 'setColumn',
    group: 'values',
    icon: Hash,
    make: first((column) => ({
      step: 'setColumn',
      column,
      type: 'category',
      role: 'dimension',
      decimal: '.',
      missing: [],
    })),
  },
  {
    kind: 'replace',
    group: 'values',
    icon: Replace,
    make: () => ({ step: 'replace', find: 'n.a.', with: '', as: 'cell' }),
  },
  {
    kind: 'mapCodes',
    group: 'values',
    icon: MapPinned,
    make: firstText((column) => ({ step: 'mapCodes', column, map: {} })),
  },
  {
    kind: 'splitStatus',
    group: 'values',
    icon: FlagTriangleRight,
    make: firstText((column) => ({
      step: 'splitStatus',
      column,
      to: 'status',
      flags: { P: 'provisional', R: 'revised' },
      missing: [],
    })),
  },
  {
    kind: 'splitUnit',
    group: 'values',
    icon: Ruler,
    make: firstText((column) => ({ step: 'splitUnit', column, to: 'unit', from: 'cells' })),
  },
  {
    kind: 'accountingEntry',
    group: 'values',
    icon: ArrowLeftRight,
    make: firstText((column) => ({ step: 'accountingEntry', column, to: 'entry' })),
  },
  {
    kind: 'unpivot',
    group: 'shape',
    icon: Rows3,
    make: ({ columns }) => (columns.length > 1 ? unpivotOf(columns.slice(1)) : null),
  },
  {
    kind: 'spanPeriod',
    group: 'shape',
    icon: CalendarRange,
    make: ({ columns: [year, months] }) =>
      year !== undefined && months !== undefined ? { step: 'spanPeriod', year, months, to: 'period' } : null,
  },
  {
    kind: 'monthsFromCumulative',
    group: 'shape',
    icon: FoldVertical,
    make: ({ columns, result }) => {
      const measures = result.filter(({ name, role }) => role === 'measure' && columns.includes(name));
      const names = measures.length > 0 ? measures.map(({ name }) => name) : columns.slice(-1);
      return names.length > 0 ? { step: 'monthsFromCumulative', columns: names, status: 'status' } : null;
    },
  },
  {
    kind: 'residual',
    group: 'shape',
    icon: Subtitles,
    make: ({ columns, result }) => {
      const item =
        result.find(({ name, role }) => role === 'dimension' && columns.includes(name))?.name ?? columns[0];
      return item === undefined
        ? null
        : { step: 'residual', column: item, total: '', part: '', name: 'rest' };
    },
  },
  {
    kind: 'aggregate',
    group: 'shape',
    icon: Sigma,
    make: ({ columns, result }) => {
      const known = result.filter(({ name }) => columns.includes(name));
      const measures = known.filter(({ role, type }) => role === 'measure' && type === 'number');
      const keys = known.filter(({ role }) => role === 'dimension' || role === 'time' || role === 'unit');
      return measures.length === 0
        ? null
        : {
            step: 'aggregate',
            keys: keys.map(({ name }) => ({ column: name })),
            values: measures.map((measure) => ({ column: measure.name, how: suits(measure) })),
            vintage: 'latest',
          };
    },
  },
];

export function splitOf(column: string): Extract<Step, { step: 'splitColumn' }> {
  return {
    step: 'splitColumn',
    column,
    by: { kind: 'delimiter', delimiter: ' ' },
    into: [`${column} 1`, `${column} 2`],
    keep: false,
  };
}

export function unpivotOf(columns: readonly string[]): Extract<Step, { step: 'unpivot' }> {
  return { step: 'unpivot', columns: [...columns], nameTo: 'period', valueTo: 'value' };
}

export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let n = 2; taken.includes(free); n++) free = `${name} ${n}`;
  return free;
}

/** Steps on cells as they are written: of their own accord they go above those that say what the texts are. */
const onTexts: ReadonlySet<Step['step']> = new Set<Step['step']>([
  'skipRows',
  'fillDown',
  'splitColumn',
  'mergeColumns',
  'replace',
  'mapCodes',
  'splitStatus',
  'splitUnit',
  'accountingEntry',
  'unpivot',
]);

export function worksOnTexts({ step }: Step): boolean {
  return onTexts.has(step);
}

function first(make: (column: string) => Step): StepChoice['make'] {
  return ({ columns: [column] }) => (column === undefined ? null : make(column));
}

function firstText(make: (column: string) => Step): StepChoice['make'] {
  return ({ texts: [column] }) => (column === undefined ? null : make(column));
}
