import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { counted, type StepOf, type StepWords, type TableState } from './step.ts';

/** The columns that stay, then the lists, each one column: their entries stand below each other, once for each row. */
export function longTable(
  state: TableState,
  wide: readonly Column[],
  lists: readonly { name: string; list: readonly string[] }[],
): TableState {
  const gone = new Set(wide);
  const kept = state.columns.filter((column) => !gone.has(column));
  const taken = new Set(kept.map(({ id }) => id));
  const made = lists.map(({ name, list }): { column: Column; list: readonly string[] } => {
    const id = columnId(name, taken);
    taken.add(id);
    return { column: { id, name, type: 'text', role: 'note' }, list };
  });
  const columns = [...kept, ...made.map(({ column }) => column)];
  const unnested = made.map(({ column, list }) => `unnest([${list.join(', ')}]) AS ${identifier(column.id)}`);
  return {
    sql: `SELECT _line, ${columns.map(({ id }) => identifier(id)).join(', ')} FROM (SELECT _line, ${[...kept.map(({ id }) => identifier(id)), ...unnested].join(', ')} FROM (${state.sql}))`,
    columns,
  };
}

export function wideWords(step: StepOf<'unpivot'>, wide: readonly Column[]): StepWords {
  return {
    title: 'Columns to rows',
    words: `${wide[0]?.name} to ${wide.at(-1)?.name}, into ${step.nameTo} and ${step.valueTo}`,
    count: counted(wide.length, 'column'),
  };
}
