import { type Column, columnLabel, type Table } from '../../shared/model/table.ts';
import type { ChartKind, View } from '../../shared/model/view.ts';

/** What a first look at a table shows. */
export interface ViewChoice {
  readonly kind: ChartKind;
  readonly measure: string;
  /** The axis; null: one figure. */
  readonly across: string | null;
  readonly series: string | null;
}

export function measuresOf(table: Table): Column[] {
  const numbers = table.columns.filter(({ type }) => type === 'number');
  return [
    ...numbers.filter(({ role }) => role === 'measure'),
    ...numbers.filter(({ role }) => role !== 'measure'),
  ];
}

export function dimensionsOf(table: Table): Column[] {
  const roles = ['time', 'dimension', 'source', 'definition', 'unit', 'status'];
  return table.columns
    .filter(({ type, role }) => type !== 'number' && type !== 'text' && roles.includes(role))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

/** Columns over time where there is time, else bars by the first dimension, else one figure. Null where nothing can be counted. */
export function suggestedView(table: Table): ViewChoice | null {
  const measure = measuresOf(table)[0];
  if (!measure) return null;
  const time = table.columns.find(({ type, role }) => type === 'period' && role === 'time');
  const dimension = dimensionsOf(table).find(({ type }) => type === 'category');
  if (time) return { kind: 'column', measure: measure.id, across: time.id, series: null };
  if (dimension) return { kind: 'bar', measure: measure.id, across: dimension.id, series: null };
  return { kind: 'tile', measure: measure.id, across: null, series: null };
}

/** A view of the choice with sensible settings: sums of flows, averages of rates, largest first for bars. */
export function viewOfChoice(id: string, table: Table, choice: ViewChoice): View {
  const measure = table.columns.find((column) => column.id === choice.measure);
  const across = table.columns.find((column) => column.id === choice.across);
  const overTime = across?.type === 'period';
  const additive = measure?.nature === undefined || measure.nature === 'flow';
  const name = measure ? columnLabel(measure) : table.title;
  return {
    id,
    title: across ? `${name} by ${columnLabel(across).toLowerCase()}` : name,
    kind: choice.kind,
    options: {
      stacking: choice.series && choice.kind === 'column' ? 'stacked' : 'none',
      labels: 'auto',
      compare: overTime ? 'yearOnYear' : 'none',
    },
    query: {
      table: table.id,
      measure: { column: choice.measure, aggregate: additive ? 'sum' : 'mean' },
      keys: [
        ...(choice.across ? [{ column: choice.across }] : []),
        ...(choice.series && choice.across ? [{ column: choice.series }] : []),
      ],
      as: 'none',
      where: [],
      vintage: 'latest',
      sort: overTime || choice.kind === 'tile' ? 'natural' : 'largest',
      others: false,
      ...(!overTime && choice.kind === 'bar' && { top: 20 }),
    },
    follows: true,
  };
}
