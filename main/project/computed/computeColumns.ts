import { type ComputedColumn, computedColumns, ofColumn } from '../../../shared/formulas/computedColumns.ts';
import { looksBeyondRow } from '../../../shared/formulas/formula.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Id } from '../../../shared/model/ids.ts';
import { identifier } from '../../engine/engine.ts';
import { ROW_LIST } from '../listParameter.ts';
import type { Run } from '../run.ts';
import { type CompiledColumn, compileColumn } from './compileColumn.ts';
import { type Touched, touch } from './touched.ts';

/**
 * Works out the computed columns that a change concerns, in the order in which they need each other, and answers the tables whose cells that changed.
 * A formula over its own row is worked out for the changed rows alone; one that looks at others, for the whole table, in the engine.
 * Problems of formulas (`formula.*`): nothing is left half done, because the change around it is taken back.
 */
export async function computeColumns(
  run: Run,
  document: Document,
  touched: Map<Id, Touched>,
): Promise<Set<Id>> {
  const changed = new Set<Id>();
  if (touched.size === 0) return changed;
  for (const one of computedColumns(document)) {
    const rows = concerned(one, touched);
    if (rows === null) continue;
    try {
      await work(run, one, compileColumn(document, one.table, one.formula), rows);
    } catch (error) {
      throw ofColumn(error, one.table, one.column);
    }
    touch(touched, one.table.id, rows, [one.column.id]);
    changed.add(one.table.id);
  }
  return changed;
}

/** The rows of a computed column that have to be worked out anew; null: none. */
function concerned({ table, column, uses, formula }: ComputedColumn, touched: ReadonlyMap<Id, Touched>) {
  const own = touched.get(table.id);
  const isUsed = (id: Id, columns: Touched['columns']) =>
    columns === 'all' || uses.some((used) => used.table.id === id && columns.has(used.column.id));
  const elsewhere = uses.some(({ table: { id } }) => {
    const there = id === table.id ? undefined : touched.get(id);
    return there !== undefined && isUsed(id, there.columns);
  });
  if (elsewhere) return 'all';
  if (!own) return null;
  const isItself = own.columns !== 'all' && own.columns.has(column.id);
  const beyond = looksBeyondRow(formula);
  // Which period a row is of, or what it is grouped by, counts for such a function although it does not name it.
  if (!isItself && !beyond && !isUsed(table.id, own.columns)) return null;
  if (beyond) return 'all';
  return own.rows === 'all' || own.rows.size > 0 ? own.rows : null;
}

async function work(
  run: Run,
  { table, column }: ComputedColumn,
  { value, from, beyondRow }: CompiledColumn,
  rows: 'all' | Set<number>,
): Promise<void> {
  const name = identifier(table.id);
  const id = identifier(column.id);
  const list = rows === 'all' ? undefined : JSON.stringify([...rows]);
  const which = list === undefined ? '' : ` WHERE _id IN (${ROW_LIST})`;
  const values = list === undefined ? [] : [list];
  if (!beyondRow) {
    await run({ sql: `UPDATE ${name} SET ${id} = ${value}${which}`, values });
    return;
  }
  await run({
    sql: `UPDATE ${name} SET ${id} = made._value FROM (SELECT t._id AS _row, ${value} AS _value FROM ${from}) made WHERE ${name}._id = made._row AND ${name}.${id} IS DISTINCT FROM made._value`,
  });
}
