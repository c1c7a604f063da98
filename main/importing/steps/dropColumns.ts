import { identifier } from '../../engine/engine.ts';
import { columnNamed, counted, defineStep } from './step.ts';

export const dropColumns = defineStep({
  step: 'dropColumns',
  apply(state, step) {
    const gone = new Set(step.columns.map((name) => columnNamed(state, name, 'drop columns').id));
    const columns = state.columns.filter(({ id }) => !gone.has(id));
    return {
      sql: `SELECT _line, ${columns.map(({ id }) => identifier(id)).join(', ')} FROM (${state.sql})`,
      columns,
      light: state.light === true,
      unread: state.unread === true,
      words: { title: 'Drop columns', words: step.columns.join(', '), count: counted(gone.size, 'column') },
    };
  },
});
