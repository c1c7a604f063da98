import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programOptions } from '../../../main/workbench/programOptions.ts';
import { createWorkbench } from '../../../main/workbench/workbench.ts';
import { findById } from '../../../shared/model/document.ts';

let folder = '';
let workbench: ReturnType<typeof createWorkbench>;
const context = { signal: new AbortController().signal, progress: () => undefined };
const document = () => workbench.bench.project().document;
const tableOf = (id: string) => {
  const found = findById(document().tables, id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};
const cells = async (id: string) => {
  const { engine, tableName } = workbench.bench.project();
  const columns = tableOf(id).columns.map((column) => `"${column.id}"`);
  return await engine.rows({ sql: `SELECT ${columns.join(', ')} FROM ${tableName(id)} ORDER BY _id` });
};

async function imported(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  const preview = await workbench.handlers['import.inspect']({ path }, context);
  const args = { id: preview.id, recipe: preview.recipe, title: name };
  return (await workbench.handlers['import.run'](args, context)).table;
}

let left = '';
let right = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijarat-combining-'));
  workbench = createWorkbench(programOptions({ userFolder: folder, hostKind: 'cli', log: () => undefined }));
  await workbench.handlers['project.create']({ title: 'Combined' }, context);
  left = await imported(
    'figures.csv',
    'partner,item,exports\nalpha,x,1\nbeta,y,2\ngamma,x,3\nalpha,y,4\nbeta,x,5\n',
  );
  right = await imported(
    'partners.csv',
    'code,title,region\nalpha,Alphaland,North\nbeta,Betaland,South\ndelta,Deltaland,South\n',
  );
});
afterAll(async () => {
  await workbench.bench.replace(null);
  await rm(folder, { recursive: true, force: true });
});

const lookup = () => ({
  tables: [left, right],
  recipe: [
    {
      step: 'lookup' as const,
      table: right,
      keys: [{ left: 'partner', right: 'code' }],
      // The importer took the titles for the names of the codes.
      columns: [{ column: 'code', name: 'country' }, { column: 'region' }],
      loose: false,
    },
  ],
});

test('columns of other names are proposed as keys by what they hold', async () => {
  const found = await workbench.handlers['combine.keys']({ left, right }, context);
  expect(found.pairs[0]).toEqual({
    left: 'partner',
    right: 'code',
    why: 'values',
    leftFound: 2 / 3,
    rightFound: 2 / 3,
  });
  expect([found.use, found.hasVintages]).toEqual([1, false]);
});

test('a preview shows what would come, and keeps nothing', async () => {
  const before = document();
  const found = await workbench.handlers['combine.preview'](lookup(), context);
  expect(found.rowCount).toBe(5);
  expect(found.rows[0]).toEqual(['alpha', 'x', '1', 'Alphaland', 'North']);
  expect(document()).toBe(before);
  const [[helpers] = []] = await workbench.bench.project().engine.rows({
    sql: "SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'build_%'",
  });
  expect(helpers).toBe(0);
});

test('the table keeps what did not match, is stale when an input changes, and is built again with new notes', async () => {
  const { table: made, rows } = await workbench.handlers['combine.run'](
    { ...lookup(), title: 'Named' },
    context,
  );
  expect(rows).toBe(5);
  const cases = () => tableOf(made).builtFrom?.notes?.find(({ code }) => code === 'combine.only-left')?.cases;
  expect(cases()).toEqual(['gamma (1 row)']);
  const isStale = () => tableOf(right).revision > (tableOf(made).builtFrom?.builtAt ?? 0);
  expect(isStale()).toBe(false);

  const editor = workbench.bench.editor();
  await editor.run('updateColumn', { table: made, column: 'country', change: { label: 'Country' } });
  await editor.run('setCells', { table: right, cells: [{ row: 3, column: 'code', value: 'gamma' }] });
  expect(isStale()).toBe(true);
  await editor.run('rebuildTable', { table: made });
  expect(isStale()).toBe(false);
  expect(cases()).toBeUndefined();
  expect((await cells(made))[2]).toEqual(['gamma', 'x', 3, null, 'South']);
  expect(tableOf(made).columns.find(({ id }) => id === 'country')?.label).toBe('Country');

  await editor.undo();
  expect(cases()).toEqual(['gamma (1 row)']);
  expect((await cells(made))[2]?.[4]).toBeNull();
});

test('an input cannot be removed while a table is made of it', async () => {
  await expect(workbench.bench.editor().run('removeTable', { table: right })).rejects.toMatchObject({
    code: 'table.in-use',
  });
});

test('a table that was made is made otherwise: one step, which an undo takes back; never of itself', async () => {
  const by = (column: string) => ({
    step: 'aggregate' as const,
    keys: [{ column }],
    values: [{ column: 'exports', how: 'sum' as const }],
    vintage: 'latest' as const,
  });
  const some = { step: 'filterRows' as const, column: 'partner', keep: ['alpha', 'beta'] };
  const byItem = { tables: [left], recipe: [some, by('item')] };
  const { table } = await workbench.handlers['combine.run']({ ...byItem, title: 'By item' }, context);
  // alpha 1 and beta 5 of x; beta 2 and alpha 4 of y; gamma is left out.
  expect(await cells(table)).toEqual([
    ['x', 6],
    ['y', 6],
  ]);
  const byPartner = { tables: [left], recipe: [by('partner')] };
  const editor = workbench.bench.editor();
  await editor.run('rebuildTable', { table, otherwise: byPartner });
  expect(await cells(table)).toEqual([
    ['alpha', 5],
    ['beta', 7],
    ['gamma', 3],
  ]);
  expect(tableOf(table).builtFrom?.recipe).toHaveLength(1);
  await editor.undo();
  expect((await cells(table)).length).toBe(2);
  expect(tableOf(table).builtFrom?.recipe).toHaveLength(2);
  await expect(
    editor.run('rebuildTable', { table, otherwise: { ...byPartner, tables: [table] } }),
  ).rejects.toMatchObject({ code: 'table.circle' });
});
