import { Problem } from '../../shared/contract/problem.ts';
import { valueAt } from '../../shared/contract/vectors.ts';
import type { TargetAnswer } from '../../shared/contract/views.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { formatPeriod } from '../../shared/formats/formatPeriod.ts';
import { targetPath } from '../../shared/measures/targetPath.ts';
import type { Target } from '../../shared/model/target.ts';
import { type PeriodCode, periodCode, shiftPeriod, spanOf } from '../../shared/periods/period.ts';
import { periodOfText, periodText } from '../../shared/periods/periodText.ts';
import { timeColumn } from '../../shared/views/columns.ts';
import { filterPeriod } from '../../shared/views/condition.ts';
import type { Filter, QuerySpec } from '../../shared/views/query.ts';
import { type QueryProject, runQuery, tableOf } from './runQuery.ts';

/** The arithmetic of a target from the project's tables. Throws a Problem where a table or a column that it names is gone. */
export async function runTarget(
  project: QueryProject,
  id: string,
  signal?: AbortSignal,
): Promise<TargetAnswer> {
  const { document } = project;
  const { fiscalYearStart } = document;
  const target = document.targets.find((one) => one.id === id);
  if (!target) {
    throw new Problem({
      code: 'query.unknown-target',
      message: `There is no target "${id}".`,
      remedy: 'Choose another one; it may have been removed.',
    });
  }
  const period = filterPeriod(target.period);
  const { start, months: length } = spanOf(period);
  const year = Array.from({ length }, (_, i) => periodCode(start + i, 1));
  const table = tableOf(document, target.table);
  const [now, then] = await Promise.all([
    monthsOf(project, target, period, undefined, signal),
    target.asOf === undefined ? null : monthsOf(project, target, period, target.asOf, signal),
  ]);
  const asKnown = then ?? now;
  const knownTo = lastKnown(target, year, asKnown);
  const notes: string[] = [];
  const months = year.map((month) => {
    const known = month <= knownTo;
    const current = now.get(month) ?? null;
    const atTheTime = asKnown.get(month);
    // A month that counts as known, but whose release on file is of a later day: its figure is used, and that is said.
    if (known && atTheTime === undefined && current !== null) {
      notes.push(
        `${formatPeriod(month, { fiscalYearStart })} is on file only from a release after ${target.asOf}.`,
      );
    }
    return {
      period: month,
      value: known ? (atTheTime ?? current) : current,
      known,
      lastYear: now.get(shiftPeriod(month, -12)) ?? null,
    };
  });
  const known = months.filter((month) => month.known).length;
  const span = known > 0 ? periodCode(start, known) : null;
  const { printed, outcome } = target;
  const printedAsOf = printed?.asOf ?? target.asOf;
  const at = (from: Target['outcome'], when: PeriodCode | null, asOf?: string) =>
    from && when !== null ? one(project, from, when, asOf, signal) : null;
  const [soFar, soFarLastYear, whole, wholeLastYear] = await Promise.all([
    at(printed, span, printedAsOf),
    at(printed, span && shiftPeriod(span, -12), printedAsOf),
    at(outcome, period),
    at(outcome, shiftPeriod(period, -12)),
  ]);
  for (const other of document.targets) {
    if (other.id === target.id || other.period !== target.period || other.table !== target.table) continue;
    notes.push(
      `Another goal for ${formatPeriod(period, { fiscalYearStart })}: ${formatNumber(other.goal, { decimals: 0 })} ${other.unit}${other.statedBy ? ` (${other.statedBy})` : ''}.`,
    );
  }
  return targetPath({
    goal: target.goal,
    unit: target.unit,
    months,
    printed: soFar,
    printedLastYear: soFarLastYear,
    outcome: whole,
    lastYear: wholeLastYear,
    fiscalYearStart,
    notes,
    sourceLine: table.sourceLine ?? '',
  });
}

/** The months of the target's period and of the year before. */
async function monthsOf(
  project: QueryProject,
  target: Target,
  period: PeriodCode,
  asOf: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Map<PeriodCode, number>> {
  const table = tableOf(project.document, target.table);
  const time = timeColumn(table);
  if (!time) throw noTime(table.title);
  const range: Filter = { column: time.id, from: periodText(shiftPeriod(period, -12)), to: target.period };
  const data = await runQuery(
    project,
    {
      ...sumOf(target, [range]),
      keys: [{ column: time.id, level: 'month' }],
      ...(asOf !== undefined && { asOf }),
    },
    { signal },
  );
  const [key] = data.keys;
  const found = new Map<PeriodCode, number>();
  data.value.values.forEach((value, row) => {
    const month = key && valueAt(key, row);
    if (typeof month === 'number' && !Number.isNaN(value)) found.set(month, value);
  });
  return found;
}

/** The last month that counts as known: as the target says, or the newest on file; before the period where there is none. */
function lastKnown(
  target: Target,
  year: readonly PeriodCode[],
  months: ReadonlyMap<PeriodCode, number>,
): PeriodCode {
  const said = target.knownTo === undefined ? null : periodOfText(target.knownTo);
  return said ?? year.findLast((month) => months.has(month)) ?? -1;
}

/** A printed figure for exactly one period; null where none is known. */
async function one(
  project: QueryProject,
  from: NonNullable<Target['outcome']>,
  period: PeriodCode,
  asOf: string | undefined,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const table = tableOf(project.document, from.table);
  const time = timeColumn(table);
  if (!time) throw noTime(table.title);
  const exactly: Filter = { column: time.id, oneOf: [periodText(period)] };
  const data = await runQuery(
    project,
    { ...sumOf(from, [exactly]), ...(asOf !== undefined && { asOf }) },
    { signal },
  );
  const value = data.value.values[0];
  return value === undefined || Number.isNaN(value) ? null : value;
}

function sumOf(
  { table, measure, where }: { table: string; measure: string; where: readonly Filter[] },
  more: readonly Filter[],
): QuerySpec {
  return {
    table,
    measure: { column: measure, aggregate: 'sum' },
    keys: [],
    as: 'none',
    where: [...where, ...more],
    vintage: 'latest',
    sort: 'natural',
    others: false,
  };
}

function noTime(title: string): Problem {
  return new Problem({
    code: 'query.no-time',
    message: `"${title}" has no time column.`,
    remedy: 'Give a period column the role "time".',
  });
}
