import { expect, test } from 'vitest';
import { context, corpus, openWorkbench } from './support.ts';

const OLD = corpus('services-2024-10-18.csv');
const NEXT = corpus('services-next.csv');

test('a newer file tells what is new, revised and gone before anything changes', async () => {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  const plan = await bench.plan(table, NEXT);
  expect(plan.problem).toBeUndefined();
  expect(plan.state).toBe('changes');
  // October for three items, and information services in August, which was n.a.
  expect(plan.counts).toMatchObject({
    new: 4,
    revised: 1,
    restated: 0,
    vanished: 3,
    unchanged: 7,
    conflicts: 0,
  });
  expect(plan.columns).toMatchObject({ missing: [], periodsNew: ['Oct-2024'], added: [] });
  expect(plan.released).toMatchObject({ date: '2024-11-18', estimated: false, from: 'title' });
  expect(plan.releasedBefore).toMatchObject({ date: '2024-10-18', estimated: false, from: 'fileName' });
  const [revised] = await bench.figures(plan.id, 'revised');
  expect(revised).toMatchObject({ keys: ['Computer services', 'Sep 2024'], old: 248.2, now: 251.9 });
  expect(revised?.difference).toBeCloseTo(3.7, 9);
  expect(revised?.fraction).toBeCloseTo(3.7 / 248.2, 9);
  expect((await bench.rows(table)).length).toBe(12);
});

test('accepting makes a vintage: the newest figures count, the older ones stay, one undo takes it back', async () => {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  const before = await bench.rows(table);
  const total = { table, measure: { column: 'value', aggregate: 'sum' as const }, keys: [], where: [] };
  const sum = async (more: object = {}) => {
    const { value } = await bench.handlers['views.trial'](
      { query: { ...total, as: 'none', vintage: 'latest', sort: 'natural', others: false, ...more } },
      context,
    );
    return value.values[0];
  };
  // Computer 739.7, telecommunication 123.5, information 8.4, freelance 94.7.
  expect(await sum()).toBeCloseTo(966.3, 6);
  const plan = await bench.plan(table, NEXT);
  await bench.accept(plan.id);
  // 3.7 of a revision, 4.2 that was missing, 330.0 of October.
  expect(await sum()).toBeCloseTo(1304.2, 6);
  expect(await sum({ asOf: '2024-10-31' })).toBeCloseTo(966.3, 6);
  expect((await bench.rows(table)).length).toBe(12 + 5);
  const [source] = bench.project().document.sources;
  expect(source?.fileName).toBe('services-next.csv');
  expect(source?.releases).toMatchObject([
    { fileName: 'services-2024-10-18.csv', firstRow: 1, released: '2024-10-18', estimated: false },
    { fileName: 'services-next.csv', firstRow: 13, rows: 5, released: '2024-11-18', estimated: false },
  ]);
  await bench.handlers['edit.undo'](null, context);
  expect(await bench.rows(table)).toEqual(before);
  expect(bench.project().document.sources[0]?.releases).toBeUndefined();
  expect(bench.project().document.tables[0]?.columns.some(({ role }) => role === 'vintage')).toBe(false);
  await bench.handlers['edit.redo'](null, context);
  expect(await sum()).toBeCloseTo(1304.2, 6);
});

test('the same file again changes nothing, and says so', async () => {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  const same = await bench.plan(table, OLD);
  expect(same).toMatchObject({ state: 'same', isKnownFile: true });
  await bench.accept((await bench.plan(table, NEXT)).id);
  const rows = await bench.rows(table);
  const again = await bench.plan(table, NEXT);
  expect(again).toMatchObject({ state: 'same', isKnownFile: true, counts: { rows: 0, new: 0, revised: 0 } });
  expect(await bench.rows(table)).toEqual(rows);
});

test('a refresh survives a killed process', async () => {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  await bench.accept((await bench.plan(table, NEXT)).id);
  const rows = await bench.rows(table);
  const { document } = bench.project();
  await bench.restart();
  expect(await bench.rows(table)).toEqual(rows);
  expect(bench.project().document).toEqual(document);
});

test('a renamed column is asked for, a new one is left out unless it is wanted', async () => {
  const bench = await openWorkbench();
  const table = await bench.importFile(OLD, 'Services');
  const plan = await bench.plan(table, corpus('services-renamed.csv'));
  expect(plan.state).toBe('columns');
  expect(plan.columns.missing).toMatchObject([{ name: 'Item', role: 'dimension', guess: 'Service item' }]);
  expect(plan.columns.added).toEqual(['Service item', 'Partner']);
  const answered = await bench.change(plan.id, { columns: { Item: 'Service item' } });
  expect(answered.state).toBe('changes');
  expect(answered.counts).toMatchObject({ new: 4, revised: 1, vanished: 3 });
  expect(answered.steps.flatMap(({ told }) => told).join(' ')).toMatch(
    /"Partner" is new in the file, and left out/,
  );
  const wanted = await bench.change(plan.id, { columns: { Item: 'Service item' }, added: ['Partner'] });
  expect(wanted.problem).toBeUndefined();
  await bench.accept(plan.id);
  const { columns } = bench.project().document.tables[0] ?? { columns: [] };
  expect(columns.map(({ name }) => name).slice(-2)).toEqual(['Partner', 'vintage']);
  // Rows that were there before say it too, where the file has their key.
  const partners = new Set((await bench.rows(table)).map((row) => row.at(-2)));
  expect(partners).toEqual(new Set(['World', null]));
  const kept = await bench.rows(table);
  expect(kept.filter((row) => row[0] === 'SI2' && row.at(-2) === null)).toEqual([]);
  // The next file of that layout goes through without a question.
  expect((await bench.plan(table, corpus('services-renamed.csv'))).state).toBe('same');
});
