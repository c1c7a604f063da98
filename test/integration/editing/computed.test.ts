import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identifier } from '../../../main/engine/engine.ts';
import type { OpenProject } from '../../../main/project/openProject.ts';
import { recoverProject } from '../../../main/project/recoverProject.ts';
import { editorOf, projectWithRows, testEnvironment, testFolder } from '../project/support/makeProject.ts';

async function opened(count = 4) {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const project = await projectWithRows(environment, count);
  return { project, environment, editor: editorOf(project) };
}

async function column(project: OpenProject, id: string, table = 'exports') {
  const rows = await project.engine.rows({
    sql: `SELECT ${identifier(id)} FROM ${project.tableName(table)} ORDER BY _id`,
  });
  return rows.map(([value]) => value);
}

// The rows: Jul 2020 software 100, Aug calls 100.25, Sep software 100.5, Oct calls missing (every seventh, the fourth first).

test('a formula of the row follows every edit, undo and redo', async () => {
  const { project, editor } = await opened();
  await editor.run('addComputedColumn', {
    table: 'exports',
    column: 'twice',
    label: 'Twice',
    formula: '= [US$ million] * 2',
  });
  expect(await column(project, 'twice')).toEqual([200, 200.5, 201, null]);
  const made = project.document.tables[0]?.columns.at(-1);
  expect(made).toMatchObject({
    type: 'number',
    role: 'measure',
    nature: 'flow',
    derived: '[US$ million] * 2',
  });
  await editor.run('setCells', { table: 'exports', cells: [{ row: 4, column: 'value', value: '7' }] });
  expect(await column(project, 'twice')).toEqual([200, 200.5, 201, 14]);
  await editor.undo();
  expect(await column(project, 'twice')).toEqual([200, 200.5, 201, null]);
  await editor.undo();
  await expect(column(project, 'twice')).rejects.toThrow();
  await editor.redo();
  expect(await column(project, 'twice')).toEqual([200, 200.5, 201, null]);
  await editor.run('insertRows', { table: 'exports', rows: [{ value: 5 }] });
  expect(await column(project, 'twice')).toEqual([200, 200.5, 201, null, 10]);
  await expect(
    editor.run('setCells', { table: 'exports', cells: [{ row: 1, column: 'twice', value: '1' }] }),
  ).rejects.toMatchObject({ code: 'cell.derived' });
  await project.close({ keepJournal: false });
});

test('columns are worked out after those that they are made of; a circle is refused and changes nothing', async () => {
  const { project, editor } = await opened();
  const add = (id: string, formula: string) =>
    editor.run('addComputedColumn', { table: 'exports', column: id, label: id, formula });
  await add('a', '[US$ million] + 1');
  await add('b', '[a] * 10');
  expect(await column(project, 'b')).toEqual([1010, 1012.5, 1015, null]);
  await expect(
    editor.run('changeFormula', { table: 'exports', column: 'a', formula: '[b] + 1' }),
  ).rejects.toMatchObject({ code: 'formula.cycle' });
  expect(await column(project, 'a')).toEqual([101, 101.25, 101.5, null]);
  await editor.run('changeFormula', { table: 'exports', column: 'a', formula: '[US$ million] + 2' });
  expect(await column(project, 'b')).toEqual([1020, 1022.5, 1025, null]);
  await editor.run('changeFormula', {
    table: 'exports',
    column: 'b',
    formula: 'IF([a] > 102.1; "high"; "low")',
  });
  expect(await column(project, 'b')).toEqual(['low', 'high', 'high', null]);
  await editor.undo();
  expect(await column(project, 'b')).toEqual([1020, 1022.5, 1025, null]);
  await project.close({ keepJournal: false });
});

test('shares, totals, the period before and the year before look at other rows of their own key', async () => {
  const { project, editor } = await opened(0);
  const row = (month: string, item: string, value: number | null) => ({ month, item, value });
  await editor.run('insertRows', {
    table: 'exports',
    rows: [
      row('Jul 2023', 'software', 60),
      row('Jul 2023', 'calls', 20),
      row('Jul 2024', 'software', 75),
      row('Aug 2024', 'software', 90),
      row('Aug 2024', 'calls', 10),
      // Two rows of one key: neither is "the" month before September.
      row('Aug 2024', 'other', 1),
      row('Aug 2024', 'other', 2),
      row('Sep 2024', 'other', 4),
    ],
  });
  const add = (id: string, formula: string) =>
    editor.run('addComputedColumn', { table: 'exports', column: id, label: id, formula });
  await add('share', 'SHARE([US$ million])');
  await add('ofItem', 'TOTAL([US$ million], [Item])');
  await add('before', 'PREVIOUS([US$ million])');
  await add('growth', '[US$ million] / YEARAGO([US$ million]) - 1');
  expect(await column(project, 'share')).toEqual([0.75, 0.25, 1, 90 / 103, 10 / 103, 1 / 103, 2 / 103, 1]);
  expect(await column(project, 'ofItem')).toEqual([225, 30, 225, 225, 30, 7, 7, 7]);
  expect(await column(project, 'before')).toEqual([null, null, null, 75, null, null, null, null]);
  expect(await column(project, 'growth')).toEqual([null, null, 0.25, null, null, null, null, null]);
  expect(project.document.tables[0]?.columns.at(-1)).toMatchObject({ nature: 'rate' });
  // A change of one row changes what others see of it.
  await editor.run('setCells', { table: 'exports', cells: [{ row: 1, column: 'value', value: 50 }] });
  expect((await column(project, 'growth'))[2]).toBe(0.5);
  await editor.run('deleteRows', { table: 'exports', rows: [7] });
  expect((await column(project, 'before')).at(-1)).toBe(1);
  await project.close({ keepJournal: false });
});

test('where figures were printed several times, the one before is the newest that was out by then', async () => {
  const { project, editor } = await opened(0);
  await editor.run('updateColumn', { table: 'exports', column: 'note', change: { role: 'vintage' } });
  const row = (month: string, note: string, value: number) => ({ month, item: 'software', note, value });
  await editor.run('insertRows', {
    table: 'exports',
    rows: [
      row('Jul 2024', '2024-09-18', 100),
      row('Aug 2024', '2024-10-20', 110),
      row('Jul 2024', '2024-12-01', 90),
      row('Aug 2024', '2024-12-20', 120),
    ],
  });
  await editor.run('addComputedColumn', {
    table: 'exports',
    column: 'before',
    label: 'Before',
    formula: 'PREVIOUS([US$ million])',
  });
  expect(await column(project, 'before')).toEqual([null, 100, null, 90]);
  await project.close({ keepJournal: false });
});

test('a figure is looked up in another table, follows it, and keeps it from being removed', async () => {
  const { project, editor } = await opened();
  const { exportsTable, writeRows } = await import('../project/support/makeProject.ts');
  const path = join(project.folder, 'more.parquet');
  await writeRows(path, 2);
  const { source: _, ...table } = exportsTable;
  await editor.run('addTable', { table: { ...table, id: 'rates', title: 'Rates' }, rows: path });
  await editor.run('addComputedColumn', {
    table: 'exports',
    column: 'rate',
    label: 'Rate',
    formula: 'LOOKUP([Month], [Rates].[Month], [Rates].[US$ million])',
  });
  expect(await column(project, 'rate')).toEqual([100, 100.25, null, null]);
  await editor.run('setCells', { table: 'rates', cells: [{ row: 1, column: 'value', value: 278 }] });
  expect(await column(project, 'rate')).toEqual([278, 100.25, null, null]);
  await expect(editor.run('removeTable', { table: 'rates' })).rejects.toMatchObject({
    code: 'formula.unknown',
  });
  await expect(editor.run('removeColumns', { table: 'rates', columns: ['value'] })).rejects.toMatchObject({
    code: 'formula.unknown',
  });
  await editor.run('renameTable', { table: 'rates', title: 'Bank rates' });
  await editor.run('renameColumn', { table: 'rates', column: 'value', label: 'Average' });
  expect(project.document.tables[0]?.columns.at(-1)?.formula).toBe(
    'LOOKUP([Month], [Bank rates].[Month], [Bank rates].[Average])',
  );
  await editor.run('setCells', { table: 'rates', cells: [{ row: 1, column: 'value', value: 280 }] });
  expect(await column(project, 'rate')).toEqual([280, 100.25, null, null]);
  await project.close({ keepJournal: false });
});

test('amounts of two units are not added, and what is wrong is told with its place', async () => {
  const { project, editor } = await opened();
  await editor.run('addColumn', {
    table: 'exports',
    column: { id: 'rs', name: 'Rs', type: 'number', role: 'measure', unit: 'Rs billion' },
  });
  const wrong = (formula: string) =>
    editor.run('addComputedColumn', { table: 'exports', column: 'x', label: 'x', formula });
  await expect(wrong('[US$ million] + [Rs]')).rejects.toMatchObject({
    code: 'formula.units',
    details: { at: 14 },
  });
  await expect(wrong('[US$ million] + [Gone]')).rejects.toMatchObject({
    code: 'formula.unknown',
    details: { at: 16 },
  });
  await expect(wrong('[Item] * 2')).rejects.toMatchObject({ code: 'formula.types', details: { at: 0 } });
  await expect(wrong('SHARE(TOTAL([Rs]))')).rejects.toMatchObject({ code: 'formula.types' });
  await expect(wrong('')).rejects.toMatchObject({ code: 'formula.syntax' });
  await project.close({ keepJournal: false });
});

test('computed columns come back after a crash', async () => {
  const { project, editor, environment } = await opened();
  await editor.run('addComputedColumn', {
    table: 'exports',
    column: 'share',
    label: 'Share',
    formula: 'SHARE([US$ million], [Final])',
  });
  await editor.run('setCells', { table: 'exports', cells: [{ row: 1, column: 'value', value: 300 }] });
  const before = await column(project, 'share');
  expect(before[0]).toBe(1);
  await project.close({ keepJournal: true });
  const back = await recoverProject(environment, project.id);
  expect(await column(back, 'share')).toEqual(before);
  await editorOf(back).undo();
  await editorOf(back).undo();
  await expect(column(back, 'share')).rejects.toThrow();
  await back.close({ keepJournal: false });
});
