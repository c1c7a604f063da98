import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { context, openWorkbench } from './support.ts';

const HEAD = 'month,item,value,status,published,source\n';
const FIRST = `${HEAD}2024-11,ict_total,324,first_print,2024-12-16,SBP\n2024-12,ict_total,348,first_print,2025-01-17,SBP\n`;

async function file(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test('a file that holds several releases as rows adds the new ones, and none twice', async () => {
  const bench = await openWorkbench('2025-07-20T09:00:00Z');
  const table = await bench.importFile(await file(bench.folder, 'releases.csv', FIRST), 'Releases');
  // November was revised to 310 in a later release; January is new.
  const more = `${FIRST}2024-11,ict_total,310,revised,2025-06-20,SBP\n2025-01,ict_total,313,first_print,2025-02-18,SBP\n`;
  const plan = await bench.plan(table, await file(bench.folder, 'later.csv', more));
  expect(plan).toMatchObject({ state: 'changes', released: null, releasedBefore: null });
  expect(plan.counts).toMatchObject({
    new: 1,
    revised: 1,
    restated: 0,
    vanished: 0,
    unchanged: 1,
    rows: 2,
    older: 0,
  });
  expect(await bench.figures(plan.id, 'revised')).toMatchObject([
    {
      keys: ['Nov 2024', 'ict_total'],
      old: 324,
      now: 310,
      difference: -14,
      also: 'Status: first_print, now revised',
    },
  ]);
  await bench.accept(plan.id);
  expect((await bench.rows(table)).length).toBe(4);
  const again = await bench.plan(table, join(bench.folder, 'later.csv'));
  expect(again).toMatchObject({ state: 'same', counts: { rows: 0 } });
});

test('an older release that comes late changes no figure of today', async () => {
  const bench = await openWorkbench('2025-07-20T09:00:00Z');
  const later = `${HEAD}2024-11,ict_total,310,revised,2025-06-20,SBP\n`;
  const table = await bench.importFile(await file(bench.folder, 'later.csv', later), 'Releases');
  const both = `${later}2024-11,ict_total,324,first_print,2024-12-16,SBP\n`;
  const plan = await bench.plan(table, await file(bench.folder, 'both.csv', both));
  expect(plan.counts).toMatchObject({ new: 0, revised: 0, rows: 1, older: 1, unchanged: 1 });
});

test('of two figures with other decimals the coarser decides whether one was revised', async () => {
  const bench = await openWorkbench('2025-07-20T09:00:00Z');
  const head = 'Month,Item,Exports (US$ mn)\n';
  const before = ['Nov-2024,a,324', 'Nov-2024,b,10', 'Nov-2024,c,7', 'Dec-2024,a,348'].join('\n');
  const after = ['Nov-2024,a,324.4', 'Nov-2024,b,10.6', 'Nov-2024,c,7.1', 'Dec-2024,a,348'].join('\n');
  const table = await bench.importFile(
    await file(bench.folder, 'before.csv', `${head}${before}\n`),
    'Exports',
  );
  const plan = await bench.plan(table, await file(bench.folder, 'after.csv', `${head}${after}\n`));
  // 324.4 and 7.1 are 324 and 7; 10.6 is 11.
  expect(plan.counts).toMatchObject({ revised: 1, restated: 2, unchanged: 1 });
  expect(await bench.figures(plan.id, 'revised')).toMatchObject([
    { keys: ['Nov 2024', 'b'], old: 10, now: 10.6 },
  ]);
});

test('figures that are gone may be printed as empty from then on', async () => {
  const bench = await openWorkbench('2025-07-20T09:00:00Z');
  const head = 'Month,Item,Exports (US$ mn)\n';
  const table = await bench.importFile(
    await file(bench.folder, 'before.csv', `${head}Nov-2024,a,324\nNov-2024,b,10\n`),
    'Exports',
  );
  const plan = await bench.plan(table, await file(bench.folder, 'after.csv', `${head}Nov-2024,a,324\n`));
  expect(plan).toMatchObject({ state: 'same', counts: { vanished: 1, rows: 0 } });
  const emptied = await bench.change(plan.id, {
    vanished: 'empty',
    released: '2025-07-01',
    releasedBefore: '2025-01',
  });
  expect(emptied).toMatchObject({ state: 'changes', counts: { vanished: 1, rows: 1 } });
  await bench.accept(plan.id);
  const ask = async (asOf?: string) =>
    (
      await bench.handlers['views.trial'](
        {
          query: {
            table,
            measure: { column: 'exports_us_mn', aggregate: 'sum' },
            keys: [],
            where: [],
            as: 'none',
            vintage: 'latest',
            sort: 'natural',
            others: false,
            ...(asOf && { asOf }),
          },
        },
        context,
      )
    ).value.values[0];
  expect(await ask()).toBe(324);
  expect(await ask('2025-06-30')).toBe(334);
});

test('rows that nothing tells apart stop a refresh, rather than fall together', async () => {
  const bench = await openWorkbench('2025-07-20T09:00:00Z');
  const text = 'Month,Exports (US$ mn)\nNov-2024,324\nNov-2024,10\n';
  const table = await bench.importFile(await file(bench.folder, 'before.csv', text), 'Exports');
  const plan = await bench.plan(table, await file(bench.folder, 'after.csv', `${text}Dec-2024,5\n`));
  expect(plan).toMatchObject({ state: 'problem', problem: { code: 'refresh.repeated-keys' } });
});
