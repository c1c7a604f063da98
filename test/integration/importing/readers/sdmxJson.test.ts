import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withContent, withFile } from '../support/importFile.ts';

const sdmx = (name: string) => join(import.meta.dirname, '../../../corpus/sdmx', name);

async function cells(path: string) {
  return await withFile(path, async (session) => {
    await session.read();
    const rows = await session.workshop.rows('SELECT * EXCLUDE _line FROM raw ORDER BY _line');
    return {
      rows: rows.map((row) => row.map((cell) => cell ?? '')),
      odd: session.oddities.map(({ text }) => text),
    };
  });
}

test('series of SDMX-JSON 1.0: keys in their order, attributes of the set, the series and the observation, English names, numbers as spelt', async () => {
  const { rows, odd } = await cells(sdmx('series-1.0.json'));
  expect(rows[0]).toEqual([
    ...[
      'FREQ',
      'FREQ_LABEL',
      'ADJUSTMENT',
      'ADJUSTMENT_LABEL',
      'REF_AREA',
      'REF_AREA_LABEL',
      'INT_ACC_ITEM',
      'INT_ACC_ITEM_LABEL',
    ],
    ...[
      'TIME_PERIOD',
      'OBS_VALUE',
      'UNIT_MULT',
      'UNIT_MULT_LABEL',
      'UNIT_MEASURE',
      'UNIT_MEASURE_LABEL',
      'OBS_STATUS',
      'OBS_STATUS_LABEL',
      'OBS_COM',
    ],
  ]);
  const adjusted = ['N', 'Neither seasonally nor calendar adjusted'];
  const unit = ['6', 'Millions', 'USD', 'US dollar'];
  expect(rows.slice(1)).toEqual([
    [
      'A',
      'Annual',
      ...adjusted,
      'PK',
      'Pakistan',
      'SI',
      'ICT services',
      '2023',
      '2596.50',
      ...unit,
      'A',
      'Normal value',
      '',
    ],
    [
      'A',
      'Annual',
      ...adjusted,
      'PK',
      'Pakistan',
      'SI',
      'ICT services',
      '2024',
      '3223',
      ...unit,
      'P',
      'Provisional value',
      'Revised in July',
    ],
    [
      'A',
      'Annual',
      ...adjusted,
      'PK',
      'Pakistan',
      'SI2',
      'Computer services',
      '2023',
      '2100.1',
      ...unit,
      'A',
      'Normal value',
      '',
    ],
    [
      'A',
      'Annual',
      ...adjusted,
      'IN',
      'India',
      'SI',
      'ICT services',
      '2023',
      '',
      ...unit,
      'A',
      'Normal value',
      '',
    ],
    [
      'A',
      'Annual',
      ...adjusted,
      'IN',
      'India',
      'SI',
      'ICT services',
      '2024',
      '162000.123456789',
      ...unit,
      '',
      '',
      '',
    ],
  ]);
  expect(odd).toEqual([
    'The message points to value 7 of OBS_STATUS, which it does not hold: the cell is empty.',
  ]);
});

test('flat SDMX-JSON 2.0: uncoded values, attributes of groups, values that are understood where nothing stands', async () => {
  const { rows } = await cells(sdmx('flat-2.0.json'));
  const named = (row: number) => Object.fromEntries((rows[0] ?? []).map((name, i) => [name, rows[row]?.[i]]));
  expect(rows).toHaveLength(4);
  expect(named(1)).toMatchObject({
    REF_AREA: 'PAK',
    TIME_PERIOD: '2025-01',
    OBS_VALUE: '313',
    UNIT_MEASURE: 'USD',
    OBS_STATUS: 'E',
    TITLE: 'ICT exports',
  });
  expect(named(2)).toMatchObject({ TIME_PERIOD: '2025-02', OBS_VALUE: '298.50', OBS_STATUS: 'A' });
  expect(named(3)).toMatchObject({ REF_AREA: 'WLD', REF_AREA_LABEL: 'World', UNIT_MEASURE: 'EUR' });
});

test('a message without the structure that explains it is refused', async () => {
  const { data } = JSON.parse(await readFile(sdmx('flat-2.0.json'), 'utf8'));
  const bare = JSON.stringify({ data: { dataSets: data.dataSets } });
  await expect(withContent('bare.json', bare, async () => undefined)).rejects.toMatchObject({
    code: 'import.damaged',
    message: expect.stringContaining('structure'),
  });
});
