import { type Column, columnLabel } from '../../../shared/model/table.ts';
import { checkSpec } from '../../../shared/views/checks.ts';
import { timeColumn } from '../../../shared/views/columns.ts';
import { identifier } from '../../engine/engine.ts';
import { checkGroups } from './aggregateChecks.ts';
import { keyOut, valueOut } from './aggregateColumns.ts';
import { aggregateNotes } from './aggregateNotes.ts';
import {
  type AggregateKey,
  type AggregateValue,
  baseRows,
  coverSql,
  type Grouping,
} from './aggregateRows.ts';
import { keyColumns } from './latestVintage.ts';
import { onePrinting, tableOf } from './onePrinting.ts';
import { columnNamed, counted, defineStep } from './step.ts';
import { storedState } from './storedState.ts';

/** One row for each combination of the keys. What the views refuse to add is refused; a coarser period of which a part is missing stays empty. */
export const aggregate = defineStep({
  step: 'aggregate',
  async apply(state, step, context) {
    const table = tableOf(state.columns, context.sourceRank, context.fileName);
    const time = timeColumn(table);
    const keys: AggregateKey[] = step.keys.map(({ column: name, level = 'asIs' }) => {
      const column = columnNamed(state, name, 'aggregate');
      return { column, level: column.type === 'period' ? level : 'asIs' };
    });
    const values: AggregateValue[] = step.values.map(({ column, how, name }) => ({
      column: columnNamed(state, column, 'aggregate'),
      how,
      name,
    }));
    const spec = (value: AggregateValue) => ({
      table: table.id,
      measure: { column: value.column.id, aggregate: value.how === 'last' ? ('mean' as const) : value.how },
      keys: keys.map(({ column }) => ({ column: column.id })),
      as: 'none' as const,
      where: [],
      vintage: step.vintage,
      sort: 'natural' as const,
      others: false,
    });
    for (const value of values) checkSpec(spec(value), table);

    const picked = onePrinting(state.sql, state.columns, context.sourceRank, step.vintage);
    const [[before = 0] = []] = await context.rows(`SELECT count(*) FROM (${state.sql})`);
    const inKeys = new Set(keys.map(({ column }) => column));
    const grouping: Grouping = {
      keys,
      time,
      series: keyColumns(state.columns).filter((column) => !inKeys.has(column) && column !== time),
      values,
    };
    const rows = await baseRows(picked, state.columns, grouping, context);
    for (const value of values)
      if (value.how !== 'count') await checkGroups(rows.table, grouping, value, table, spec(value), context);

    const cover = context.helperTable();
    await context.run(`CREATE TABLE ${cover} AS ${coverSql(rows.table, grouping)}`);
    const ids = new Set<string>();
    const outKeys = keys.map((key) => keyOut(key, ids));
    const units = await oneUnit(rows.table, state.columns, inKeys, context);
    const outValues = values.map((value) => valueOut(value, values, ids, units));
    const fields = [
      'CAST(NULL AS INTEGER) AS _line',
      ...outKeys.map((column, i) => `_g${i} AS ${identifier(column.id)}`),
      ...outValues.map((column, i) => `_v${i} AS ${identifier(column.id)}`),
    ];
    const order = keys.map(({ column }, i) => natural(column, `_g${i}`)).join(', ');
    const made = await storedState(
      {
        sql: `SELECT ${fields.join(', ')} FROM ${cover}${order === '' ? '' : ` ORDER BY ${order}`}`,
        columns: [...outKeys, ...outValues],
      },
      context,
    );
    for (const note of await aggregateNotes(
      { cover, grouping, outKeys, outValues, rows, before: Number(before) },
      context,
    ))
      context.note(note);
    const [[groups = 0] = []] = await context.rows(`SELECT count(*) FROM ${cover}`);
    return {
      ...made,
      words: {
        title: 'Aggregate',
        words: `${values.map(({ column, how }) => `${how} of ${columnLabel(column)}`).join(', ')} by ${keys.map(({ column }) => columnLabel(column)).join(', ') || 'nothing'}`,
        count: counted(Number(groups), 'row'),
      },
    };
  },
});

/** In the order of the classification, where there is one. */
function natural({ order = [] }: Column, at: string): string {
  if (order.length === 0) return `${at} NULLS LAST`;
  const place = order.map((code, i) => `WHEN '${code.replaceAll("'", "''")}' THEN ${i}`).join(' ');
  return `CASE ${at} ${place} ELSE ${order.length} END, ${at} NULLS LAST`;
}

/** The one unit of all rows, where it stands in a column that is no key: the figures carry it from then on. */
async function oneUnit(
  table: string,
  columns: readonly Column[],
  keys: ReadonlySet<Column>,
  context: { rows(sql: string): Promise<(string | number | boolean | null)[][]> },
): Promise<string | undefined> {
  const unit = columns.find(({ role }) => role === 'unit');
  if (!unit || keys.has(unit)) return undefined;
  const found = await context.rows(`SELECT DISTINCT ${identifier(unit.id)} FROM ${table} LIMIT 2`);
  return found.length === 1 && typeof found[0]?.[0] === 'string' ? found[0][0] : undefined;
}
