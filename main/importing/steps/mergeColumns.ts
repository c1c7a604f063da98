import { identifier, literal } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { columnNamed, counted, defineStep } from './step.ts';
import { textColumn, textOf } from './textOf.ts';

/** Several columns into one, in the place of the first. */
export const mergeColumns = defineStep({
  step: 'mergeColumns',
  apply(state, step) {
    const parts = step.columns.map((name) => columnNamed(state, name, 'merge'));
    const others = state.columns.filter((column) => step.keep || !parts.includes(column));
    const merged = textColumn(columnId(step.to, new Set(others.map(({ id }) => id))), step.to);
    const columns = state.columns.flatMap((column) => [
      ...(column === parts[0] ? [merged] : []),
      ...(others.includes(column) ? [column] : []),
    ]);
    const texts = parts.map((column) => `nullif(trim(${textOf(column, 'merge')}), '')`);
    const whole = `nullif(concat_ws(${literal(step.separator)}, ${texts.join(', ')}), '')`;
    const fields = columns.map((column) =>
      column === merged ? `${whole} AS ${identifier(merged.id)}` : identifier(column.id),
    );
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM (${state.sql})`,
      columns,
      words: {
        title: 'Merge columns',
        words: `${step.columns.join(', ')}, into ${step.to}`,
        count: counted(parts.length, 'column'),
      },
    };
  },
});
