import { expect, test } from 'vitest';
import { context, corpus, openWorkbench } from './support.ts';

const OLD = corpus('services-2024-10-18.csv');
const NEXT = corpus('services-next.csv');

async function edited(cells: { row: number; value: number }[]) {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  await bench.handlers['edit.run'](
    { command: 'setCells', args: { table, cells: cells.map((cell) => ({ ...cell, column: 'value' })) } },
    context,
  );
  return { bench, table };
}

/** Latest figure of a row's key, as views pick it. */
async function latest(bench: Awaited<ReturnType<typeof openWorkbench>>, table: string, period: string) {
  const data = await bench.handlers['views.trial'](
    {
      query: {
        table,
        measure: { column: 'value', aggregate: 'sum' },
        keys: [],
        where: [
          { column: 'period', oneOf: [period] },
          // Its code: the names of the file are known.
          { column: 'item', oneOf: ['SI2'] },
        ],
        as: 'none',
        vintage: 'latest',
        sort: 'natural',
        others: false,
      },
    },
    context,
  );
  return data.value.values[0];
}

test('an edit of a figure that the newer file does not change is kept without a question', async () => {
  // Row 1: computer services in July, 240.5 in both files.
  const { bench, table } = await edited([{ row: 1, value: 241 }]);
  expect(bench.project().document.tables[0]?.handEdits).toEqual({ '1:value': 240.5 });
  const plan = await bench.plan(table, NEXT);
  expect(plan.counts).toMatchObject({ conflicts: 0, editsKept: 1, revised: 1 });
  await bench.accept(plan.id);
  expect(await latest(bench, table, '2024-07')).toBe(241);
});

test('an edit of a figure that the file changed as well is asked about: mine stays, the file’s printing is there', async () => {
  // Row 3: computer services in September, 248.2, then 251.9.
  const { bench, table } = await edited([{ row: 3, value: 250 }]);
  const plan = await bench.plan(table, NEXT);
  expect(plan.counts).toMatchObject({ conflicts: 1, revised: 0 });
  expect(await bench.figures(plan.id, 'conflict')).toMatchObject([
    { edit: '3:value', keys: ['Computer services', 'Sep 2024'], old: 250, now: 251.9 },
  ]);
  await bench.accept(plan.id);
  expect(await latest(bench, table, '2024-09')).toBe(250);
  // Computer services in September: the import, the file's newer printing, and mine again.
  const rows = (await bench.rows(table)).filter(([item]) => item === 'SI2').map((row) => row[2]);
  expect(rows.filter((value) => value === 251.9 || value === 250)).toEqual([250, 251.9, 250]);
  // The same file again asks nothing.
  expect(await bench.plan(table, NEXT)).toMatchObject({ state: 'same', counts: { conflicts: 0 } });
});

test('theirs takes the file’s figure', async () => {
  const { bench, table } = await edited([{ row: 3, value: 250 }]);
  const plan = await bench.plan(table, NEXT);
  await bench.change(plan.id, { edits: { take: 'theirs' } });
  await bench.accept(plan.id);
  expect(await latest(bench, table, '2024-09')).toBe(251.9);
});

test('each conflict may be decided by itself', async () => {
  // Computer services in September (row 3) and, by its import missing, information services in August (row 8): n.a., then 4.2.
  const { bench, table } = await edited([
    { row: 3, value: 250 },
    { row: 8, value: 4.3 },
  ]);
  const plan = await bench.plan(table, NEXT);
  expect(plan.counts.conflicts).toBe(2);
  await bench.change(plan.id, { edits: { take: 'mine', except: ['3:value'] } });
  await bench.accept(plan.id);
  expect(await latest(bench, table, '2024-09')).toBe(251.9);
  expect(bench.project().document.tables[0]?.handEdits).toMatchObject({ '3:value': 248.2, '8:value': null });
});

test('a label that was corrected by hand everywhere is corrected in the newer file as well', async () => {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  const cells = [4, 5, 6].map((row) => ({ row, column: 'item', value: 'Telecom' }));
  await bench.handlers['edit.run']({ command: 'setCells', args: { table, cells } }, context);
  const plan = await bench.plan(table, NEXT);
  expect(plan.counts).toMatchObject({ new: 4, revised: 1, vanished: 3 });
  expect((await bench.figures(plan.id, 'new')).map(({ keys }) => keys[0])).toContain('Telecom');
});

test('an edit that is taken back is forgotten, by hand and by undo', async () => {
  const { bench, table } = await edited([{ row: 1, value: 241 }]);
  const handEdits = () => bench.project().document.tables[0]?.handEdits;
  await bench.handlers['edit.run'](
    { command: 'setCells', args: { table, cells: [{ row: 1, column: 'value', value: 240.5 }] } },
    context,
  );
  expect(handEdits()).toBeUndefined();
  await bench.handlers['edit.undo'](null, context);
  expect(handEdits()).toEqual({ '1:value': 240.5 });
  await bench.handlers['edit.undo'](null, context);
  expect(handEdits()).toBeUndefined();
});

test('a plan that was made before an edit is not accepted', async () => {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  const plan = await bench.plan(table, NEXT);
  await bench.handlers['edit.run'](
    { command: 'setCells', args: { table, cells: [{ row: 1, column: 'value', value: 1 }] } },
    context,
  );
  await expect(bench.accept(plan.id)).rejects.toMatchObject({ code: 'refresh.outdated' });
});

test('a row that was deleted by hand stays away, is told, and comes back where that is wanted', async () => {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  const remembered = () => bench.project().document.tables[0]?.handDeleted;
  // Row 1: computer services in July, which the newer file has again.
  const remove = () =>
    bench.handlers['edit.run']({ command: 'deleteRows', args: { table, rows: [1] } }, context);
  await remove();
  expect(remembered()).toEqual([{ item: 'SI2', period: '2024-07' }]);
  await bench.handlers['edit.undo'](null, context);
  expect(remembered()).toBeUndefined();
  await remove();
  const plan = await bench.plan(table, NEXT);
  // Three of October, and information services in August, which had no figure; the old file has an item that the new one lacks.
  expect(plan.counts).toMatchObject({ new: 4, revised: 1, vanished: 3, deleted: 1 });
  expect(await bench.figures(plan.id, 'deleted')).toMatchObject([
    { keys: ['Computer services', 'Jul 2024'], old: null, now: 240.5 },
  ]);
  await bench.accept(plan.id);
  expect(await latest(bench, table, '2024-07')).toBeNaN();

  // The same file again: nothing is new but what was deleted, should it be wanted.
  const again = await bench.plan(table, NEXT);
  expect(again).toMatchObject({ state: 'same', counts: { new: 0, deleted: 1, rows: 0 } });
  const wanted = await bench.change(again.id, { deleted: 'restore' });
  expect(wanted).toMatchObject({ state: 'changes', counts: { new: 1, rows: 1 } });
  await bench.accept(wanted.id);
  expect(await latest(bench, table, '2024-07')).toBe(240.5);
  expect(remembered()).toEqual([]);
});
