import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import type { StepContext, TableState } from '../steps/step.ts';

/** Above this many rows figures are not compared with their series: it would cost more than the import. */
const MOST_ROWS = 300_000;
const MOST_OF_A_KIND = 3;
/** Fewer figures make no history. */
const LEAST_POINTS = 5;

export interface SeriesHistory {
  /**
   * A stored table, one row for each positive figure: `h` of its series, `o` of all of the key but the dimensions, `t` the period, `v` the
   * figure, `x` its decimal logarithm, `line`, `k0` ... the dimensions, and of its series the median `med` of x and the median distance `mad`.
   */
  table: string;
  dimensions: Column[];
  time: Column;
  measure: Column;
}

/** Several checks ask for it, one after the other. */
const known = new WeakMap<TableState, Promise<SeriesHistory | null>>();

/** The figures beside the history of their own series; null where there are no series, or too many rows. Of several printings all count. */
export function seriesHistory(state: TableState, context: StepContext): Promise<SeriesHistory | null> {
  const found = known.get(state) ?? workOut(state, context);
  known.set(state, found);
  return found;
}

/** Whether a table of figures over time has too many rows to be compared with itself. */
export async function isBeyondHistory(state: TableState, context: StepContext): Promise<boolean> {
  if (!timeOf(state) || !measureOf(state)) return false;
  const [[rows = 0] = []] = await context.rows(`SELECT count(*) FROM (${state.sql})`);
  return Number(rows) > MOST_ROWS;
}

function timeOf({ columns }: TableState): Column | undefined {
  return columns.find(({ role, type }) => role === 'time' && type === 'period');
}

function measureOf({ columns }: TableState): Column | undefined {
  return columns.find(
    ({ role, type, nature }) =>
      role === 'measure' && type === 'number' && nature !== 'rate' && nature !== 'target',
  );
}

async function workOut(state: TableState, context: StepContext): Promise<SeriesHistory | null> {
  const [time, measure] = [timeOf(state), measureOf(state)];
  if (!time || !measure) return null;
  const dimensions = state.columns.filter(({ role }) => role === 'dimension');
  const others = state.columns.filter(({ role }) => role === 'definition' || role === 'unit');
  const [t, v] = [identifier(time.id), identifier(measure.id)];
  const hash = (columns: readonly Column[], more: string) =>
    `hash(${[more, ...columns.map(({ id }) => identifier(id))].join(', ')})`;
  const [[rows = 0] = []] = await context.rows(`SELECT count(*) FROM (${state.sql})`);
  if (Number(rows) > MOST_ROWS) return null;
  // Many figures of one kind in one month are transactions, each of its own size.
  const [[kinds = 0] = []] = await context.rows(
    `SELECT approx_count_distinct(${hash([...dimensions, ...others], t)}) FROM (${state.sql})`,
  );
  if (Number(rows) > MOST_OF_A_KIND * Number(kinds)) return null;
  const points = `SELECT ${hash([...dimensions, ...others], `${t} % 1000`)} AS h, ${hash(others, t)} AS o, ${t} AS t, ${v} AS v, log10(abs(${v})) AS x, _line AS line${dimensions.map(({ id }, i) => `, ${identifier(id)} AS k${i}`).join('')} FROM (${state.sql}) WHERE ${v} <> 0 AND ${t} IS NOT NULL`;
  const table = context.helperTable();
  await context.run(
    `CREATE OR REPLACE TABLE ${table} AS WITH points AS (${points}), middle AS (SELECT h, median(x) AS med FROM points GROUP BY h HAVING count(DISTINCT t) >= ${LEAST_POINTS}), ` +
      `far AS (SELECT h, any_value(med) AS med, median(abs(x - med)) AS mad FROM points JOIN middle USING (h) GROUP BY h) SELECT points.*, med, mad FROM points JOIN far USING (h)`,
  );
  return { table, dimensions, time, measure };
}
