import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFile } from './support/importFile.ts';

const corpus = (name: string) => join(import.meta.dirname, '../../corpus/structure', name);

async function previewed(name: string) {
  return await withFile(corpus(name), async (session) => await session.preview(await session.propose()));
}

const header = ({ recipe }: Awaited<ReturnType<typeof previewed>>) =>
  recipe.find((step) => step.step === 'header');
const note = ({ notes }: Awaited<ReturnType<typeof previewed>>, code: string) =>
  notes.find((one) => one.code === code);

test('a table beside another is read without its neighbour, whichever is chosen', async () => {
  await withFile(corpus('side-by-side.xlsx'), async (session) => {
    const first = await session.preview(await session.propose());
    expect(first.result.columns.map(({ name }) => name)).toEqual(['month', 'exports']);
    expect(first.tables).toHaveLength(2);
    const chosen = first.tables[1];
    expect(chosen).toMatchObject({ firstLine: 2, lastLine: 5, rows: 3 });
    const second = await session.preview(await session.propose(chosen?.first));
    expect(header(second)).toMatchObject({ firstColumn: 4, lastColumn: 5, lines: [2], firstDataLine: 3 });
    expect(second.result.columns.map(({ name }) => name)).toEqual(['country', 'share']);
    expect(second.result.rowCount).toBe(3);
  });
});

test('a row of units names the units of the columns, and is told as no data', async () => {
  const preview = await previewed('units-row.csv');
  expect(header(preview)).toMatchObject({ lines: [1], firstDataLine: 3, units: ['', 'US$ million', '%'] });
  expect(preview.result.rowCount).toBe(2);
  expect(note(preview, 'import.between')).toMatchObject({ count: 1, place: { line: 2 } });
});

test('a header said again, blank lines and remarks are left out with their lines', async () => {
  const again = await previewed('header-again.csv');
  expect(again.result.rowCount).toBe(5);
  expect(note(again, 'import.repeated-header')?.cells?.map(({ place }) => place.line)).toEqual([4, 7]);
  const remarks = await previewed('remarks.csv');
  expect(header(remarks)).toMatchObject({ comment: '#' });
  expect(note(remarks, 'import.remarks')?.text).toBe('Left out: line 5: # a remark |  here.');
  const blank = await previewed('blank-inside.csv');
  expect(note(blank, 'import.blank-lines')).toMatchObject({ count: 1, text: 'Left out: line 4.' });
});

test('next month, a longer file with the header again goes through the recipe of this one', async () => {
  const { recipe } = await previewed('header-again.csv');
  await withFile(corpus('page-continued.csv'), async (session) => {
    const moved = recipe.map((step) =>
      step.step === 'header' ? { ...step, lines: [2], firstDataLine: 3 } : step,
    );
    const { result, notes } = await session.preview(moved);
    expect(result.rowCount).toBe(12);
    expect(notes.find(({ code }) => code === 'import.repeated-header')?.count).toBe(2);
  });
});

test('what stands above a table is its title', async () => {
  await withFile(corpus('wide-months.xlsx'), async (session) => {
    await session.read();
    const { found } = await session.tables();
    expect(found.map(({ title, names }) => [title, names.length])).toEqual([
      [['Exports of services by item', '(Million US$)'], 7],
    ]);
  });
});
