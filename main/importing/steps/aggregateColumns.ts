import type { AggregateLevel } from '../../../shared/model/combineSteps.ts';
import { type Column, columnLabel, type MeasureNature } from '../../../shared/model/table.ts';
import { columnId } from '../columnIds.ts';
import type { AggregateKey, AggregateValue } from './aggregateRows.ts';

const levelNames: Record<Exclude<AggregateLevel, 'asIs'>, string> = {
  month: 'month',
  quarter: 'quarter',
  calendarYear: 'year',
  fiscalYear: 'fiscal_year',
};

/** The column of a key in the result; periods at another level get its name. */
export function keyOut({ column, level }: AggregateKey, ids: Set<string>): Column {
  if (level === 'asIs') {
    ids.add(column.id);
    return column;
  }
  const { spelling: _, label: _l, ...rest } = column;
  const name = levelNames[level];
  const id = columnId(name, ids);
  ids.add(id);
  const label = name.replace('_', ' ').replace(/^./, (first) => first.toUpperCase());
  return {
    ...rest,
    id,
    name,
    label,
    ...(level === 'fiscalYear' && { spelling: 'fiscalLong' }),
    derived: `${label.toLowerCase()} of ${columnLabel(column)}`,
  };
}

/** The column of a value. Its name is that of its column, with the way it was worked out where that is not plain. */
export function valueOut(
  { column, how, name: wanted }: AggregateValue,
  all: readonly AggregateValue[],
  ids: Set<string>,
  unit: string | undefined,
): Column {
  const alone = all.filter((other) => other.column === column).length === 1;
  const plain = alone && how === 'sum';
  const name = wanted ?? (plain ? column.name : `${column.name} (${how})`);
  const id = columnId(name, ids);
  ids.add(id);
  const label = wanted ?? (plain ? columnLabel(column) : `${columnLabel(column)} (${how})`);
  const known = natureOut(column, how);
  return {
    id,
    name,
    label,
    type: 'number',
    role: 'measure',
    ...(known && { nature: known }),
    ...(how === 'count'
      ? { format: { decimals: 0, thousands: true, signed: false } }
      : {
          ...((column.unit ?? unit) && { unit: column.unit ?? unit }),
          ...(column.format && {
            // An average of whole numbers is seldom one.
            format: { ...column.format, decimals: Math.max(column.format.decimals, how === 'mean' ? 1 : 0) },
          }),
        }),
    derived: `${how} of ${columnLabel(column)}`,
  };
}

/** How the result adds up in its turn. */
function natureOut({ nature }: Column, how: AggregateValue['how']): MeasureNature | undefined {
  if (how === 'count') return 'flow';
  if (how === 'sum') return nature;
  if (how === 'last' && (nature === 'stock' || nature === 'cumulative')) return nature;
  return 'rate';
}
