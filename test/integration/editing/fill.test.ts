import { join } from 'node:path';
import { expect, test } from 'vitest';
import { monthPeriod } from '../../../shared/periods/period.ts';
import {
  allRows,
  editorOf,
  projectWithRows,
  testEnvironment,
  testFolder,
} from '../project/support/makeProject.ts';

async function open(rows = 6) {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')), rows);
  return { project, editor: editorOf(project) };
}
const done = { keepJournal: false };

test('months and numbers go on downwards in the order that is shown, as one step', async () => {
  const { project, editor } = await open();
  const before = await allRows(project);
  await editor.run('setCells', {
    table: 'exports',
    cells: [
      { row: 5, column: 'value', value: 10 },
      { row: 3, column: 'value', value: 20 },
    ],
  });
  const typed = await allRows(project);
  // Shown: rows 5, 3, 6, 1.
  await editor.run('fill', {
    table: 'exports',
    from: { rows: [5, 3], columns: ['month', 'value'] },
    to: { rows: [6, 1], columns: ['month', 'value'] },
    direction: 'down',
  });
  expect(project.status()).toMatchObject({ undo: 'Fill 4 cells' });
  const after = await allRows(project);
  // November and September 2020: two months back with each row.
  expect([after[5]?.[2], after[0]?.[2]]).toEqual([monthPeriod(2020, 7), monthPeriod(2020, 5)]);
  expect([after[5]?.[4], after[0]?.[4]]).toEqual([30, 40]);
  await editor.undo();
  expect(await allRows(project)).toEqual(typed);
  await editor.undo();
  expect(await allRows(project)).toEqual(before);
  await project.close(done);
});

test('along a row a cell is read by the column it goes to, or the whole is refused', async () => {
  const { project, editor } = await open(2);
  await editor.run('fill', {
    table: 'exports',
    from: { rows: [1, 2], columns: ['item'] },
    to: { rows: [1, 2], columns: ['note'] },
    direction: 'right',
  });
  expect((await allRows(project)).map((row) => row[6])).toEqual(['software', 'calls']);
  const before = await allRows(project);
  await expect(
    editor.run('fill', {
      table: 'exports',
      from: { rows: [1, 2], columns: ['item'] },
      to: { rows: [1, 2], columns: ['value'] },
      direction: 'right',
    }),
  ).rejects.toMatchObject({ code: 'cell.not-a-number' });
  expect(await allRows(project)).toEqual(before);
  await project.close(done);
});

test('rows are duplicated at the end in their order, without lines of a file, as one step', async () => {
  const { project, editor } = await open(3);
  const before = await allRows(project);
  const { rows } = await editor.run('duplicateRows', { table: 'exports', rows: [3, 1] });
  expect(rows).toEqual([4, 5]);
  const after = await allRows(project);
  expect(after.slice(0, 3)).toEqual(before);
  expect(after[3]).toEqual([4, null, ...(before[2]?.slice(2) ?? [])]);
  expect(after[4]).toEqual([5, null, ...(before[0]?.slice(2) ?? [])]);
  expect(project.status()).toMatchObject({ undo: 'Duplicate 2 rows' });
  await editor.undo();
  expect(await allRows(project)).toEqual(before);
  await project.close(done);
});
