import { Problem } from '../../../shared/contract/problem.ts';
import { type Column, codeLabel } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { keyColumns } from './latestVintage.ts';
import { columnNamed, counted, defineStep } from './step.ts';

/** total - part as new rows, status `derived`, within one definition and period. Refused where the two never carry one definition. */
export const residual = defineStep({
  step: 'residual',
  async apply(state, step, context) {
    const column = columnNamed(state, step.column, 'residual');
    const name = identifier(column.id);
    const key = keyColumns(state.columns).filter((one) => one !== column);
    const total = `SELECT * FROM (${state.sql}) WHERE ${name} = ${literal(step.total)}`;
    const part = `SELECT * FROM (${state.sql}) WHERE ${name} = ${literal(step.part)}`;
    const on = (columns: typeof key) =>
      columns.map(({ id }) => `t.${identifier(id)} IS NOT DISTINCT FROM p.${identifier(id)}`).join(' AND ') ||
      'true';
    const joined = `(${total}) t JOIN (${part}) p ON ${on(key)}`;
    const [[made = 0] = []] = await context.rows(`SELECT count(*) FROM ${joined}`);
    if (Number(made) === 0) {
      const loose = key.filter(({ role }) => role !== 'definition');
      const [[meeting = 0] = []] = await context.rows(
        `SELECT count(*) FROM (${total}) t JOIN (${part}) p ON ${on(loose)}`,
      );
      throw new Problem({
        code: Number(meeting) > 0 ? 'import.definitions-differ' : 'import.no-common-period',
        message:
          Number(meeting) > 0
            ? `${codeLabel(column, step.total)} and ${codeLabel(column, step.part)} follow different definitions: one cannot be taken from the other.`
            : `${codeLabel(column, step.total)} and ${codeLabel(column, step.part)} have no period in common.`,
        remedy: 'Choose two series of one definition, or show them side by side.',
        place: { column: column.name },
      });
    }
    const fields = state.columns.map((one) => {
      const id = identifier(one.id);
      if (one === column) return `${literal(step.name)} AS ${id}`;
      if (isDifference(one)) return `round(t.${id} - p.${id}, 6) AS ${id}`;
      if (one.role === 'measure') return `NULL AS ${id}`;
      if (one.role === 'status') return `'derived' AS ${id}`;
      if (one.role === 'vintage') return `greatest(t.${id}, p.${id}) AS ${id}`;
      if (one.role === 'note')
        return `${one.type === 'number' ? 'NULL' : literal(`${step.total} - ${step.part}`)} AS ${id}`;
      return `t.${id} AS ${id}`;
    });
    return {
      sql: `SELECT * FROM (${state.sql}) UNION ALL SELECT t._line, ${fields.join(', ')} FROM ${joined}`,
      columns: state.columns,
      words: {
        title: 'Residual',
        words: `${step.name} = ${step.total} - ${step.part}, marked derived`,
        count: counted(Number(made), 'row'),
      },
    };
  },
});

/** Amounts, and the printings of amounts, are taken from each other. A rate, or what another step worked out of the row, is not: it stays empty. */
function isDifference({ role, type, nature, derived }: Column): boolean {
  if (type !== 'number') return false;
  if (role === 'measure')
    return derived === undefined ? nature !== 'rate' : nature !== undefined && nature !== 'rate';
  return role === 'note' && derived !== undefined;
}
