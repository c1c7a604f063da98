import { timeMeasures } from '../measures/index.ts';
import type { Table } from '../model/table.ts';
import { spanOf } from '../periods/period.ts';
import { arrange, type Drawn, keyVector } from './arrange.ts';
import { calculate } from './calculate.ts';
import type { Cell } from './cells.ts';
import { checkMarks } from './checks.ts';
import { columnOf, timeColumn } from './columns.ts';
import { leaveGroupsOut } from './leaveGroupsOut.ts';
import { type GatherOptions, gather, type Mark } from './marks.ts';
import { notesOf } from './notes.ts';
import { FLAG, type QuerySpec, type ViewData } from './query.ts';

/**
 * The answer of a view from its cells: checked, calculated, sorted and cut. Throws a Problem where the query adds what does not add up.
 * `elapsed` is the engine's time in milliseconds.
 */
export function answer(
  spec: QuerySpec,
  table: Table,
  cells: readonly Cell[],
  options: GatherOptions & { elapsed: number; newestOnly: boolean },
): ViewData {
  const all = gather(spec, table, cells, options);
  const { marks: ranked, note: left } = leaveGroupsOut(spec, table, all.marks);
  const gathered = { ...all, marks: [...ranked] };
  const { marks } = gathered;
  if (options.newestOnly) keepNewest(marks);
  checkMarks(spec, table, marks);
  const values = calculate(spec.as, spec, gathered, options.fiscalYearStart);
  const overlay = spec.overlay && calculate(spec.overlay, spec, gathered, options.fiscalYearStart);
  const time = timeColumn(table);
  const level = spec.keys.find(({ column }) => column === time?.id)?.level;
  const coarse = level === 'quarter' || level === 'fiscalYear' || level === 'calendarYear';
  const place = spec.keys.findIndex(({ column }) => column === time?.id);
  const drawn = marks.map(
    (mark, i): Drawn => ({
      keys: mark.keys,
      value: values[i] ?? null,
      overlay: overlay?.[i] ?? null,
      flags: mark.flags | (coarse && isIncomplete(mark, mark.keys[place] ?? null) ? FLAG.incomplete : 0),
    }),
  );
  const columns = spec.keys.map(({ column }) => columnOf(table, column));
  const additive =
    (spec.measure.aggregate === 'sum' || spec.measure.aggregate === 'count') &&
    (spec.as === 'none' || spec.as === 'shareOfTotal');
  const order = arrange(drawn, spec, columns, additive);
  const fraction = spec.as === 'shareOfTotal' || (spec.as !== 'none' && timeMeasures[spec.as].fraction);
  return {
    keys: spec.keys.map(({ level: at }, i) =>
      keyVector(
        columnOf(table, spec.keys[i]?.column ?? ''),
        at,
        order.map(({ keys }) => keys[i] ?? null),
      ),
    ),
    value: vector(order.map(({ value }) => value)),
    ...(overlay && { overlay: vector(order.map((one) => one.overlay)) }),
    flags: Uint8Array.from(order, ({ flags }) => flags),
    unit: fraction ? '%' : unitOf(spec, table, marks),
    fraction,
    rows: marks.reduce((sum, { totals }) => sum + totals.rows, 0),
    rowsOfAll: table.rowCount,
    elapsed: options.elapsed,
    notes: [...notesOf(spec, table, marks, options.fiscalYearStart), ...(left === undefined ? [] : [left])],
  };
}

/** A figure of the newest period alone: what a calculation without a time key and without a time filter says. */
function keepNewest(marks: readonly Mark[]): void {
  const newest = Math.max(...marks.flatMap(({ periods }) => periods));
  for (const { periods } of marks) {
    const kept = periods.includes(newest) ? [newest] : [];
    periods.splice(0, periods.length, ...kept);
  }
}

/** Whether months of the mark's own period are not on file, or are filtered out. */
function isIncomplete(mark: Mark, period: unknown): boolean {
  if (typeof period !== 'number' || mark.periods.length === 0) return false;
  const covered = mark.periods.reduce((sum, code) => sum + spanOf(code).months, 0);
  return covered < spanOf(period).months;
}

function unitOf(spec: QuerySpec, table: Table, marks: readonly Mark[]): string {
  if (spec.measure.aggregate === 'count') return 'rows';
  const own = columnOf(table, spec.measure.column).unit;
  if (own !== undefined) return own;
  const units = new Set(marks.flatMap((mark) => [...mark.units]));
  const [only] = units;
  return units.size === 1 && typeof only === 'string' ? only : '';
}

function vector(values: readonly (number | null)[]): { kind: 'number'; values: Float64Array<ArrayBuffer> } {
  return { kind: 'number', values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}
