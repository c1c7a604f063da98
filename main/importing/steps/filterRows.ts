import { identifier, literal } from '../../engine/engine.ts';
import { columnNamed, counted, defineStep } from './step.ts';

export const filterRows = defineStep({
  step: 'filterRows',
  async apply(state, step, context) {
    const column = columnNamed(state, step.column, 'filter rows');
    const keep = step.keep.map(literal).join(', ');
    const test = keep === '' ? 'false' : `CAST(${identifier(column.id)} AS VARCHAR) IN (${keep})`;
    const [[kept = 0, all = 0] = []] = await context.rows(
      `SELECT count(*) FILTER (${test}), count(*) FROM (${state.sql})`,
    );
    return {
      sql: `SELECT * FROM (${state.sql}) WHERE ${test}`,
      columns: state.columns,
      words: {
        title: 'Keep rows',
        words: `${step.column} is ${step.keep.join(', ')}`,
        count: `${kept} of ${counted(Number(all), 'row')}`,
      },
    };
  },
});
