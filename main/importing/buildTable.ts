import { join } from 'node:path';
import type { ImportNote } from '../../shared/contract/importing.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { findById } from '../../shared/model/document.ts';
import type { Id } from '../../shared/model/ids.ts';
import type { Recipe } from '../../shared/model/recipe.ts';
import type { BuiltNote, Column, Table } from '../../shared/model/table.ts';
import { identifier, literal } from '../engine/engine.ts';
import type { OpenProject } from '../project/openProject.ts';
import { periodsAsText } from './periodsAsText.ts';
import { runRecipe } from './runRecipe.ts';
import type { ProjectRows, StepContext, StepWords, TableState } from './steps/step.ts';

export interface BuiltTable {
  /** Parquet in the project's work folder. */
  path: string;
  columns: Column[];
  rowCount: number;
  notes: BuiltNote[];
}

type ProjectTables = Pick<OpenProject, 'engine' | 'document' | 'tableName'>;

/** What is to be made of which tables. */
export interface Building {
  tables: readonly Id[];
  recipe: Recipe;
  title: string;
  sourceRank: readonly string[];
}

/** The finished table in the engine, for as long as it is looked at. */
export interface Built {
  /** `_line` and the columns by id, in order. */
  rows: string;
  columns: Column[];
  rowCount: number;
  notes: ImportNote[];
  words: StepWords[];
  context: StepContext;
}

/** Runs the recipe of a table that is built from other tables of the project, on their rows as they are now. */
export async function buildTable(
  project: OpenProject,
  table: Table,
  newId: () => string,
  signal?: AbortSignal,
): Promise<BuiltTable> {
  const { builtFrom } = table;
  if (!builtFrom)
    throw new Problem({
      code: 'table.not-built',
      message: `"${table.title}" is not built from other tables.`,
    });
  const building = { ...builtFrom, title: table.title, sourceRank: table.sourceRank };
  return await withBuilt(project, building, newId, signal, async (built) => {
    const path = join(project.folder, `${newId()}.parquet`);
    const stored = { sql: `SELECT * FROM ${built.rows}`, columns: built.columns };
    await project.engine.run(
      { sql: `COPY (${await periodsAsText(stored, built.context)}) TO ${literal(path)} (FORMAT parquet)` },
      signal,
    );
    return { path, columns: built.columns, rowCount: built.rowCount, notes: built.notes.flatMap(builtNote) };
  });
}

/** Runs a recipe over tables of the project and shows `look` what came of it; nothing of it stays. */
export async function withBuilt<T>(
  project: ProjectTables,
  { tables, recipe, title, sourceRank }: Building,
  newId: () => string,
  signal: AbortSignal | undefined,
  look: (built: Built) => Promise<T>,
): Promise<T> {
  const { engine } = project;
  const helpers: string[] = [];
  const notes: ImportNote[] = [];
  const prefix = `build_${newId().replace(/[^A-Za-z0-9]/g, '')}`;
  const from = startTables(tables, recipe);
  const first = from[0] ?? tables[0];
  const context: StepContext = {
    rows: (sql) => engine.rows({ sql }, signal),
    run: (sql) => engine.run({ sql }, signal),
    helperTable() {
      const name = `${prefix}_${helpers.length}`;
      helpers.push(name);
      return name;
    },
    note: (note) => void notes.push(note),
    fileName: findById(project.document.tables, first ?? '')?.title ?? title,
    isText: false,
    even: true,
    fiscalYearStart: project.document.fiscalYearStart,
    sourceRank,
    rawWidth: 0,
    projectTable: (id) => projectRows(project, id),
  };
  try {
    const made = await runRecipe(recipe, start(project, from), context, signal);
    const rows = context.helperTable();
    await engine.run({ sql: `CREATE TABLE ${rows} AS ${made.sql}` }, signal);
    const [[rowCount = 0] = []] = await engine.rows({ sql: `SELECT count(*) FROM ${rows}` }, signal);
    const { columns, words } = made;
    return await look({ rows, columns, rowCount: Number(rowCount), notes, words, context });
  } finally {
    for (const helper of helpers) await engine.run({ sql: `DROP TABLE IF EXISTS ${helper}` });
  }
}

/** The tables with which the recipe begins: not those that its steps bring themselves. */
function startTables(tables: readonly Id[], recipe: Recipe): Id[] {
  if (recipe[0]?.step === 'appendTables') return [];
  const brought = new Set(recipe.flatMap((step) => (step.step === 'lookup' ? [step.table] : [])));
  const own = tables.filter((id) => !brought.has(id));
  // A table may be looked up in itself.
  return own.length > 0 ? own : tables.slice(0, 1);
}

/** The rows of the tables one under the other, in their order. Columns of one id are one column. */
function start(project: ProjectTables, ids: readonly Id[]): TableState {
  const columns: Column[] = [];
  const parts = ids.map((id) => {
    const { table, sql } = projectRows(project, id);
    for (const column of table.columns)
      if (!columns.some((one) => one.id === column.id)) columns.push(column);
    return sql;
  });
  return { sql: parts.join(' UNION ALL BY NAME '), columns };
}

/** A table of the project and its rows, in their order. Problem `table.missing`. */
export function projectRows(project: ProjectTables, id: Id): ProjectRows {
  const table = findById(project.document.tables, id);
  if (!table)
    throw new Problem({ code: 'table.missing', message: `There is no table ${id} in this project.` });
  const fields = table.columns.map((column) => identifier(column.id)).join(', ');
  return { table, sql: `SELECT _line, ${fields} FROM (SELECT * FROM ${project.tableName(id)} ORDER BY _id)` };
}

/** A note as the table keeps it; one that counted nothing says nothing. */
function builtNote({ code, title, text, count, cells }: ImportNote): BuiltNote[] {
  if (count === 0) return [];
  return [
    {
      code,
      title,
      text,
      ...(count !== undefined && { count }),
      ...(cells && cells.length > 0 && { cases: cells.map((cell) => cell.text) }),
    },
  ];
}
