import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planReplace } from '../../../main/editing/replacing/planReplace.ts';
import { ReplaceArgs } from '../../../shared/contract/replacing.ts';
import { monthPeriod } from '../../../shared/periods/period.ts';
import {
  allRows,
  editorOf,
  projectWithRows,
  testEnvironment,
  testFolder,
} from '../project/support/makeProject.ts';

async function open(rows = 12) {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')), rows);
  return { project, editor: editorOf(project) };
}
const done = { keepJournal: false };
const asked = { table: 'exports', numbers: '1,234.5', dates: 'Mar 2025' } as const;

test('groups of a regular expression are put back, in one step that undo takes away', async () => {
  const { project, editor } = await open();
  const before = await allRows(project);
  await editor.run('replaceInCells', {
    ...asked,
    columns: ['note'],
    text: '(prov)isional, "(\\w+)',
    by: '$2: $1. $$ \\',
    regex: true,
  });
  expect(project.status()).toMatchObject({ undo: 'Replace in 3 cells' });
  expect((await allRows(project))[0]?.[6]).toBe('as: prov. $ \\ printed" – نوٹ');
  await editor.undo();
  expect(await allRows(project)).toEqual(before);
  // Without `regex` every sign means itself, whatever its case.
  await editor.run('replaceInCells', { ...asked, columns: ['note'], text: '"AS PRINTED"', by: '$1' });
  expect((await allRows(project))[0]?.[6]).toBe('provisional, $1 – نوٹ');
  await project.close(done);
});

test('numbers, months and codes are replaced as they are shown; what does not fit is told and left', async () => {
  const { project, editor } = await open();
  await editor.run('setCells', {
    table: 'exports',
    cells: [
      { row: 1, column: 'value', value: 1234.5 },
      { row: 2, column: 'value', value: 1234.5678 },
    ],
  });
  const before = await allRows(project);
  const engineTable = project.tableName('exports');
  const [table] = project.document.tables;
  if (!table) throw new Error('no table');
  const args = ReplaceArgs.parse({ ...asked, columns: ['month', 'value'], text: '1,23', by: '9,99' });
  const { outcome } = await planReplace(
    (statement) => project.engine.rows(statement),
    table,
    engineTable,
    args,
    7,
  );
  expect(outcome.cells).toBe(1);
  expect(outcome.misfits).toMatchObject({
    cells: 1,
    examples: [{ from: '1,234.57', to: '9,994.57', count: 1 }],
  });
  expect(await allRows(project)).toEqual(before);
  await editor.run('replaceInCells', args);
  const after = await allRows(project);
  expect([after[0]?.[4], after[1]?.[4]]).toEqual([9994.5, 1234.5678]);
  await editor.run('replaceInCells', { ...asked, columns: ['month'], rows: [1], text: 'Jul', by: 'Aug' });
  expect((await allRows(project))[0]?.[2]).toBe(monthPeriod(2020, 8));
  await expect(
    editor.run('replaceInCells', { ...asked, columns: ['month'], text: '2020', by: 'soon' }),
  ).rejects.toMatchObject({ code: 'replace.nothing' });
  await editor.run('replaceInCells', {
    ...asked,
    columns: ['item'],
    text: 'calls',
    by: 'software',
    whole: true,
  });
  expect(new Set((await allRows(project)).map((row) => row[3]))).toEqual(new Set(['software']));
  await project.close(done);
});
