import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { columnLabelOf } from '../detection/columnNames.ts';
import { askDash } from './askDash.ts';
import { reportMissing } from './cellNotes.ts';
import type { ColumnReading } from './columnReading.ts';
import { keepColumn, readColumn } from './columnReadings.ts';
import { type KnownTexts, knownTexts } from './knownTexts.ts';
import { plainNumbers } from './plainNumbers.ts';
import {
  columnNamed,
  type StepContext,
  type StepOf,
  type StepWords,
  type TableState,
  Uneven,
  type Unread,
} from './step.ts';
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
  const unread = state.unread ? context.unread : undefined;
  const made = unread
    ? await typedFromFile(state, wanted, unread, context)
    : await typedFromRows(state, wanted, context);
  const columns = new Map<Column, Column>();
  const words: StepWords[] = [];
  for (const [column, step] of wanted) {
    const reading = made.readings.get(column);
    if (!reading) continue;
    const empty = made.gaps.has(column);
    if (empty && column.type === 'text')
      await reportMissing(made.texts, `t.${identifier(column.id)}`, step, context);
    const finished = await reading.finish({
      table: `(${made.packed ?? made.sql})`,
      id: identifier(column.id),
      empty,
    });
    columns.set(column, finished.column);
    words.push(finished.words);
  }
  const withGaps = new Map([...wanted].filter(([column]) => made.gaps.has(column)));
  await askDash(made.texts, withGaps, context);
  return {
    sql: made.sql,
    columns: state.columns.map((column) => columns.get(column) ?? column),
    light: true,
    ...(made.packed !== undefined && { packed: made.packed }),
    words,
  };
}

type Wanted = ReadonlyMap<Column, StepOf<'setColumn'>>;
type Readings = ReadonlyMap<Column, ColumnReading>;

interface Typed {
  /** The stored table, with its lines. */
  sql: string;
  packed?: string;
  readings: Readings;
  /** Columns of which some cells came out empty. */
  gaps: ReadonlySet<Column>;
  /** The texts of the columns with gaps, as `t`. */
  texts: string;
}

async function typedFromRows(state: TableState, wanted: Wanted, context: StepContext): Promise<Typed> {
  // The texts are asked several times: what is costly to work out is kept first.
  const stored = state.light ? state : await storedState(state, context);
  const texts = `(${stored.sql}) t`;
  const numbers = new Map([...wanted].map(([column, step]) => [column, { cell: cellOf(column), step }]));
  const plain = await plainNumbers(texts, numbers, context);
  const readings = await readingsOf(texts, wanted, state.columns, context, plain);
  const { sql } = await storedState(
    { sql: `SELECT t._line, ${typedQuery(state.columns, readings, texts)}`, columns: state.columns },
    context,
  );
  const { rows, filled } = await counts(`FROM (${sql})`, wanted, context);
  return { sql, readings, texts, gaps: new Set([...filled].filter(([, n]) => n < rows).map(([one]) => one)) };
}

/**
 * The typed table straight from the file, whose texts are never stored: how they read is known from a sample. Where cells came out empty,
 * the texts of those columns alone are fetched: to tell them, and to read again where the sample did not know them all.
 */
async function typedFromFile(
  state: TableState,
  wanted: Wanted,
  unread: Unread,
  context: StepContext,
): Promise<Typed> {
  const over = (raw: string) => `(WITH raw AS NOT MATERIALIZED (${raw}) ${state.sql}) t`;
  const file = over(unread.raw);
  const lined = (table: string) =>
    `SELECT CAST(rowid + ${unread.firstLine} AS INTEGER) AS _line, * FROM ${table}`;
  const type = async (readings: Readings, lists: ReadonlyMap<Column, KnownTexts>) => {
    const table = context.helperTable();
    const query = typedQuery(state.columns, readings, file, lists);
    try {
      await context.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${query}`);
    } catch (cause) {
      if (lists.size > 0) return await type(readings, new Map());
      throw new Uneven('The strict reader refuses the file.', { cause });
    }
    const found = await counts(`FROM ${table}`, wanted, context);
    if (found.rows !== unread.rows) throw new Uneven(`${found.rows} rows, not ${unread.rows}.`);
    // Whoever asks gets texts: how they are stored is nobody's business but the writer's.
    const fields = state.columns.map((column) => {
      const id = identifier(column.id);
      return lists.has(column) ? `CAST(${id} AS VARCHAR) AS ${id}` : id;
    });
    return {
      sql: `SELECT _line, ${fields.join(', ')} FROM (${lined(table)})`,
      packed: lined(table),
      ...found,
    };
  };
  const sample = over('SELECT * FROM raw_sample');
  const readings = await readingsOf(sample, wanted, state.columns, context);
  const lists = new Map<Column, KnownTexts>();
  for (const [column, reading] of readings) {
    const list =
      wanted.get(column)?.type === 'category' &&
      (await knownTexts(reading.expression, cellOf(column), sample, context));
    if (list) lists.set(column, list);
  }
  let typed = await type(readings, lists);
  const asks = ([column, step]: [Column, StepOf<'setColumn'>]) => {
    if (step.decimalUnsure) return true;
    const plain = step.type === 'category' || step.type === 'text';
    return (
      (typed.filled.get(column) ?? 0) < typed.rows && !(plain && step.missing.every((mark) => mark === ''))
    );
  };
  const open = new Map([...wanted].filter(asks));
  if (open.size === 0) return { sql: typed.sql, packed: typed.packed, readings, texts: '', gaps: new Set() };
  const fetched = context.helperTable();
  const areas = new Set([...open.values()].map((step) => step.fiscalYearStartBy?.column));
  const asked = state.columns.filter((column) => open.has(column) || areas.has(column.name));
  const ids = asked.map(({ id }) => identifier(id)).join(', ');
  await context.run(`CREATE OR REPLACE TABLE ${fetched} AS SELECT ${ids} FROM ${file}`);
  const texts = `(${lined(fetched)}) t`;
  const better = await readingsOf(texts, open, asked, context);
  const known = await counts(`FROM (SELECT ${typedQuery([...open.keys()], better, texts)})`, open, context);
  const all = new Map([...readings, ...better]);
  const same = [...open.keys()].every((column) => known.filled.get(column) === typed.filled.get(column));
  if (!same) typed = await type(all, lists);
  return { sql: typed.sql, packed: typed.packed, readings: all, texts, gaps: new Set(open.keys()) };
}

async function readingsOf(
  from: string,
  wanted: Wanted,
  columns: readonly Column[],
  context: StepContext,
  plain: ReadonlyMap<Column, number> = new Map(),
): Promise<Readings> {
  const ofName = (name: string) => {
    const column = columns.find((one) => one.name === name);
    return column && cellOf(column);
  };
  const readings = new Map<Column, ColumnReading>();
  for (const [column, step] of wanted) {
    const plainDecimals = plain.get(column);
    const asked = {
      from,
      cell: cellOf(column),
      step,
      base: described(column, step),
      cellOf: ofName,
      ...(plainDecimals !== undefined && { plainDecimals }),
    };
    readings.set(
      column,
      column.type !== 'text' && column.type === step.type
        ? keepColumn(step, { ...column, ...asked.base })
        : await readColumn[step.type](asked, context),
    );
  }
  return readings;
}

/** Fields and source of the typed columns; those that nobody sets stay as they are. */
function typedQuery(
  columns: readonly Column[],
  readings: Readings,
  from: string,
  lists: ReadonlyMap<Column, KnownTexts> = new Map(),
): string {
  const fields = columns.map((column) => {
    const id = identifier(column.id);
    const value = readings.get(column)?.expression ?? `t.${id}`;
    const list = lists.get(column);
    return `${list ? `CAST(${list.cell} AS ${list.type})` : value} AS ${id}`;
  });
  return `${fields.join(', ')} FROM ${from}`;
}

async function counts(
  from: string,
  wanted: Wanted,
  context: StepContext,
): Promise<{ rows: number; filled: Map<Column, number> }> {
  const columns = [...wanted.keys()];
  const fields = columns.map(({ id }) => `count(${identifier(id)})`).join(', ');
  const [[rows = 0, ...filled] = []] = await context.rows(`SELECT count(*), ${fields} ${from}`);
  return { rows: Number(rows), filled: new Map(columns.map((column, i) => [column, Number(filled[i])])) };
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
