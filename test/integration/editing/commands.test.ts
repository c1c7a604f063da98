import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { View } from '../../../shared/model/view.ts';
import { monthPeriod } from '../../../shared/periods/period.ts';
import {
  allRows,
  editorOf,
  projectWithRows,
  testEnvironment,
  testFolder,
  writeRows,
} from '../project/support/makeProject.ts';

const view: View = {
  id: 'v1',
  title: 'Exports by month',
  kind: 'line',
  options: { stacking: 'none', labels: 'auto', compare: 'none' },
  query: {
    table: 'exports',
    measure: { column: 'value', aggregate: 'sum' },
    keys: [{ column: 'month' }],
    as: 'none',
    where: [],
    vintage: 'latest',
    sort: 'natural',
    others: false,
  },
  follows: true,
};

async function open(rows?: number) {
  const folder = await testFolder();
  const project = await projectWithRows(testEnvironment(join(folder, 'user')), rows);
  return { project, editor: editorOf(project) };
}
const done = { keepJournal: false };

test('typed text becomes what its column holds, and undo brings the old cell back', async () => {
  const { project, editor } = await open();
  const before = await allRows(project);
  const revision = project.document.tables[0]?.revision ?? 0;
  await editor.run('setCells', {
    table: 'exports',
    cells: [
      { row: 1, column: 'value', value: '1,234.5' },
      { row: 1, column: 'month', value: 'Mar 2025' },
      { row: 1, column: 'final', value: 'no' },
      { row: 1, column: 'note', value: '' },
    ],
  });
  expect((await allRows(project))[0]).toEqual([1, 2, monthPeriod(2025, 3), 'software', 1234.5, false, null]);
  expect(project.document.tables[0]?.revision).toBeGreaterThan(revision);
  expect(project.status()).toMatchObject({ undo: 'Change 4 cells' });
  await editor.undo();
  expect(await allRows(project)).toEqual(before);
  expect(project.status()).toMatchObject({ undo: 'Add table "Exports"', redo: 'Change 4 cells' });
  await editor.redo();
  expect((await allRows(project))[0]?.[4]).toBe(1234.5);
  await project.close(done);
});

test('what cannot be read is refused whole, with its place and a way out', async () => {
  const { project, editor } = await open();
  const before = await allRows(project);
  const set = (column: string, value: string, row = 2) =>
    editor.run('setCells', {
      table: 'exports',
      cells: [
        { row: 1, column: 'value', value: 5 },
        { row, column, value },
      ],
    });
  await expect(set('value', 'n.a.')).rejects.toMatchObject({
    code: 'cell.not-a-number',
    place: { table: 'Exports', column: 'US$ million', row: 2 },
    remedy: expect.any(String),
  });
  await expect(set('month', '13/2025')).rejects.toMatchObject({ code: 'cell.not-a-period' });
  await expect(set('final', 'perhaps')).rejects.toMatchObject({ code: 'cell.not-a-boolean' });
  await expect(set('value', '5', 999)).rejects.toMatchObject({ code: 'row.missing' });
  await expect(set('none', '5')).rejects.toMatchObject({ code: 'column.missing' });
  expect(await allRows(project)).toEqual(before);
  expect(project.status()).toMatchObject({ undo: 'Add table "Exports"', changes: 1 });
  await project.close(done);
});

test('rows are added at the end and deleted; both come back by undo, with their ids and lines', async () => {
  const { project, editor } = await open();
  const before = await allRows(project);
  const { rows } = await editor.run('insertRows', {
    table: 'exports',
    rows: [{ month: '2025-04', value: '317' }, { item: 'calls' }],
  });
  expect(rows).toEqual([25, 26]);
  expect(project.document.tables[0]?.rowCount).toBe(26);
  await editor.run('deleteRows', { table: 'exports', rows: [2, 3, 25] });
  expect(project.document.tables[0]?.rowCount).toBe(23);
  await editor.undo();
  await editor.undo();
  expect(await allRows(project)).toEqual(before);
  expect(project.document.tables[0]?.rowCount).toBe(24);
  await project.close(done);
});

test('many rows deleted and many cells changed keep their before-images outside of JavaScript, and come back', async () => {
  const { project, editor } = await open(30_000);
  const before = await allRows(project);
  await editor.run('setCells', {
    table: 'exports',
    cells: Array.from({ length: 25_000 }, (_, i) => ({ row: i + 1, column: 'value', value: 1 })),
  });
  await editor.run('deleteRows', { table: 'exports', rows: Array.from({ length: 20_000 }, (_, i) => i + 1) });
  expect(project.document.tables[0]?.rowCount).toBe(10_000);
  await editor.undo();
  await editor.undo();
  expect(await allRows(project)).toEqual(before);
  await project.close(done);
});

test('a change of a page keeps what it does not name, and clears what it names as undefined', async () => {
  const { project, editor } = await open();
  await editor.run('addPage', { page: { id: 'p1', title: 'Monitor', subtitle: 'Monthly' } });
  await editor.run('addView', { view, page: 'p1' });
  await editor.run('updatePage', { page: 'p1', change: { title: 'Monthly monitor', subtitle: undefined } });
  const [page] = project.document.pages;
  expect(page).toMatchObject({ title: 'Monthly monitor', layout: [{ view: 'v1', x: 0, y: 0 }] });
  expect(page && 'subtitle' in page).toBe(false);
  await project.close(done);
});

test('removing a table takes its views off pages, selections and slides in one step', async () => {
  const { project, editor } = await open();
  await editor.run('addPage', { page: { id: 'p1', title: 'Monitor' } });
  await editor.run('addView', { view, page: 'p1' });
  await editor.run('select', {
    page: 'p1',
    selection: [{ view: 'v1', table: 'exports', column: 'item', values: ['calls'] }],
  });
  await editor.run('addDeck', {
    deck: { id: 'd1', title: 'Deck', slides: [{ id: 's1', layout: 'chart', title: 'Exports', view: 'v1' }] },
  });
  const before = project.document;
  const rows = await allRows(project);
  await editor.run('removeTable', { table: 'exports' });
  const { tables, sources, views, pages, decks } = project.document;
  expect({ tables, sources, views }).toEqual({ tables: [], sources: [], views: [] });
  expect(pages[0]).toMatchObject({ layout: [], tiles: [], selection: [] });
  expect(decks[0]?.slides[0]).not.toHaveProperty('view');
  await editor.undo();
  const { revision: _, ...table } = project.document.tables[0] ?? { revision: 0 };
  expect(before.tables[0]).toMatchObject(table);
  expect({ ...project.document, tables: [] }).toEqual({ ...before, tables: [] });
  expect(await allRows(project)).toEqual(rows);
  await project.close(done);
});

test('a table that others are built from is not removed', async () => {
  const { project, editor } = await open();
  const rows = join(project.folder, 'built.parquet');
  await writeRows(rows, 3);
  const [source] = project.document.tables;
  if (!source) throw new Error('no table');
  const { source: _, ...built } = source;
  await editor.run('addTable', {
    table: {
      ...built,
      id: 'series',
      title: 'Series',
      builtFrom: { tables: ['exports'], recipe: [], builtAt: 0 },
    },
    rows,
  });
  await expect(editor.run('removeTable', { table: 'exports' })).rejects.toMatchObject({
    code: 'table.in-use',
    message: expect.stringContaining('"Series"'),
  });
  // Built after its source was last changed: up to date. An edit of the source makes it stale, but changes nothing in it.
  const series = () => project.document.tables.find(({ id }) => id === 'series');
  const stale = () => (project.document.tables[0]?.revision ?? 0) > (series()?.builtFrom?.builtAt ?? 0);
  expect(stale()).toBe(false);
  await editor.run('setCells', { table: 'exports', cells: [{ row: 1, column: 'value', value: 1 }] });
  expect(stale()).toBe(true);
  await project.close(done);
});

test('selections are undone like other steps, but are no change of the project', async () => {
  const { project, editor } = await open();
  await editor.run('addPage', { page: { id: 'p1', title: 'Monitor' } });
  const { changes } = project.status();
  await editor.run('select', {
    page: 'p1',
    selection: [{ view: 'v1', table: 'exports', column: 'item', values: ['calls'] }],
  });
  expect(project.status()).toMatchObject({ changes, undo: 'Select' });
  await editor.undo();
  expect(project.document.pages[0]?.selection).toEqual([]);
  await project.close(done);
});

test('nothing undone is lost: redo follows the newest branch, and the list says where one stands', async () => {
  const { project, editor } = await open();
  const title = () => project.document.title;
  await editor.run('updateProject', { change: { title: 'one' } });
  await editor.undo();
  await editor.run('updateProject', { change: { title: 'two' } });
  await editor.undo();
  expect(title()).toBe('IT exports');
  await editor.redo();
  expect(title()).toBe('two');
  await expect(editor.redo()).rejects.toMatchObject({ code: 'edit.nothing-to-redo' });
  const { steps, at } = project.history.line();
  expect([steps.map(({ label }) => label), at]).toEqual([['Add table "Exports"', 'Change project'], 2]);
  await project.close(done);
});
