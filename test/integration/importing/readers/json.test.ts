import { expect, test } from 'vitest';
import { withContent } from '../support/importFile.ts';

const look = async (name: string, content: string) =>
  await withContent(name, content, async (session) => await session.preview(await session.propose()));

test('records: keys in the order they come, one level flattened, numbers as written', async () => {
  const preview = await look(
    'a.json',
    '[{"month":"2024-07","value":1.50,"of":{"id":"PK","deep":{"n":1.0}}},{"month":"2024-08","value":9007199254740993,"new":true}]',
  );
  expect(preview.format).toBe('json');
  expect(preview.raw.map(({ cells }) => cells)).toEqual([
    ['month', 'value', 'of.id', 'of.deep', 'new'],
    ['2024-07', '1.50', 'PK', '{"n":1.0}', ''],
    ['2024-08', '9007199254740993', '', '', 'true'],
  ]);
  expect(preview.result.rowCount).toBe(2);
});

test('paging before the data, as the World Bank sends it', async () => {
  const preview = await look('a.json', '[{"page":1},[{"date":"2023","value":1},{"date":"2024","value":2}]]');
  expect(preview.raw[0]?.cells).toEqual(['date', 'value']);
});

test('several lists are offered like sheets; rows of values are rows', async () => {
  await withContent('a.json', '{"data":{"x":[{"a":1}],"y":[["m","v"],["2024-07",2.0]]}}', async (session) => {
    expect(session.file.sheets.map(({ name }) => name)).toEqual(['data.x', 'data.y']);
    await session.readAs([{ step: 'readSheet', sheet: 'data.y' }]);
    expect(await session.workshop.rows('SELECT * FROM raw')).toEqual([
      [1, 'm', 'v'],
      [2, '2024-07', '2.0'],
    ]);
  });
});

test('ndjson, whatever its name: the keys of all records', async () => {
  const preview = await look(
    'a.json',
    '{"m":"2024-07","v":1.0}\n\n{"m":"2024-08","v":2e3,"__proto__":"x"}\n',
  );
  expect(preview.format).toBe('ndjson');
  expect(preview.raw.map(({ cells }) => cells)).toEqual([
    ['m', 'v', '__proto__'],
    ['2024-07', '1.0', ''],
    ['2024-08', '2e3', 'x'],
  ]);
});

test.each([
  ['a.json', '[\n{"a":1},\n{"a" 2}]\n', 3],
  ['a.ndjson', '{"a":1}\n{"a":2}\n{"a":\n', 3],
])('%s that is broken names the line', async (name, content, line) => {
  await expect(look(name, content)).rejects.toMatchObject({
    code: 'import.damaged',
    place: { file: name, line },
  });
});

test('a text that begins like JSON is text', async () => {
  expect((await look('a.csv', '[note],value\n2024-07,1\n2024-08,2\n')).format).toBe('text');
});
