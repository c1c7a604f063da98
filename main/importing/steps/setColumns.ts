import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnLabelOf } from '../detection/columnNames.ts';
import { reportMissing } from './cellNotes.ts';
import { type ColumnReading, keepColumn, readColumn } from './columnReadings.ts';
import { columnNamed, type StepContext, type StepOf, type StepWords, type TableState } from './step.ts';
import { storedState } from './storedState.ts';

/**
 * Types, units and roles of several columns, none of them twice, in one pass over the rows: each step alone would read the table again.
 * A cell that does not fit becomes missing and is told with its line and text; a mark for "missing" is counted.
 */
export async function setColumns(
  state: TableState,
  steps: readonly StepOf<'setColumn'>[],
  context: StepContext,
): Promise<TableState & { words: StepWords[] }> {
  const wanted = new Map(steps.map((step) => [columnNamed(state, step.column, 'set column'), step]));
  // The texts are asked several times: what is costly to work out is kept first.
  const texts = state.light ? state : await storedState(state, context);
  const from = `(${texts.sql}) t`;
  const readings = new Map<Column, ColumnReading>();
  for (const [column, step] of wanted) {
    const asked = { from, cell: cellOf(column), step, base: described(column, step) };
    readings.set(
      column,
      column.type !== 'text' && column.type === step.type
        ? keepColumn(step, { ...column, ...asked.base })
        : await readColumn[step.type](asked, context),
    );
  }
  const fields = state.columns.map(
    (column) =>
      `${readings.get(column)?.expression ?? `t.${identifier(column.id)}`} AS ${identifier(column.id)}`,
  );
  const joins = [...readings.values()].flatMap(({ join }) => join ?? []);
  const typed = await storedState(
    { sql: `SELECT t._line, ${fields.join(', ')} FROM ${from} ${joins.join(' ')}`, columns: state.columns },
    context,
  );
  const ids = [...wanted.keys()].map(({ id }) => identifier(id));
  const [[rows = 0, ...filled] = []] = await context.rows(
    `SELECT count(*), ${ids.map((id) => `count(${id})`).join(', ')} FROM (${typed.sql})`,
  );
  const made = new Map<Column, Column>();
  const words: StepWords[] = [];
  for (const [i, [column, step]] of [...wanted].entries()) {
    const empty = Number(filled[i]) < Number(rows);
    if (empty && column.type === 'text')
      await reportMissing(from, `t.${identifier(column.id)}`, step, context);
    const finished = await readings
      .get(column)
      ?.finish({ table: `(${typed.sql})`, id: identifier(column.id), empty });
    if (!finished) continue;
    made.set(column, finished.column);
    words.push(finished.words);
  }
  return { ...typed, columns: state.columns.map((column) => made.get(column) ?? column), words };
}

function cellOf({ id, type }: Column): string {
  const cell = `t.${identifier(id)}`;
  return type === 'text' || type === 'category' ? cell : `CAST(${cell} AS VARCHAR)`;
}

function described(column: Column, step: StepOf<'setColumn'>): Column {
  return {
    id: column.id,
    name: column.name,
    label: column.label ?? columnLabelOf(column.name),
    type: step.type,
    role: step.role,
    ...(step.nature && step.role === 'measure' && { nature: step.nature }),
    ...(step.unit && { unit: step.unit }),
    ...(column.derived && { derived: column.derived }),
  };
}
