import { describe, expect, test } from 'vitest';
import type { Recipe } from '../../../shared/model/recipe.ts';
import { withContent } from './support/importFile.ts';

const csv = `Economy,year,value
Pakistan,2023,2596
"Korea, Rep.",2023,900
Viet Nam,2023,700
Vietnam,2024,710
World,2023,100000
Atlantis,2023,1
Atlantis,2024,2
,2024,3
`;

const head: Recipe = [
  { step: 'readText', encoding: 'utf-8', delimiter: ',', quote: '"', escape: '' },
  { step: 'header', lines: [1], firstDataLine: 2 },
];
const areas: Recipe[number] = { step: 'mapCodes', column: 'Economy', map: {}, classification: 'areas' };

async function made(recipe: Recipe, content = csv) {
  return await withContent('areas.csv', content, async (session) => await session.preview(recipe));
}

const columnOf = ({ result }: Awaited<ReturnType<typeof made>>, column: number) =>
  result.rows.map(({ cells }) => cells[column]);

describe('names become codes', () => {
  test('with the list’s names shown, groups marked, and nothing dropped', async () => {
    const preview = await made([...head, areas]);
    const [column] = preview.result.columns;
    expect(column).toMatchObject({
      name: 'Economy',
      type: 'category',
      concept: 'REF_AREA',
      labels: { PAK: 'Pakistan', KOR: 'Korea, Rep.', VNM: 'Viet Nam', WLD: 'World' },
      groups: ['WLD'],
    });
    expect(columnOf(preview, 0)).toEqual([
      'Pakistan',
      'Korea, Rep.',
      'Viet Nam',
      'Viet Nam',
      'World',
      'Atlantis',
      'Atlantis',
      '',
    ]);
  });

  test('what nothing knows is listed with its cells and two ways out', async () => {
    const { notes } = await made([...head, areas]);
    const note = notes.find(({ code }) => code === 'codes.unmatched');
    expect(note).toMatchObject({
      weight: 'decide',
      count: 1,
      place: { line: 7, column: 'Economy' },
      cells: [{ place: { line: 7 }, text: 'Atlantis' }],
    });
    const [keep, leave] = note?.treatments ?? [];
    const kept = await made(keep?.recipe ?? []);
    expect(kept.notes.map(({ code }) => code)).not.toContain('codes.unmatched');
    expect(kept.result.rowCount).toBe(8);
    const left = await made(leave?.recipe ?? []);
    expect(left.result.rowCount).toBe(6);
  });

  test('groups can be left out with one click, and two spellings of one area are told', async () => {
    const { notes } = await made([...head, areas]);
    const groups = notes.find(({ code }) => code === 'codes.groups');
    expect(groups?.text).toContain('World');
    expect((await made(groups?.treatments?.[0]?.recipe ?? [])).result.rowCount).toBe(7);
    expect(notes.find(({ code }) => code === 'codes.joined')?.text).toContain(
      '"Viet Nam", "Vietnam" are VNM',
    );
  });

  test('the recipe’s own mapping goes before the list', async () => {
    const own: Recipe[number] = { ...areas, to: 'Area', map: { Atlantis: 'XAT', Pakistan: 'IND' } };
    const preview = await made([...head, own]);
    expect(preview.result.columns.map(({ name }) => name)).toEqual(['Economy', 'Area', 'year', 'value']);
    expect(columnOf(preview, 1)).toEqual([
      'India',
      'Korea, Rep.',
      'Viet Nam',
      'Viet Nam',
      'World',
      'Atlantis',
      'Atlantis',
      '',
    ]);
    expect(preview.result.columns[1]?.labels).toMatchObject({ XAT: 'Atlantis', IND: 'India' });
    expect(columnOf(preview, 0)[0]).toBe('Pakistan');
    expect(preview.notes.map(({ code }) => code)).not.toContain('codes.unmatched');
  });
});

test('a column of names gives a column of codes what is shown', async () => {
  const coded = `item,item name,value
B1,Software,1
B2,Hardware,2
B1,Software,3
B2,Hardware and parts,4
`;
  const preview = await made(
    [...head, { step: 'mapCodes', column: 'item', map: {}, names: 'item name', concept: 'ITEM' }],
    coded,
  );
  expect(preview.result.columns[0]).toMatchObject({
    concept: 'ITEM',
    labels: { B1: 'Software', B2: 'Hardware' },
  });
  expect(preview.notes.find(({ code }) => code === 'codes.several-names')).toMatchObject({
    count: 1,
    cells: [{ text: expect.stringContaining('Hardware and parts') }],
  });
});
