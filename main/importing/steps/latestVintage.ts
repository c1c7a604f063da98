import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { counted, defineStep, type TableState } from './step.ts';

/**
 * One row for each key (dimensions, definition, unit, time): the latest vintage of the highest-ranked source. Beside it stand the first print
 * of the same key and the revision, latest - first: 0 where nothing was revised. In the order of time, then of the other keys.
 */
export const latestVintage = defineStep({
  step: 'latestVintage',
  async apply(state, _step, context) {
    const key = keyColumns(state.columns);
    const measure = state.columns.find((column) => column.role === 'measure');
    const order = vintageOrder(state.columns, context.sourceRank);
    const window = key.length > 0 ? `PARTITION BY ${key.map(({ id }) => identifier(id)).join(', ')}` : '';
    const taken = new Set(state.columns.map((column) => column.id));
    const firstId = columnId('first_print', taken);
    const revisionId = columnId('revision', new Set([...taken, firstId]));
    const value = measure ? identifier(measure.id) : 'NULL';
    const ranked = `SELECT *, row_number() OVER (${window} ORDER BY ${order.latest}) AS _rank, count(*) OVER (${window}) AS _printings, first_value(${value}) OVER (${window} ORDER BY ${order.first} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS _first FROM (${state.sql})`;
    const columns = withPrintings(state.columns, measure, firstId, revisionId);
    const fields = columns.map(({ id }) => {
      if (id === firstId) return `_first AS ${identifier(id)}`;
      // Printed figures have few decimals; the difference of two doubles has not.
      if (id === revisionId) return `round(${value} - _first, 6) AS ${identifier(id)}`;
      return identifier(id);
    });
    const [[before = 0, repeated = 0] = []] = await context.rows(
      `SELECT count(*), count(*) FILTER (_printings > 1 AND _rank = 1) FROM (${ranked})`,
    );
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM (${ranked}) WHERE _rank = 1 ORDER BY ${[...key].sort(timeFirst).map(inOrder).join(', ') || '_line'}`,
      columns,
      words: {
        title: 'Latest vintage',
        words: `one row for each ${key.map((column) => column.name).join(', ')}, of ${counted(Number(before), 'row')}`,
        count: counted(Number(repeated), 'repeat'),
      },
    };
  },
});

/** The key of a figure. */
export function keyColumns(columns: readonly Column[]): Column[] {
  return columns.filter(
    ({ role }) => role === 'dimension' || role === 'definition' || role === 'unit' || role === 'time',
  );
}

function timeFirst(a: Column, b: Column): number {
  return Number(b.role === 'time') - Number(a.role === 'time');
}

/** A key in the order of its classification, where it has one. */
function inOrder({ id, order = [] }: Column): string {
  if (order.length === 0) return identifier(id);
  return `coalesce(list_position([${order.map(literal).join(', ')}], ${identifier(id)}), ${order.length + 1}), ${identifier(id)}`;
}

function vintageOrder(
  columns: TableState['columns'],
  ranks: readonly string[],
): { latest: string; first: string } {
  const vintage = columns.find((column) => column.role === 'vintage');
  const source = columns.find((column) => column.role === 'source');
  const status = columns.find((column) => column.role === 'status');
  const latest: string[] = [];
  const first: string[] = [];
  if (source && ranks.length > 0) {
    const cases = ranks.map((name, i) => `WHEN ${literal(name)} THEN ${i}`).join(' ');
    const rank = `CASE ${identifier(source.id)} ${cases} ELSE ${ranks.length} END`;
    latest.push(rank);
    first.push(rank);
  }
  if (vintage) {
    latest.push(`${identifier(vintage.id)} DESC NULLS LAST`);
    first.push(`${identifier(vintage.id)} ASC NULLS LAST`);
  }
  if (status) {
    // Of two printings of one date the first print is the older.
    const isFirst = `coalesce(${identifier(status.id)} = 'first_print', false)`;
    latest.push(isFirst);
    first.push(`${isFirst} DESC`);
  }
  latest.push('_line DESC');
  first.push('_line ASC');
  return { latest: latest.join(', '), first: first.join(', ') };
}

function withPrintings(
  columns: readonly Column[],
  measure: Column | undefined,
  firstId: string,
  revisionId: string,
): Column[] {
  if (!measure) return [...columns];
  const shared = {
    type: 'number',
    role: 'note',
    ...(measure.unit && { unit: measure.unit }),
    ...(measure.format && { format: measure.format }),
  } as const;
  const first: Column = {
    ...shared,
    id: firstId,
    name: 'first_print',
    label: 'First print',
    derived: 'the earliest printing of the same key',
  };
  const revision: Column = {
    ...shared,
    id: revisionId,
    name: 'revision',
    label: 'Revision',
    format: { decimals: measure.format?.decimals ?? 1, thousands: true, signed: true },
    derived: `revision = ${measure.label ?? measure.name} - first print`,
  };
  return columns.flatMap((column) => (column === measure ? [column, first, revision] : [column]));
}
