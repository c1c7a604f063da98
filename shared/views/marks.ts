import type { CellValue } from '../contract/vectors.ts';
import type { Column, Table } from '../model/table.ts';
import type { PeriodCode } from '../periods/period.ts';
import { periodAtLevel } from '../periods/periodAtLevel.ts';
import { addTotals, type Cell, noTotals, type Totals } from './cells.ts';
import { columnOf, columnOfRole, timeColumn } from './columns.ts';
import { FLAG, type Level, type QuerySpec } from './query.ts';

/** One mark of a view: what its keys say, and all that it covers. */
export interface Mark {
  readonly keys: readonly CellValue[];
  readonly totals: Totals;
  /** The periods that it covers, as stored, in order; empty where time is not grouped. */
  readonly periods: PeriodCode[];
  readonly definitions: Set<CellValue>;
  readonly units: Set<CellValue>;
  readonly codes: Map<string, Set<string>>;
  readonly extents: NonNullable<Cell['extent']>[];
  /** Which series it belongs to: its keys but for time. */
  readonly series: string;
  flags: number;
  /** Rows whose status says "derived". */
  derived: number;
}

export interface Gathered {
  readonly marks: Mark[];
  /** By series: the totals of every period on file, kept by the time filter or not. Empty unless the query looks back. */
  readonly history: ReadonlyMap<string, ReadonlyMap<PeriodCode, Totals>>;
}

export interface GatherOptions {
  fiscalYearStart: number;
  /** The time filter of a query that looks back: the statement left it to be applied here, and the history is kept. */
  keeps?: ((period: PeriodCode) => boolean) | undefined;
}

/** Cells gathered into marks: periods are brought to the level of their key, and what each mark covers is remembered for the checks. */
export function gather(
  spec: QuerySpec,
  table: Table,
  cells: readonly Cell[],
  options: GatherOptions,
): Gathered {
  const keys = levelledKeys(spec, table);
  const looksBack = options.keeps !== undefined;
  const time = timeColumn(table);
  const other = keys.filter(({ column }) => column.id !== time?.id);
  const status = columnOfRole(table, 'status');
  const definition = columnOfRole(table, 'definition');
  const unit = columnOfRole(table, 'unit');
  const marks = new Map<string, Mark>();
  const history = new Map<string, Map<PeriodCode, Totals>>();

  for (const cell of cells) {
    const at = (column: Column | undefined) => (column ? (cell.values.get(column.id) ?? null) : null);
    const series = looksBack ? JSON.stringify(other.map(({ column }) => at(column))) : '';
    const raw = time && cell.values.has(time.id) ? at(time) : undefined;
    const period = typeof raw === 'number' ? raw : undefined;
    if (looksBack && period !== undefined) remember(history, series, period, cell.totals);
    if (options.keeps && (period === undefined || !options.keeps(period))) continue;

    const known = keysOf(keys, cell, options.fiscalYearStart);
    if (!known) continue;
    const id = JSON.stringify(known);
    const mark = marks.get(id) ?? emptyMark(known, series);
    marks.set(id, mark);
    cover(mark, cell, period, cell.totals.count > 0 ? { definition: at(definition), unit: at(unit) } : null);
    note(mark, at(status), cell.totals.rows);
  }
  if (keys.length === 0 && marks.size === 0) marks.set('', emptyMark([], '[]'));
  for (const mark of marks.values()) mark.periods.sort((a, b) => a - b);
  return { marks: [...marks.values()], history };
}

export interface LevelledKey {
  readonly column: Column;
  readonly level: Level;
}

export function levelledKeys(spec: Pick<QuerySpec, 'keys'>, table: Table): LevelledKey[] {
  return spec.keys.map(({ column, level = 'asIs' }) => ({ column: columnOf(table, column), level }));
}

/** The keys of the mark that a cell belongs to; null where it belongs to none: a year stands in no mark of a monthly axis. */
export function keysOf(
  keys: readonly LevelledKey[],
  cell: Cell,
  fiscalYearStart: number,
): CellValue[] | null {
  const values: CellValue[] = [];
  for (const { column, level } of keys) {
    const found = cell.values.get(column.id) ?? null;
    const value =
      column.type === 'period' && typeof found === 'number'
        ? periodAtLevel(found, level, fiscalYearStart)
        : found;
    if (column.type === 'period' && typeof value === 'number' && value < 0) return null;
    values.push(value);
  }
  return values;
}

function emptyMark(keys: readonly CellValue[], series: string): Mark {
  return {
    keys,
    totals: noTotals(),
    periods: [],
    definitions: new Set(),
    units: new Set(),
    codes: new Map(),
    extents: [],
    series,
    flags: 0,
    derived: 0,
  };
}

function remember(
  history: Map<string, Map<PeriodCode, Totals>>,
  series: string,
  period: PeriodCode,
  totals: Totals,
): void {
  const periods = history.get(series) ?? new Map<PeriodCode, Totals>();
  history.set(series, periods);
  const known = periods.get(period) ?? noTotals();
  periods.set(period, known);
  addTotals(known, totals);
}

function cover(
  mark: Mark,
  cell: Cell,
  period: PeriodCode | undefined,
  kinds: { definition: CellValue; unit: CellValue } | null,
): void {
  addTotals(mark.totals, cell.totals);
  if (!kinds) return;
  if (period !== undefined && !mark.periods.includes(period)) mark.periods.push(period);
  mark.definitions.add(kinds.definition);
  mark.units.add(kinds.unit);
  if (cell.extent) mark.extents.push(cell.extent);
  for (const [column, codes] of cell.codes) {
    const known = mark.codes.get(column) ?? new Set();
    mark.codes.set(column, known);
    for (const code of codes) known.add(code);
  }
}

/** Statuses as the sources write them; SDMX observation codes F and P among them. */
const STATUS_FLAG: Readonly<Record<string, number>> = {
  derived: FLAG.derived,
  provisional: FLAG.provisional,
  p: FLAG.provisional,
  forecast: FLAG.forecast,
  f: FLAG.forecast,
  target: FLAG.target,
};

function note(mark: Mark, status: CellValue, rows: number): void {
  if (typeof status !== 'string') return;
  const flag = STATUS_FLAG[status.toLowerCase()] ?? 0;
  mark.flags |= flag;
  if (flag === FLAG.derived) mark.derived += rows;
}
