import { join } from 'node:path';
import { expect, test } from 'vitest';
import { positionOf } from '../../../main/workbench/order/positionOf.ts';
import { breachesOf } from '../../../main/workbench/trust/breachesOf.ts';
import { changesOf } from '../../../main/workbench/trust/changesOf.ts';
import { Rows } from '../../../shared/contract/tables.ts';
import { editorOf, projectWithRows, testEnvironment, testFolder } from '../project/support/makeProject.ts';

async function opened() {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')), 6);
  return { project, editor: editorOf(project) };
}

test('a changed cell is listed with what its file says until it says that again', async () => {
  const { project, editor } = await opened();
  const set = (row: number, column: string, value: string) =>
    editor.run('setCells', { table: 'exports', cells: [{ row, column, value }] });
  await set(1, 'value', '7');
  await set(2, 'month', 'Dec 2024');
  const listed = async () => await changesOf(project, { table: 'exports' });
  expect((await listed()).changes).toEqual([
    {
      row: 1,
      column: 'value',
      name: 'Jul 2020, software',
      was: '100',
      now: '7',
      at: '2026-03-31T12:00:00.000Z',
    },
    {
      row: 2,
      column: 'month',
      name: 'Dec 2024, calls',
      was: 'Aug 2020',
      now: 'Dec 2024',
      at: '2026-03-31T12:00:00.000Z',
    },
  ]);
  await set(1, 'value', '100');
  expect((await listed()).total).toBe(1);
  await editor.run('revertCells', {
    table: 'exports',
    cells: [
      { row: 1, column: 'value' },
      { row: 2, column: 'month' },
    ],
  });
  expect((await listed()).total).toBe(0);
  expect(project.status().undo).toBe('Revert a cell');
  await expect(
    editor.run('revertCells', { table: 'exports', cells: [{ row: 1, column: 'value' }] }),
  ).rejects.toMatchObject({ code: 'cell.not-changed' });
  await editor.undo();
  expect((await listed()).total).toBe(1);
  await project.close({ keepJournal: false });
});

test('notes stay with their cell, and go with its row', async () => {
  const { project, editor } = await opened();
  const notes = () => project.document.tables[0]?.cellNotes;
  await editor.run('noteCell', {
    table: 'exports',
    row: 6,
    column: 'value',
    text: ' SBP, table 3 ',
    link: 'sbp.org.pk',
  });
  expect(notes()).toEqual({
    '6:value': { text: 'SBP, table 3', link: 'sbp.org.pk', at: '2026-03-31T12:00:00.000Z' },
  });
  await editor.run('deleteRows', { table: 'exports', rows: [6] });
  // The next row gets the number of the one that went.
  await editor.run('insertRows', { table: 'exports', rows: [{ value: 1 }] });
  expect(notes()?.['6:value']).toBeUndefined();
  await editor.undo();
  await editor.undo();
  expect(notes()?.['6:value']?.text).toBe('SBP, table 3');
  await editor.run('noteCell', { table: 'exports', row: 6, column: 'value', text: '' });
  expect(notes()).toBeUndefined();
  await project.close({ keepJournal: false });
});

test('breaches of rules are counted and named', async () => {
  const { project, editor } = await opened();
  const breaches = async (column: string) =>
    (await breachesOf(project, { table: 'exports', column })).rules.map(({ rule, count, cells }) => [
      rule.rule,
      count,
      cells.map(({ row, text }) => `${row} ${text}`),
    ]);
  // 100, 100.25, 100.5, missing, 101, 101.25
  await editor.run('updateColumn', {
    table: 'exports',
    column: 'value',
    change: {
      rules: [
        { rule: 'required' },
        { rule: 'range', least: 100.2, most: 101 },
        { rule: 'range' },
        { rule: 'rising' },
      ],
    },
  });
  expect(await breaches('value')).toEqual([
    ['required', 1, ['4 ']],
    ['range', 2, ['1 100', '6 101.25']],
    ['range', 0, []],
    ['rising', 0, []],
  ]);
  await editor.run('updateColumn', {
    table: 'exports',
    column: 'item',
    change: { rules: [{ rule: 'list', values: ['software'] }, { rule: 'unique' }] },
  });
  expect(await breaches('item')).toEqual([
    ['list', 3, ['2 calls', '4 calls', '6 calls']],
    ['unique', 6, expect.anything()],
  ]);
  await editor.run('setCells', { table: 'exports', cells: [{ row: 5, column: 'value', value: 3 }] });
  expect((await breaches('value'))[3]).toEqual(['rising', 1, ['5 3']]);
  await project.close({ keepJournal: false });
});

test('a row is found where it stands in the order that is shown', async () => {
  const { project } = await opened();
  const at = async (rows: object, row: number) =>
    (await positionOf(project, { rows: Rows.parse({ table: 'exports', ...rows }), row })).position;
  expect(await at({}, 3)).toBe(2);
  expect(await at({ sort: [{ column: 'value', descending: true }] }, 6)).toBe(0);
  expect(await at({ where: [{ column: 'item', oneOf: ['calls'] }] }, 4)).toBe(1);
  expect(await at({ where: [{ column: 'item', oneOf: ['calls'] }] }, 3)).toBeNull();
  await project.close({ keepJournal: false });
});
