import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recoverProject } from '../../../main/project/recoverProject.ts';
import { columnsHandlers } from '../../../main/workbench/columns.ts';
import { shownColumns } from '../../../shared/model/columnLayout.ts';
import type { Column } from '../../../shared/model/table.ts';
import { fiscalYearPeriod, monthPeriod } from '../../../shared/periods/period.ts';
import {
  allRows,
  editorOf,
  projectWithRows,
  testEnvironment,
  testFolder,
} from '../project/support/makeProject.ts';

async function open(rows = 12) {
  const folder = await testFolder();
  const environment = testEnvironment(join(folder, 'user'));
  const project = await projectWithRows(environment, rows);
  return { folder, environment, project, editor: editorOf(project) };
}
type Project = Awaited<ReturnType<typeof open>>['project'];
const done = { keepJournal: false };
const table = 'exports';
const own = (id: string, type: Column['type'] = 'number'): Column => ({ id, name: id, type, role: 'note' });

/** Cells by column, whatever the order in which the engine holds them. */
async function cells(project: Project, column: string): Promise<unknown[]> {
  const rows = await project.engine.rows({
    sql: `SELECT "${column}" FROM ${project.tableName(table)} ORDER BY _id`,
  });
  return rows.map(([cell]) => cell);
}
const ids = (project: Project) => project.document.tables[0]?.columns.map(({ id }) => id);

test('a column is added with a value in every row, beside another one, in the table and in its grid', async () => {
  const { project, editor } = await open(3);
  await editor.run('moveColumns', { table, columns: ['note'], before: 'month' });
  await editor.run('addColumn', {
    table,
    column: own('weight'),
    value: '12.5%',
    beside: { column: 'item', side: 'after' },
  });
  expect(ids(project)).toEqual(['month', 'item', 'weight', 'value', 'final', 'note']);
  expect(await cells(project, 'weight')).toEqual([0.125, 0.125, 0.125]);
  const [entry] = project.document.tables;
  expect(entry && shownColumns(entry).map(({ id }) => id)).toEqual([
    'note',
    'month',
    'item',
    'weight',
    'value',
    'final',
  ]);
  expect(project.status().undo).toBe('Add column "weight"');
  // A row that is typed afterwards does not inherit the value.
  await editor.run('insertRows', { table, rows: [{ item: 'calls' }] });
  expect((await cells(project, 'weight')).at(-1)).toBeNull();
  await editor.undo();
  await editor.undo();
  expect(ids(project)).toEqual(['month', 'item', 'value', 'final', 'note']);
  await project.close(done);
});

test('a name that is taken is refused, and so is the id of a column that was removed', async () => {
  const { project, editor } = await open(3);
  await expect(
    editor.run('addColumn', { table, column: { ...own('x'), name: 'ITEM' } }),
  ).rejects.toMatchObject({ code: 'column.name-taken' });
  await editor.run('removeColumns', { table, columns: ['note'] });
  await expect(editor.run('addColumn', { table, column: own('note') })).rejects.toMatchObject({
    code: 'column.exists',
  });
  await expect(
    editor.run('removeColumns', { table, columns: ['month', 'item', 'value', 'final'] }),
  ).rejects.toMatchObject({ code: 'column.last' });
  await project.close(done);
});

test('removed columns take their layout, selections and remembered edits along, and undo brings all of it back', async () => {
  const { project, editor } = await open(5);
  await editor.run('setCells', { table, cells: [{ row: 1, column: 'value', value: 7 }] });
  await editor.run('layOutColumns', {
    table,
    change: { hidden: ['value'], widths: { value: 200, item: 90 } },
  });
  await editor.run('addPage', { page: { id: 'p', title: 'P' } });
  await editor.run('select', {
    page: 'p',
    selection: [{ view: 'v', table, column: 'value', values: ['1'] }],
  });
  const before = { document: project.document, rows: await cells(project, 'value') };
  await editor.run('removeColumns', { table, columns: ['value', 'note'] });
  const [entry] = project.document.tables;
  expect(ids(project)).toEqual(['month', 'item', 'final']);
  expect(entry).toMatchObject({
    layout: { hidden: [], widths: { item: 90 } },
    handEdits: {},
    removed: { value: 'US$ million', note: 'Note' },
  });
  expect(project.document.pages[0]?.selection).toEqual([]);
  await editor.undo();
  expect(await cells(project, 'value')).toEqual(before.rows);
  const { revision: _, ...kept } = before.document.tables[0] ?? { revision: 0 };
  expect(project.document.tables[0]).toMatchObject(kept);
  expect(project.document.pages).toEqual(before.document.pages);
  await project.close(done);
});

test('a duplicate can be typed over though its column is worked out, and a label is not the name of the file', async () => {
  const { project, editor } = await open(4);
  await editor.run('duplicateColumn', { table, column: 'value', as: 'copy', label: 'Adjusted' });
  expect(await cells(project, 'copy')).toEqual(await cells(project, 'value'));
  await editor.run('renameColumn', { table, column: 'value', label: 'Exports' });
  await editor.run('renameColumn', { table, column: 'copy', label: 'Ours' });
  const [entry] = project.document.tables;
  expect(entry?.columns.find(({ id }) => id === 'value')).toMatchObject({
    name: 'US$ million',
    label: 'Exports',
  });
  expect(entry?.columns.find(({ id }) => id === 'copy')).toMatchObject({ name: 'Ours', unit: 'US$ million' });
  await project.close(done);
});

test('a type is changed by what the cells say, and what does not fit is told before anything is lost', async () => {
  const { project, editor } = await open(6);
  const say = (row: number, value: string) => ({ row, column: 'note', value });
  const typed = ['1,234.5', '(12)', 'n.a.', '007', '1e3', 'n.a.'].map((value, i) => say(i + 1, value));
  await editor.run('setCells', { table, cells: typed });
  const report = (type: Column['type'], column = 'note') =>
    columnsHandlers({ project: () => project })['columns.retype'](
      { table, column, type },
      { signal: new AbortController().signal, progress: () => {} },
    );
  expect(await report('number')).toEqual({
    cells: 6,
    lost: 2,
    zeros: { cells: 1, example: '007' },
    examples: [
      { from: '1,234.5', to: '1234.5' },
      { from: '(12)', to: '-12' },
      { from: '007', to: '7' },
      { from: '1e3', to: '1000' },
    ],
    texts: [{ text: 'n.a.', count: 2 }],
    places: [
      { row: 3, line: 4, text: 'n.a.' },
      { row: 6, line: 7, text: 'n.a.' },
    ],
  });
  const change = (type: Column['type'], misfits: 'empty' | 'refuse' = 'refuse') =>
    editor.run('changeColumnType', { table, column: 'note', type, misfits });
  await expect(change('number')).rejects.toMatchObject({ code: 'column.does-not-fit' });
  await change('number', 'empty');
  expect(await cells(project, 'note')).toEqual([1234.5, -12, null, 7, 1000, null]);
  expect(project.document.tables[0]?.columns.at(-1)).toMatchObject({ id: 'note', type: 'number' });
  await change('text');
  expect(await cells(project, 'note')).toEqual(['1234.5', '-12', null, '7', '1000', null]);
  await editor.undo();
  await editor.undo();
  expect(await cells(project, 'note')).toEqual(['1,234.5', '(12)', 'n.a.', '007', '1e3', 'n.a.']);
  await project.close(done);
});

test('texts become periods by the fiscal year of the project, and are printed back as they were', async () => {
  const { project, editor } = await open(4);
  const spelt = ['2010-11', '2011-12', '2012-13', '2013-14'];
  await editor.run('setCells', {
    table,
    cells: spelt.map((value, i) => ({ row: i + 1, column: 'note', value })),
  });
  await editor.run('changeColumnType', { table, column: 'note', type: 'period' });
  expect(await cells(project, 'note')).toEqual(
    [2011, 2012, 2013, 2014].map((year) => fiscalYearPeriod(year, 7)),
  );
  await editor.run('changeColumnType', { table, column: 'note', type: 'text' });
  expect(await cells(project, 'note')).toEqual(spelt);
  await editor.undo();
  await editor.run('changeColumnType', { table, column: 'note', type: 'number' });
  expect(await cells(project, 'note')).toEqual([2011, 2012, 2013, 2014]);
  // A month is no number.
  await expect(
    editor.run('changeColumnType', { table, column: 'month', type: 'number' }),
  ).rejects.toMatchObject({ code: 'column.does-not-fit' });
  expect((await cells(project, 'month'))[0]).toBe(monthPeriod(2020, 7));
  await editor.run('changeColumnType', { table, column: 'final', type: 'number' });
  expect(await cells(project, 'final')).toEqual([1, 0, 0, 1]);
  await editor.run('changeColumnType', { table, column: 'final', type: 'boolean' });
  expect(await cells(project, 'final')).toEqual([true, false, false, true]);
  await project.close(done);
});

test('the longest texts of columns are found for their widths', async () => {
  const { project, editor } = await open(6);
  await editor.run('setCells', { table, cells: [{ row: 2, column: 'note', value: 'x'.repeat(90) }] });
  const longest = await columnsHandlers({ project: () => project })['columns.longest'](
    { table, columns: ['note', 'value', 'month', 'final'] },
    { signal: new AbortController().signal, progress: () => {} },
  );
  expect(longest['note']?.[0]).toBe('x'.repeat(90));
  expect(longest['value']).toContain(101);
  expect(longest['month']).toContain(monthPeriod(2020, 9));
  expect(longest['final']).toEqual([true, false]);
  await project.close(done);
});

type Action =
  | { do: 'set'; row: number; column: number }
  | { do: 'add' | 'drop' | 'copy' | 'retype'; column: number }
  | { do: 'delete'; row: number }
  | { do: 'insert' }
  | { do: 'undo' | 'redo'; steps: number };
const at = fc.nat(20);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('set' as const), row: at, column: at }),
  fc.record({
    do: fc.constantFrom('add' as const, 'drop' as const, 'copy' as const, 'retype' as const),
    column: at,
  }),
  fc.record({ do: fc.constant('delete' as const), row: at }),
  fc.record({ do: fc.constant('insert' as const) }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), steps: fc.integer({ min: 1, max: 4 }) }),
);

test('any run of changes to columns and rows is undone and recovered cell by cell', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 12 }), async (actions) => {
      const { environment, project, editor } = await open(5);
      const state = async (of = project) => {
        const columns = of.document.tables[0]?.columns.map(({ id, type }) => ({ id, type })) ?? [];
        const list = columns.map(({ id }) => `"${id}"`).join(', ');
        return {
          columns,
          rows: await of.engine.rows({ sql: `SELECT _id, ${list} FROM ${of.tableName(table)} ORDER BY _id` }),
        };
      };
      const states = [await state()];
      let here = 0;
      let last = 0;
      for (const one of actions) {
        if (one.do === 'undo' || one.do === 'redo') {
          for (let i = 0; i < one.steps; i++) {
            const next = here + (one.do === 'undo' ? -1 : 1);
            if (next < 0 || next >= states.length) break;
            await editor[one.do]();
            here = next;
          }
        } else {
          const { columns, rows } = await state();
          const pick = 'column' in one ? columns[one.column % columns.length] : columns[0];
          const row = Number(rows['row' in one ? one.row % Math.max(1, rows.length) : 0]?.[0] ?? 0);
          if (!pick) continue;
          const { id: column, type } = pick;
          try {
            if (one.do === 'set')
              await editor.run('setCells', { table, cells: [{ row, column, value: null }] });
            else if (one.do === 'add')
              await editor.run('addColumn', { table, column: own(`a${++last}`), value: last });
            else if (one.do === 'drop') await editor.run('removeColumns', { table, columns: [column] });
            else if (one.do === 'copy')
              await editor.run('duplicateColumn', { table, column, as: `c${++last}`, label: `c${last}` });
            else if (one.do === 'retype')
              await editor.run('changeColumnType', {
                table,
                column,
                type: type === 'text' ? 'number' : 'text',
                misfits: 'empty',
              });
            else if (one.do === 'delete') await editor.run('deleteRows', { table, rows: [row] });
            else await editor.run('insertRows', { table, rows: [{}] });
          } catch (error) {
            // The last column, the last row: refused, and nothing changed.
            expect(error).toMatchObject({ code: expect.stringMatching(/column\.last|row\.missing/) });
            continue;
          }
          states.splice(here + 1, Number.POSITIVE_INFINITY, await state());
          here++;
        }
        expect(await state()).toEqual(states[here]);
      }
      await project.close({ keepJournal: true });
      const back = await recoverProject(environment, project.id);
      expect(await state(back)).toEqual(states[here]);
      for (let i = here; i > 0; i--) await editorOf(back).undo();
      expect(await state(back)).toEqual(states[0]);
      await back.close(done);
    }),
    {
      numRuns: Number(process.env['TIJARAT_RUNS'] ?? 3),
      interruptAfterTimeLimit: 40_000,
      markInterruptAsFailure: false,
    },
  );
});

test('a walk over several steps at once alters a table whose rows it changed', async () => {
  const { environment, project, editor } = await open(4);
  const before = await allRows(project);
  await editor.run('setCells', { table, cells: [{ row: 1, column: 'value', value: 1 }] });
  await editor.run('addColumn', { table, column: own('extra'), value: 5 });
  await editor.run('removeColumns', { table, columns: ['note'] });
  await editor.run('deleteRows', { table, rows: [2] });
  await editor.undo();
  await project.save({ path: join(environment.userFolder, 'p.tijarat') });
  await project.close({ keepJournal: true });
  const back = await recoverProject(environment, project.id);
  expect(ids(back)).toEqual(['month', 'item', 'value', 'final', 'extra']);
  for (let i = 0; i < 3; i++) await editorOf(back).undo();
  const [, ...now] = await allRows(back);
  expect(now).toEqual(before.slice(1));
  await back.close(done);
});
