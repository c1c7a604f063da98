import { identifier } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { columnNamed, defineStep } from './step.ts';

export const rename = defineStep({
  step: 'rename',
  apply(state, { from, to }) {
    const old = columnNamed(state, from, 'rename');
    const others = state.columns.filter((column) => column !== old);
    const id = columnId(to, new Set(others.map((column) => column.id)));
    return {
      sql: `SELECT _line, ${state.columns.map((column) => (column === old ? `${identifier(old.id)} AS ${identifier(id)}` : identifier(column.id))).join(', ')} FROM (${state.sql})`,
      columns: state.columns.map((column) => (column === old ? { ...column, id, name: to } : column)),
      light: state.light === true,
      unread: state.unread === true,
      words: { title: 'Rename', words: `${from} to ${to}`, count: '' },
    };
  },
});
