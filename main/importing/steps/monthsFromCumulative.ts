import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { columnNamed, counted, defineStep, type StepContext, type TableState } from './step.ts';

/**
 * Each span that began with the same month as a shorter one, less the longest of those: within one series, vintage and source.
 * A figure that stands twice for one span, or none before it, stays as it is; so does the first of each year.
 */
export const monthsFromCumulative = defineStep({
  step: 'monthsFromCumulative',
  async apply(state, step, context) {
    const measures = step.columns.map((name) => columnNamed(state, name, 'months from cumulative'));
    const time = state.columns.find(({ role, type }) => role === 'time' && type === 'period');
    if (!time) columnNamed(state, 'a period column', 'months from cumulative');
    const status = state.columns.find(({ name }) => name === step.status) ?? statusColumn(state, step.status);
    const isNew = !state.columns.includes(status);
    const t = identifier(time?.id ?? '');
    const series = state.columns
      .filter(
        (one) =>
          one.role === 'dimension' ||
          one.role === 'definition' ||
          one.role === 'unit' ||
          one.role === 'vintage' ||
          one.role === 'source',
      )
      .map(({ id }) => identifier(id));
    const same = `PARTITION BY ${[...series, `${t} // 1000`].join(', ')}`;
    const filled = measures.map(({ id }) => `${identifier(id)} IS NOT NULL`).join(' AND ');
    // A figure that stands twice cannot be taken from another: which one would it be?
    const once = `SELECT *, count(*) OVER (PARTITION BY ${[...series, t].join(', ')}) AS _times, (${filled}) AS _filled FROM (${state.sql})`;
    const order = `(${same}, _times = 1 AND _filled AND ${t} IS NOT NULL ORDER BY ${t})`;
    const before = [
      `lag(${t}) OVER ${order} AS _before`,
      ...measures.map(({ id }, i) => `lag(${identifier(id)}) OVER ${order} AS _value${i}`),
    ];
    const ranked = `SELECT *, ${before.join(', ')} FROM (${once})`;
    const made = '(_times = 1 AND _filled AND _before IS NOT NULL)';
    const columns = isNew ? [...state.columns, status] : state.columns;
    const fields = columns.map((one) => {
      const id = identifier(one.id);
      const i = measures.indexOf(one);
      // Printed figures have few decimals; the difference of two doubles has not.
      if (i >= 0) return `CASE WHEN ${made} THEN round(${id} - _value${i}, 6) ELSE ${id} END AS ${id}`;
      if (one === time)
        return `CASE WHEN ${made} THEN CAST((${id} // 1000 + _before % 1000) * 1000 + ${id} % 1000 - _before % 1000 AS INTEGER) ELSE ${id} END AS ${id}`;
      if (one === status) return `CASE WHEN ${made} THEN 'derived' ${isNew ? '' : `ELSE ${id} `}END AS ${id}`;
      return id;
    });
    const { derived, wide } = await tell(ranked, made, t, context);
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM (${ranked}) ORDER BY _line, ${t}`,
      columns: columns.map((one) =>
        measures.includes(one) && one.nature === 'cumulative' ? { ...one, nature: 'flow' } : one,
      ),
      words: {
        title: 'Months by difference',
        words: `each cumulative figure less the one before it, in ${measures.map(({ name }) => name).join(', ')}, marked derived`,
        count: `${counted(derived, 'derived figure')}${wide > 0 ? `, ${wide} of several months` : ''}`,
      },
    };
  },
});

function statusColumn(state: TableState, name: string): Column {
  return {
    id: columnId(name, new Set(state.columns.map(({ id }) => id))),
    name,
    type: 'category',
    role: 'status',
  };
}

/** A gap between two spans leaves several months in one: told with the first. */
async function tell(
  ranked: string,
  made: string,
  t: string,
  context: StepContext,
): Promise<{ derived: number; wide: number }> {
  const several = `${made} AND ${t} % 1000 - _before % 1000 > 1`;
  const [[derived = 0, wide = 0, line = 0] = []] = await context.rows(
    `SELECT count(*) FILTER (${made}), count(*) FILTER (${several}), min(_line) FILTER (${several}) FROM (${ranked})`,
  );
  if (Number(wide) > 0)
    context.note({
      code: 'import.gap-in-cumulative',
      weight: 'note',
      title: 'Months that the file leaves out',
      text: 'Where a month is missing between two cumulative figures, their difference covers several months. It is kept as one span, not shared out.',
      count: Number(wide),
      place: { file: context.fileName, line: Number(line) },
    });
  return { derived: Number(derived), wide: Number(wide) };
}
