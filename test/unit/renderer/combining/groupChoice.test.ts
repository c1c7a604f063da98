import { expect, test } from 'vitest';
import { firstChoice, wantedOf } from '../../../../renderer/combining/groupChoice.ts';
import { FileGroup } from '../../../../shared/contract/manyFiles.ts';

const group = (files: readonly [string, string?][], role = 'measure') =>
  FileGroup.parse({
    recipe: [],
    recipeOf: `/f/${files[0]?.[0]}`,
    unfit: [],
    difference: { missing: [], added: [], units: [] },
    files: files.map(([name, period]) => ({
      path: `/f/${name}`,
      name,
      bytes: 1,
      sha256: name,
      rows: 1,
      otherOrder: false,
      ...(period && { period }),
      notes: [],
    })),
    columns: [{ id: 'x', name: 'x', type: role === 'time' ? 'period' : 'number', role }],
    rowCount: files.length,
    rows: [],
  });
const folder = [{ path: '/f' }];

test('a table is named after what the names have in common, else after the folder', () => {
  const bop = group([['bop-2025-01.csv'], ['bop-2025-02.csv']]);
  expect(firstChoice(bop, 0, folder).title).toBe('Bop');
  const areas = group([['pakistan.csv'], ['india.csv']]);
  expect(firstChoice(areas, 0, [{ path: '/data/trade_by-area' }]).title).toBe('Trade by area');
});

test('the period of the names is the time of rows that have none, where every name holds one', () => {
  const months: [string, string][] = [
    ['bop-2025-01.csv', '2025-01'],
    ['bop-2025-02.csv', '2025-02'],
  ];
  expect(firstChoice(group(months), 0, folder).period).toBe('time');
  expect(firstChoice(group(months, 'time'), 0, folder).period).toBe('none');
  expect(firstChoice(group([...months, ['latest.csv']]), 0, folder).period).toBe('none');
});

test('only the largest group is taken unless others are ticked, and none of which every file is left out', () => {
  const groups = [group([['a.csv'], ['b.csv']]), group([['c.csv']])];
  const choices = groups.map((one, at) => firstChoice(one, at, folder));
  expect(wantedOf(groups, choices).map((want) => want.group)).toEqual([0]);
  const both = choices.map((choice) => ({ ...choice, taken: true }));
  expect(wantedOf(groups, both).map((want) => want.group)).toEqual([0, 1]);
  const emptied = both.map((choice, at) =>
    at === 0 ? { ...choice, without: ['/f/a.csv', '/f/b.csv'] } : choice,
  );
  expect(wantedOf(groups, emptied).map((want) => want.group)).toEqual([1]);
});
