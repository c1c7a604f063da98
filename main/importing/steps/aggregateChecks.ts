import { Problem } from '../../../shared/contract/problem.ts';
import { columnLabel, type Table } from '../../../shared/model/table.ts';
import { noTotals } from '../../../shared/views/cells.ts';
import { checkMarks } from '../../../shared/views/checks.ts';
import { columnOfRole } from '../../../shared/views/columns.ts';
import type { Mark } from '../../../shared/views/marks.ts';
import type { QuerySpec } from '../../../shared/views/query.ts';
import { identifier } from '../../engine/engine.ts';
import type { AggregateValue, Grouping } from './aggregateRows.ts';
import type { StepContext } from './step.ts';

const SEPARATOR = '\u001f';
/** Stands for a missing unit or definition in a list. */
const NONE = '\u001e';

/**
 * Refuses what the views refuse: sums over rates, over cumulative figures of several periods, over parents and their parts, over two units
 * or definitions, over overlapping periods. The groups are reduced to the kinds of groups that there are before JavaScript sees them.
 */
export async function checkGroups(
  base: string,
  grouping: Grouping,
  value: AggregateValue,
  table: Table,
  spec: QuerySpec,
  context: StepContext,
): Promise<void> {
  const { keys, time } = grouping;
  if (value.how === 'last') await refuseSeveral(base, grouping, value, context);
  const inKeys = new Set(keys.map(({ column }) => column));
  const at = identifier(value.column.id);
  const unit = columnOfRole(table, 'unit');
  const definition = columnOfRole(table, 'definition');
  const listed = table.columns.filter(
    (column) =>
      column.role === 'dimension' &&
      (column.parents !== undefined || column.groups !== undefined) &&
      !inKeys.has(column),
  );
  const list = (id: string, missing: string) =>
    `array_to_string(list_sort(list(DISTINCT coalesce(CAST(${identifier(id)} AS VARCHAR), '${missing}'))), '${SEPARATOR}')`;
  const kinds = [
    unit ? list(unit.id, NONE) : "''",
    definition ? list(definition.id, NONE) : "''",
    ...listed.map(({ id }) => list(id, '')),
  ];
  const names = kinds.map((_, i) => `_x${i}`);
  const groups = keys.map((_, i) => `_g${i}`);
  const periods = time ? `list_sort(list(DISTINCT ${identifier(time.id)}))` : '[]::INTEGER[]';
  const overlap =
    'list_contains(list_transform(range(2, len(_p) + 1), lambda i: _p[i] // 1000 < _p[i - 1] // 1000 + _p[i - 1] % 1000), true)';
  const each = `SELECT count(${at}) > 1 AS _more, ${kinds.map((kind, i) => `${kind} AS _x${i}`).join(', ')}, ${periods} AS _p FROM ${base} WHERE ${at} IS NOT NULL${groups.length > 0 ? ` GROUP BY ${groups.join(', ')}` : ''}`;
  const found = await context.rows(
    `SELECT _more, ${names.join(', ')}, array_to_string(arg_max(_p, CASE WHEN _overlap THEN 1 ELSE 0 END), ',') FROM (SELECT *, ${overlap} AS _overlap, len(_p) > 1 AS _several FROM (${each})) GROUP BY _more, ${names.join(', ')}, _several`,
  );
  const read = (cell: unknown) =>
    new Set(
      String(cell ?? '')
        .split(SEPARATOR)
        .map((text) => (text === NONE ? null : text)),
    );
  const marks = found.map(([more, units, definitions, ...rest]): Mark => {
    const codes = listed.map(({ id }, i): [string, Set<string>] => [
      id,
      new Set(String(rest[i] ?? '').split(SEPARATOR)),
    ]);
    const texts = String(rest[listed.length] ?? '');
    return {
      keys: [],
      totals: { ...noTotals(), count: more === true ? 2 : 1 },
      periods: texts === '' ? [] : texts.split(',').map(Number),
      units: read(units),
      definitions: read(definitions),
      codes: new Map(codes),
      extents: [],
      series: '',
      flags: 0,
      derived: 0,
    };
  });
  checkMarks(spec, table, marks);
}

/** The last figure of several series is none of them. */
async function refuseSeveral(
  base: string,
  { keys, series, time }: Grouping,
  { column }: AggregateValue,
  context: StepContext,
): Promise<void> {
  if (!time)
    throw new Problem({
      code: 'combine.last-without-time',
      message: `"${columnLabel(column)}" has no last value: the table has no periods.`,
      remedy: 'Use the sum, the average, the least or the most.',
      place: { column: column.name },
    });
  if (series.length === 0) return;
  const groups = keys.map((_, i) => `_g${i}`);
  const own = series.map(({ id }) => identifier(id)).join(', ');
  const [several] = await context.rows(
    `SELECT 1 FROM (SELECT DISTINCT ${[...groups, own].join(', ')} FROM ${base} WHERE ${identifier(column.id)} IS NOT NULL)${groups.length > 0 ? ` GROUP BY ${groups.join(', ')}` : ''} HAVING count(*) > 1 LIMIT 1`,
  );
  if (!several) return;
  throw new Problem({
    code: 'combine.last-of-several',
    message: `"${columnLabel(column)}" has a last value for each ${series.map(columnLabel).join(', ')}: they are several in one row.`,
    remedy: `Group by ${series.map(columnLabel).join(', ')} as well.`,
    place: { column: column.name },
  });
}
