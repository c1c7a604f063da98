import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { columnNamed, counted, defineStep } from './step.ts';

/** A fiscal year and the months gone since its start become one span; both columns give way to it. */
export const spanPeriod = defineStep({
  step: 'spanPeriod',
  async apply(state, step, context) {
    const year = columnNamed(state, step.year, 'span');
    const months = columnNamed(state, step.months, 'span');
    const others = state.columns.filter((column) => column !== year && column !== months);
    const id = columnId(step.to, new Set(others.map((column) => column.id)));
    const span: Column = {
      id,
      name: step.to,
      type: 'period',
      role: 'time',
      spelling: 'iso',
      concept: 'TIME_PERIOD',
    };
    const [y, m] = [identifier(year.id), identifier(months.id)];
    const code = `CASE WHEN ${m} BETWEEN 1 AND 12 AND ${m} = floor(${m}) THEN CAST(${y} // 1000 * 1000 + ${m} AS INTEGER) END`;
    const rows = await context.rows(
      `SELECT min(_line), count(*) FROM (${state.sql}) WHERE ${y} IS NOT NULL AND (${code}) IS NULL`,
    );
    const [line, refused] = rows[0] ?? [];
    if (Number(refused) > 0) {
      context.note({
        code: 'import.not-a-span',
        weight: 'refused',
        title: 'Not a number of months',
        text: `${months.name} must be 1 to 12; the period of these rows is missing.`,
        count: Number(refused),
        place: { file: context.fileName, column: months.name, line: Number(line) },
      });
    }
    return {
      sql: `SELECT _line, ${code} AS ${identifier(id)}${others.map((column) => `, ${identifier(column.id)}`).join('')} FROM (${state.sql})`,
      columns: [span, ...others],
      words: {
        title: 'Span',
        words: `${year.name} and ${months.name} make ${step.to}`,
        count: counted(Number(refused ?? 0), 'refused', 'refused'),
      },
    };
  },
});
