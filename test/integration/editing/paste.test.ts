import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PasteMisfits } from '../../../shared/contract/pasting.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { monthPeriod } from '../../../shared/periods/period.ts';
import {
  allRows,
  editorOf,
  projectWithRows,
  testEnvironment,
  testFolder,
} from '../project/support/makeProject.ts';

async function open(rows?: number) {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')), rows);
  return { project, editor: editorOf(project) };
}
const done = { keepJournal: false };

test('a block that is longer than the table is one step with its new rows', async () => {
  const { project, editor } = await open(3);
  const before = await allRows(project);
  const { rows } = await editor.run('paste', {
    table: 'exports',
    blocks: [
      {
        rows: [3],
        columns: ['month', 'value'],
        values: [
          ['Mar 2025', '1,234.5'],
          ['Apr 2025', '12'],
          ['', '7'],
        ],
      },
    ],
  });
  expect(rows).toEqual([4, 5]);
  const after = await allRows(project);
  expect(after).toHaveLength(5);
  expect(after[2]?.[2]).toBe(monthPeriod(2025, 3));
  expect(after.slice(2).map((row) => row[4])).toEqual([1234.5, 12, 7]);
  expect(after[4]?.[2]).toBeNull();
  expect(project.status()).toMatchObject({ undo: 'Paste 6 cells' });
  await editor.undo();
  expect(await allRows(project)).toEqual(before);
  await editor.redo();
  expect(await allRows(project)).toEqual(after);
  await project.close(done);
});

test('what does not fit is named and nothing is changed; the rest may be pasted', async () => {
  const { project, editor } = await open(3);
  const before = await allRows(project);
  const block = {
    rows: [1, 2],
    columns: ['month', 'value'],
    values: [
      ['soon', '5'],
      ['Mar 2025', 'n.a.'],
    ],
  };
  const problem = await editor.run('paste', { table: 'exports', blocks: [block] }).then(
    () => null,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(Problem);
  const misfits = PasteMisfits.parse(problem instanceof Problem ? problem.details : null);
  expect(misfits.count).toBe(2);
  expect(misfits.cells.map(({ row, column, text }) => [row, column, text])).toEqual([
    [0, 'month', 'soon'],
    [1, 'value', 'n.a.'],
  ]);
  expect(await allRows(project)).toEqual(before);
  await editor.run('paste', { table: 'exports', blocks: [block], rest: true });
  const after = await allRows(project);
  expect([after[0]?.[4], after[1]?.[2]]).toEqual([5, monthPeriod(2025, 3)]);
  expect([after[0]?.[2], after[1]?.[4]]).toEqual([before[0]?.[2], before[1]?.[4]]);
  expect(project.status()).toMatchObject({ undo: 'Paste 2 cells' });
  await project.close(done);
});

test('cut cells move in one step, also onto themselves', async () => {
  const { project, editor } = await open(3);
  const before = await allRows(project);
  await editor.run('paste', {
    table: 'exports',
    blocks: [{ rows: [2, 3], columns: ['value'], values: [['10'], ['20']] }],
    cut: { table: 'exports', blocks: [{ rows: [1, 2], columns: ['value'] }] },
  });
  expect((await allRows(project)).map((row) => row[4])).toEqual([null, 10, 20]);
  expect(project.status()).toMatchObject({ undo: 'Move 2 cells' });
  await editor.undo();
  expect(await allRows(project)).toEqual(before);
  await project.close(done);
});

test('cleared cells are counted in the label', async () => {
  const { project, editor } = await open(3);
  const before = await allRows(project);
  await editor.run('clearCells', {
    table: 'exports',
    blocks: [{ rows: [1, 3, 99], columns: ['month', 'value'] }],
  });
  const after = await allRows(project);
  expect([after[0]?.[2], after[0]?.[4], after[2]?.[4], after[1]?.[4]]).toEqual([
    null,
    null,
    null,
    before[1]?.[4],
  ]);
  expect(project.status()).toMatchObject({ undo: 'Clear 4 cells' });
  await project.close(done);
});

/** Milliseconds that processors worked for this process: what others do on the machine does not count. */
function work(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

test('10,000 cells are pasted and undone within a second each', async () => {
  const { project, editor } = await open(1000);
  const before = await allRows(project);
  const started = work();
  await editor.run('paste', {
    table: 'exports',
    blocks: [
      {
        rows: Array.from({ length: 1000 }, (_, i) => i + 1),
        columns: ['month', 'value', 'note'],
        values: Array.from({ length: 4000 }, (_, i) => ['Mar 2025', `${i}.25`, `row ${i}`]).slice(0, 3334),
      },
    ],
  });
  const pasted = work();
  await editor.undo();
  const undone = work();
  console.log(
    `paste of 10,002 cells: ${Math.round(pasted - started)} ms of work, undo ${Math.round(undone - pasted)} ms`,
  );
  expect(await allRows(project)).toEqual(before);
  expect(pasted - started).toBeLessThan(1500);
  expect(undone - pasted).toBeLessThan(1000);
  await project.close(done);
});
