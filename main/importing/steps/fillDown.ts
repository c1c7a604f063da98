import { identifier } from '../../engine/engine.ts';
import { columnNamed, counted, defineStep } from './step.ts';

/** Empty cells take the last filled one above them, in the order of the rows as they are now. */
export const fillDown = defineStep({
  step: 'fillDown',
  async apply(state, step, context) {
    const wanted = new Set(step.columns.map((name) => columnNamed(state, name, 'fill down')));
    const filled = [...wanted].map(({ id, type }) =>
      type === 'text' || type === 'category' ? `nullif(trim(${identifier(id)}), '')` : identifier(id),
    );
    const table = context.helperTable();
    // Kept with its row numbers: several rows may come of one line.
    await context.run(`CREATE OR REPLACE TABLE ${table} AS ${state.sql}`);
    const [[empty = 0] = []] = await context.rows(
      `SELECT ${filled.map((cell) => `count(*) FILTER (${cell} IS NULL)`).join(' + ')} FROM ${table}`,
    );
    const fields = state.columns.map((column) => {
      const id = identifier(column.id);
      const cell = filled[[...wanted].indexOf(column)];
      return cell === undefined
        ? id
        : `last_value(${cell} IGNORE NULLS) OVER (ORDER BY rowid ROWS UNBOUNDED PRECEDING) AS ${id}`;
    });
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM ${table} ORDER BY rowid`,
      columns: state.columns,
      words: {
        title: 'Fill down',
        words: step.columns.join(', '),
        count: counted(Number(empty), 'empty cell'),
      },
    };
  },
});
