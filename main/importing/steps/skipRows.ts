import { identifier } from '../../engine/engine.ts';
import { pattern } from './pattern.ts';
import { columnNamed, counted, defineStep } from './step.ts';
import { textOf } from './textOf.ts';

const MOST_LINES_SAID = 8;

/** Leaves rows out, by their line or by what a column holds. Rows of a line that is not there are none. */
export const skipRows = defineStep({
  step: 'skipRows',
  async apply(state, { lines, where }, context) {
    const tests: string[] = [];
    const said: string[] = [];
    if (lines.length > 0) {
      tests.push(`coalesce(_line IN (${lines.join(', ')}), false)`);
      const more = lines.length - MOST_LINES_SAID;
      said.push(`line ${lines.slice(0, MOST_LINES_SAID).join(', ')}${more > 0 ? ` and ${more} more` : ''}`);
    }
    if (where) {
      const cell = textOf(columnNamed(state, where.column, 'skip rows'), 'skip rows');
      tests.push(`coalesce(regexp_matches(${cell}, ${await pattern(where.matches, context)}), false)`);
      said.push(`where ${where.column} matches ${where.matches}`);
    }
    const test = tests.join(' OR ') || 'false';
    const [[skipped = 0] = []] = await context.rows(`SELECT count(*) FILTER (${test}) FROM (${state.sql})`);
    return {
      sql: `SELECT _line, ${state.columns.map(({ id }) => identifier(id)).join(', ')} FROM (${state.sql}) WHERE NOT (${test})`,
      columns: state.columns,
      light: state.light === true,
      words: {
        title: 'Skip rows',
        words: said.join('; ') || 'none named',
        count: `${counted(Number(skipped), 'row')} skipped`,
      },
    };
  },
});
