import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { createEditor, type Editor } from '../../../../main/editing/editor.ts';
import { createProject } from '../../../../main/project/loadProject.ts';
import type { OpenProject, ProjectEnvironment } from '../../../../main/project/openProject.ts';
import type { Table } from '../../../../shared/model/table.ts';

/** A folder of its own for one test, removed afterwards. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Fixed time, counted ids: tests repeat. */
export function testEnvironment(userFolder: string, prefix = 'w'): ProjectEnvironment {
  let last = 0;
  return {
    userFolder,
    version: '0.1.0-test',
    now: () => new Date('2026-03-31T12:00:00Z'),
    newId: () => `${prefix}${++last}`,
    log: () => {},
  };
}

export function editorOf(project: OpenProject): Editor {
  return createEditor(project, { changed: () => {} });
}

export const exportsTable: Table = {
  id: 'exports',
  title: 'Exports',
  kind: 'data',
  columns: [
    { id: 'month', name: 'Month', type: 'period', role: 'time', spelling: 'monthYear' },
    { id: 'item', name: 'Item', type: 'category', role: 'dimension', order: ['software', 'calls'] },
    {
      id: 'value',
      name: 'US$ million',
      type: 'number',
      role: 'measure',
      nature: 'flow',
      unit: 'US$ million',
    },
    { id: 'final', name: 'Final', type: 'boolean', role: 'status' },
    { id: 'note', name: 'Note', type: 'text', role: 'note' },
  ],
  rowCount: 0,
  source: 'release',
  sourceRank: [],
  revision: 0,
};

/** `count` rows of the table above as an importer leaves them: periods as canonical text, lines known. */
export async function writeRows(path: string, count: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (
    SELECT CAST(i + 2 AS INTEGER) AS _line,
      strftime(DATE '2020-07-01' + to_months(CAST(i % 60 AS INTEGER)), '%Y-%m') AS month,
      CASE WHEN i % 2 = 0 THEN 'software' ELSE 'calls' END AS item,
      CASE WHEN i % 7 = 3 THEN NULL ELSE 100 + i / 4 END AS value,
      i % 3 = 0 AS final,
      CASE WHEN i % 5 = 0 THEN 'provisional, "as printed" – نوٹ' END AS note
    FROM range(${count}) t(i)) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

/** A project with one table of `count` rows, saved nowhere. */
export async function projectWithRows(environment: ProjectEnvironment, count = 24): Promise<OpenProject> {
  const project = await createProject(environment, 'IT exports');
  const rows = join(project.folder, 'import.parquet');
  await writeRows(rows, count);
  await editorOf(project).run('addTable', {
    table: exportsTable,
    source: {
      id: 'release',
      title: 'Release of March',
      fileName: 'release.csv',
      sha256: '0'.repeat(64),
      bytes: 1000,
      importedAt: '2026-03-31T12:00:00Z',
      recipe: [],
      notes: [],
      rows: count,
    },
    rows,
  });
  return project;
}

/** Every row of a table in order, for comparison. */
export async function allRows(project: OpenProject, table = 'exports'): Promise<unknown[][]> {
  return await project.engine.rows({ sql: `SELECT * FROM ${project.tableName(table)} ORDER BY _id` });
}
