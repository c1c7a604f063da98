import { Problem } from '../contract/problem.ts';
import { timeMeasures } from '../measures/index.ts';
import { type Column, codeLabel, columnLabel, type Table } from '../model/table.ts';
import { type PeriodCode, spanOf } from '../periods/period.ts';
import { columnOf, columnOfRole } from './columns.ts';
import type { Mark } from './marks.ts';
import type { QuerySpec } from './query.ts';

/** Refuses what a query may not ask, whatever the rows are. */
export function checkSpec(spec: QuerySpec, table: Table): void {
  const measure = columnOf(table, spec.measure.column);
  for (const { column } of spec.keys) columnOf(table, column);
  for (const { column } of spec.where) columnOf(table, column);
  if (spec.measure.aggregate !== 'count' && measure.type !== 'number') {
    throw refusal(
      'query.not-a-number',
      `"${columnLabel(measure)}" does not hold numbers.`,
      'Count it, or choose a number column.',
    );
  }
  for (const calculation of [spec.as, spec.overlay]) {
    if (!calculation || calculation === 'none') continue;
    if (measure.nature === 'rate' && calculation !== 'trailing12Average') throw rateSummed(measure);
    if (calculation === 'shareOfTotal') continue;
    if (!timeMeasures[calculation].adds) continue;
    if (measure.nature === 'cumulative') throw cumulativeSummed(measure);
    if (measure.nature === 'stock') throw stockSummed(measure);
    if (measure.nature === 'target') throw rateSummed(measure);
  }
}

/** Refuses a mark that adds what does not add up. One that covers a single value adds nothing and is always fine. */
export function checkMarks(spec: QuerySpec, table: Table, marks: readonly Mark[]): void {
  const { aggregate } = spec.measure;
  const measure = columnOf(table, spec.measure.column);
  for (const mark of marks) {
    if (aggregate === 'count' || mark.totals.count <= 1) continue;
    if (mark.units.size > 1) throw twoUnits(table, mark);
    if (aggregate === 'min' || aggregate === 'max') continue;
    if (mark.definitions.size > 1) throw twoDefinitions(table, mark);
    if (aggregate !== 'sum') continue;
    if (measure.nature === 'rate' || measure.nature === 'target') throw rateSummed(measure);
    checkParts(table, mark);
    if (!severalPeriods(mark)) continue;
    if (measure.nature === 'cumulative') throw cumulativeSummed(measure);
    if (measure.nature === 'stock') throw stockSummed(measure);
    if (overlap(mark)) {
      throw refusal(
        'query.overlapping-periods',
        `A sum would count the same months twice: "${table.title}" holds months and longer periods side by side.`,
        'Group by time, or filter to periods of one length.',
      );
    }
  }
  const units = new Set(marks.flatMap((mark) => [...mark.units]));
  if (
    units.size > 1 &&
    aggregate !== 'count' &&
    !spec.keys.some(({ column }) => columnOf(table, column).role === 'unit')
  )
    throw refusal(
      'query.two-units',
      `The view would show ${listed(units)} on one axis.`,
      `Filter to one unit, or make ${roleName(table, 'unit')} a key.`,
    );
}

function checkParts(table: Table, mark: Mark): void {
  for (const [id, codes] of mark.codes) {
    const column = columnOf(table, id);
    checkGroups(column, codes);
    const parents = column.parents ?? {};
    for (const code of codes) {
      const seen = new Set([code]);
      for (let parent = parents[code]; parent !== undefined && !seen.has(parent); parent = parents[parent]) {
        seen.add(parent);
        if (!codes.has(parent)) continue;
        throw refusal(
          'query.parent-and-parts',
          `The sum would count "${codeLabel(column, code)}" twice: it is part of "${codeLabel(column, parent)}".`,
          `Filter ${columnLabel(column)} to one level, or make it a key.`,
        );
      }
    }
  }
}

/** The world and a country, or two regions, overlap in ways that no list tells. */
function checkGroups(column: Column, codes: ReadonlySet<string>): void {
  const group = column.groups?.find((code) => codes.has(code));
  if (group === undefined || codes.size < 2) return;
  throw refusal(
    'query.group-and-members',
    `The sum would count figures twice: "${codeLabel(column, group)}" stands for several others in ${columnLabel(column)}.`,
    `Filter ${columnLabel(column)} to single ones or to one group, or make it a key.`,
  );
}

function severalPeriods({ periods, extents }: Mark): boolean {
  const known = new Set([...periods, ...extents.flatMap(({ first, last }) => [first, last])]);
  return known.size > 1;
}

/** Whether two of the periods share a month. Where only their extent is known: whether their lengths differ. */
function overlap({ periods, extents }: Mark): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const code of periods as readonly PeriodCode[]) {
    const { start, months } = spanOf(code);
    if (start < end) return true;
    end = start + months;
  }
  return new Set(extents.flatMap(({ shortest, longest }) => [shortest, longest])).size > 1;
}

function cumulativeSummed(measure: Column): Problem {
  return refusal(
    'query.cumulative-summed',
    `"${columnLabel(measure)}" is already added up since the year began; adding it over time counts months twice.`,
    'Show each period by itself, or use a table of monthly figures.',
  );
}

function rateSummed(measure: Column): Problem {
  const what = measure.nature === 'target' ? 'a target' : 'a rate';
  return refusal(
    measure.nature === 'target' ? 'query.target-summed' : 'query.rate-summed',
    `"${columnLabel(measure)}" is ${what}; adding it up, or its share or growth, has no meaning.`,
    'Use the average, the least or the most, or filter until one value is left.',
  );
}

function stockSummed(measure: Column): Problem {
  return refusal(
    'query.stock-summed',
    `"${columnLabel(measure)}" is a stock: what there is at the end of a period, not what came in it.`,
    'Show each period by itself, or use the average, the least or the most.',
  );
}

function twoDefinitions(table: Table, { definitions }: Mark): Problem {
  return refusal(
    'query.two-definitions',
    `The figures are of different definitions (${listed(definitions)}) and do not add up.`,
    `Filter to one, or make ${roleName(table, 'definition')} a key.`,
  );
}

function twoUnits(table: Table, { units }: Mark): Problem {
  return refusal(
    'query.two-units',
    `The figures are in different units (${listed(units)}) and do not add up.`,
    `Filter to one, or make ${roleName(table, 'unit')} a key.`,
  );
}

function roleName(table: Table, role: 'definition' | 'unit'): string {
  const column = columnOfRole(table, role);
  return column ? columnLabel(column) : role;
}

function listed(values: ReadonlySet<unknown>): string {
  return [...values].map((value) => (value === null ? 'none' : String(value))).join(', ');
}

function refusal(code: string, message: string, remedy: string): Problem {
  return new Problem({ code, message, remedy });
}
