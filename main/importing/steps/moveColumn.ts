import { identifier } from '../../engine/engine.ts';
import { columnNamed, defineStep } from './step.ts';

/** Puts a column at another place; one beyond the last is the last. */
export const moveColumn = defineStep({
  step: 'moveColumn',
  apply(state, step) {
    const column = columnNamed(state, step.column, 'move');
    const columns = state.columns.filter((one) => one !== column).toSpliced(step.to - 1, 0, column);
    return {
      sql: `SELECT _line, ${columns.map(({ id }) => identifier(id)).join(', ')} FROM (${state.sql})`,
      columns,
      light: state.light === true,
      words: {
        title: 'Move column',
        words: `${step.column}, to place ${columns.indexOf(column) + 1}`,
        count: '',
      },
    };
  },
});
