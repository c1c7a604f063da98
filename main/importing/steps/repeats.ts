import { Problem } from '../../../shared/contract/problem.ts';
import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { keyColumns } from './latestVintage.ts';
import { counted, defineStep } from './step.ts';

/** Rows that stand several times become one, or printings that are told apart by number. */
export const repeats = defineStep({
  step: 'repeats',
  async apply(state, step, context) {
    const same =
      step.same === 'row' ? state.columns : [...keyColumns(state.columns), ...printingColumns(state.columns)];
    if (same.length === 0)
      throw new Problem({
        code: 'import.no-key',
        message: 'No column says what a row is about: there is no key to look for twice.',
        remedy: 'Give a column the role of dimension or time above this step.',
      });
    const keys = same.map(({ id }) => identifier(id)).join(', ');
    const table = context.helperTable();
    await context.run(`CREATE OR REPLACE TABLE ${table} AS ${state.sql}`);
    const order = step.keep === 'last' ? 'rowid DESC' : 'rowid';
    const ranked = `SELECT *, rowid AS _row, row_number() OVER (PARTITION BY ${keys} ORDER BY ${order}) AS _printing FROM ${table}`;
    const [[more = 0] = []] = await context.rows(`SELECT count(*) FILTER (_printing > 1) FROM (${ranked})`);
    const fields = state.columns.map(({ id }) => identifier(id));
    const all = step.keep === 'all';
    const vintage: Column = {
      id: columnId('vintage', new Set(state.columns.map(({ id }) => id))),
      name: 'vintage',
      type: 'category',
      role: 'vintage',
      derived: 'printings of one key, in the order of the file',
    };
    if (all) fields.push(`CAST(_printing AS VARCHAR) AS ${identifier(vintage.id)}`);
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM (${ranked}) ${all ? '' : 'WHERE _printing = 1 '}ORDER BY _row`,
      columns: all ? [...state.columns, vintage] : state.columns,
      words: {
        title: all ? 'Number the printings' : 'Leave out repeats',
        words: `${step.same === 'row' ? 'rows alike in every cell' : `rows of one ${same.map(({ name }) => name).join(', ')}`}${all ? '' : `: the ${step.keep} stays`}`,
        count: all ? counted(Number(more), 'later printing') : `${counted(Number(more), 'row')} left out`,
      },
    };
  },
});

/** What tells the printings of one figure apart; nothing does where there are no vintages. */
export function printingColumns(columns: readonly Column[]): Column[] {
  if (!columns.some(({ role }) => role === 'vintage')) return [];
  return columns.filter(({ role }) => role === 'vintage' || role === 'source' || role === 'status');
}
