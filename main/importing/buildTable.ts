import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { findById } from '../../shared/model/document.ts';
import type { Column, Table } from '../../shared/model/table.ts';
import { identifier, literal } from '../engine/engine.ts';
import type { OpenProject } from '../project/openProject.ts';
import { periodsAsText } from './periodsAsText.ts';
import { runRecipe } from './runRecipe.ts';
import type { StepContext, TableState } from './steps/step.ts';

export interface BuiltTable {
  /** Parquet in the project's work folder. */
  path: string;
  columns: Column[];
  rowCount: number;
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
  const { engine } = project;
  const helpers: string[] = [];
  const prefix = `build_${newId().replace(/[^A-Za-z0-9]/g, '')}`;
  const context: StepContext = {
    rows: (sql) => engine.rows({ sql }, signal),
    run: (sql) => engine.run({ sql }, signal),
    helperTable() {
      const name = `${prefix}_${helpers.length}`;
      helpers.push(name);
      return name;
    },
    note: () => undefined,
    fileName: table.title,
    isText: false,
    even: true,
    fiscalYearStart: project.document.fiscalYearStart,
    sourceRank: table.sourceRank,
    rawWidth: 0,
  };
  try {
    const made = await runRecipe(builtFrom.recipe, start(project, builtFrom.tables), context, signal);
    const rows = context.helperTable();
    await engine.run({ sql: `CREATE TABLE ${rows} AS ${made.sql}` }, signal);
    const path = join(project.folder, `${newId()}.parquet`);
    const stored = { sql: `SELECT * FROM ${rows}`, columns: made.columns };
    await engine.run(
      { sql: `COPY (${await periodsAsText(stored, context)}) TO ${literal(path)} (FORMAT parquet)` },
      signal,
    );
    const [[rowCount = 0] = []] = await engine.rows({ sql: `SELECT count(*) FROM ${rows}` }, signal);
    return { path, columns: made.columns, rowCount: Number(rowCount) };
  } finally {
    for (const helper of helpers) await engine.run({ sql: `DROP TABLE IF EXISTS ${helper}` });
  }
}

/** The rows of the tables one under the other, in their order. Columns of one id are one column. */
function start(project: OpenProject, ids: readonly string[]): TableState {
  const columns: Column[] = [];
  const parts = ids.map((id) => {
    const table = findById(project.document.tables, id);
    if (!table)
      throw new Problem({ code: 'table.missing', message: `There is no table ${id} in this project.` });
    for (const column of table.columns)
      if (!columns.some((one) => one.id === column.id)) columns.push(column);
    const fields = table.columns.map((column) => identifier(column.id)).join(', ');
    return `SELECT _line, ${fields} FROM (SELECT * FROM ${project.tableName(id)} ORDER BY _id)`;
  });
  return { sql: parts.join(' UNION ALL BY NAME '), columns };
}
