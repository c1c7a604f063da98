import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tijarat } from '../../cli/support/cli.ts';
import { context, openWorkbench } from './support.ts';

const MONTHLY = join(import.meta.dirname, '../../../corpus/sample-figures/pakistan-ict-exports-monthly.csv');

/** A later release of the sample's file: November 2024 goes from 310 to 300. */
async function laterRelease(folder: string): Promise<string> {
  const path = join(folder, 'releases.csv');
  const text = (await readFile(MONTHLY, 'utf8')).trimEnd();
  await writeFile(path, `${text}\n2024-11,ict_total,300,revised,2026-09-20,SBP,\n`);
  return path;
}

test('July to March FY2025 of the sample before and after a later release, in a view of the table that is built from it', async () => {
  const bench = await openWorkbench('2026-10-01T09:00:00Z');
  await bench.handlers['project.openSample'](null, context);
  const { document } = bench.project();
  const releases = document.tables.find(({ title }) => title === 'Monthly releases');
  const plan = await bench.plan(releases?.id ?? '', await laterRelease(bench.folder));
  expect(plan).toMatchObject({
    state: 'changes',
    released: null,
    counts: { new: 0, revised: 1, vanished: 0, rows: 1 },
  });
  const series = document.tables.find(({ builtFrom }) => builtFrom?.tables.includes(releases?.id ?? ''));
  const view = document.views.find(({ query, kind }) => query.table === series?.id && kind === 'column');
  const sides = await bench.handlers['refresh.view']({ id: plan.id, view: view?.id ?? '' }, context);
  const sum = (side: typeof sides.before) =>
    'data' in side
      ? side.data.value.values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0)
      : null;
  const [before, after] = [sum(sides.before), sum(sides.after)];
  expect(before).not.toBeNull();
  expect((after ?? 0) - (before ?? 0)).toBeCloseTo(-10, 6);

  const ask = async (asOf?: string) =>
    (
      await bench.handlers['views.trial'](
        {
          query: {
            table: releases?.id ?? '',
            measure: { column: 'value_usd_mn', aggregate: 'sum' },
            keys: [],
            where: [
              {
                column: releases?.columns.find(({ role }) => role === 'time')?.id ?? '',
                from: '2024-07',
                to: '2025-03',
              },
              { column: 'item', oneOf: ['ict_total'] },
            ],
            as: 'none',
            vintage: 'latest',
            sort: 'natural',
            others: false,
            ...(asOf && { asOf }),
          },
        },
        context,
      )
    ).value.values[0] ?? 0;
  const known = await ask();
  await bench.accept(plan.id);
  expect(await ask()).toBeCloseTo(known - 10, 6);
  expect(await ask('2026-09-01')).toBeCloseTo(known, 6);
  // What is built from it is stale, until it is built again.
  const now = bench.project().document.tables;
  const revision = now.find(({ id }) => id === releases?.id)?.revision ?? 0;
  expect(now.find(({ id }) => id === series?.id)?.builtFrom?.builtAt).toBeLessThan(revision);
});

test('the command line tells a plan and changes nothing, then takes the file in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tijarat-refresh-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'sample.tijarat');
  expect((await tijarat('sample', path)).code).toBe(0);
  const newer = await laterRelease(folder);
  const bytes = await readFile(path);
  const plan = await tijarat('refresh', path, '--table', 'Monthly releases', newer, '--plan', '--json');
  expect(plan.code).toBe(0);
  expect(JSON.parse(plan.out)).toMatchObject({
    state: 'changes',
    counts: { revised: 1, rows: 1 },
    figures: { revised: [{ keys: ['Nov 2024', 'ICT total'], old: 310, now: 300 }] },
  });
  expect((await readFile(path)).equals(bytes)).toBe(true);
  expect(await tijarat('refresh', path, '--table', 'Monthly releases', newer)).toMatchObject({ code: 0 });
  const again = await tijarat('refresh', path, '--table', 'Monthly releases', newer);
  expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/nothing that is not there already/) });
  expect(
    await tijarat('refresh', path, '--table', 'Monthly releases', newer, '--released', 'June'),
  ).toMatchObject({ code: 2 });
}, 180_000);

test('a source’s file is found as it was, changed, or gone; a touched one is no other', async () => {
  const bench = await openWorkbench();
  const path = join(bench.folder, 'exports.csv');
  await writeFile(path, 'Month,Item,Exports\nNov-2024,a,324\nNov-2024,b,10\n');
  await bench.importFile(path, 'Exports');
  const state = async () => (await bench.handlers['refresh.places'](null, context))[0]?.state;
  expect(await state()).toBe('here');
  await utimes(path, new Date(0), new Date(0));
  expect(await state()).toBe('here');
  await writeFile(path, 'Month,Item,Exports\nNov-2024,a,310\nNov-2024,b,10\n');
  expect(await state()).toBe('changed');
  const moved = join(bench.folder, 'moved.csv');
  await writeFile(moved, 'Month,Item,Exports\nNov-2024,a,324\nNov-2024,b,10\n');
  const [source] = bench.project().document.sources;
  expect(JSON.stringify(bench.project().document)).not.toContain(bench.folder);
  expect(await bench.handlers['refresh.relink']({ source: source?.id ?? '', path: moved }, context)).toEqual({
    isSame: true,
  });
  expect(await state()).toBe('here');
});
