import { join } from 'node:path';
import { expect, test } from 'vitest';
import { imported } from './support/importFile.ts';

const sdmx = (name: string) => join(import.meta.dirname, '../../corpus/sdmx', name);

async function look(name: string) {
  const preview = await imported(sdmx(name));
  const { columns, rows, rowCount } = preview.result;
  return {
    columns: Object.fromEntries(columns.map((column) => [column.name, column])),
    names: columns.map((column) => column.name),
    rows: rows.map(({ cells }) => cells),
    rowCount,
    notes: preview.notes,
    note: (code: string) => preview.notes.find((one) => one.code === code),
  };
}

test('SDMX-CSV 1.0 with codes and labels in one cell', async () => {
  const { columns, rows, names, note } = await look('csv-1.0-both.csv');
  expect(names).toEqual([
    ...[
      'DATAFLOW',
      'REF_AREA',
      'COUNTERPART_AREA',
      'INT_ACC_ITEM',
      'ACCOUNTING_ENTRY',
      'TIME_PERIOD',
      'OBS_VALUE',
      'OBS_STATUS',
      'OBS_COM',
    ],
  ]);
  expect(columns.TIME_PERIOD).toMatchObject({ type: 'period', role: 'time', concept: 'TIME_PERIOD' });
  expect(columns.OBS_VALUE).toMatchObject({ type: 'number', role: 'measure', unit: 'US$ million' });
  expect(columns.REF_AREA).toMatchObject({
    role: 'dimension',
    concept: 'REF_AREA',
    labels: { PAK: 'Pakistan', IND: 'India' },
  });
  expect(columns.COUNTERPART_AREA).toMatchObject({
    role: 'dimension',
    concept: 'COUNTERPART_AREA',
    groups: ['W1'],
  });
  expect(columns.INT_ACC_ITEM).toMatchObject({
    role: 'dimension',
    parents: { SI2: 'SI' },
    labels: { SI2: 'Computer services' },
  });
  expect(columns.ACCOUNTING_ENTRY).toMatchObject({
    role: 'dimension',
    labels: { C: expect.stringMatching(/^credit$/i), D: expect.stringMatching(/^debit$/i) },
  });
  expect(columns.OBS_STATUS).toMatchObject({
    role: 'status',
    labels: { A: 'Normal value', P: 'Provisional value' },
  });
  expect(columns.OBS_COM).toMatchObject({ role: 'note' });
  expect(columns.DATAFLOW).toMatchObject({ role: 'definition' });
  // The multiplier is in the unit's words: values stay as they are.
  expect(rows.map((row) => row[6])).toEqual(['1010.50', '938.25', '800.00', '']);
  expect(rows[1]?.[8]).toBe('Note: to be revised');
  expect(note('import.constant')?.text).toContain('FREQ: Q (Quarterly)');
});

test('SDMX-CSV 2.0 with columns of names and units that differ', async () => {
  const { columns, rows, names } = await look('csv-2.0.csv');
  expect(names).toEqual(['STRUCTURE_ID', 'REF_AREA', 'TIME_PERIOD', 'OBS_VALUE', 'UNIT', 'OBS_STATUS']);
  expect(columns.UNIT).toMatchObject({ role: 'unit' });
  expect(columns.REF_AREA?.groups).toEqual(['WLD']);
  expect(rows.map((row) => [row[3], row[4]])).toEqual([
    ['313.0', 'US$ million'],
    ['305.0', 'US$ million'],
    ['95.4', 'US$ billion'],
    ['4.5', '€ billion'],
    ['53200000.0', 'US$'],
  ]);
});

test('Eurostat’s TSV: the key is split, flags become a status, ":" is missing, Greece is EL', async () => {
  const { columns, rows, rowCount, note } = await look('eurostat.tsv');
  expect(rowCount).toBe(48);
  expect(columns.geo).toMatchObject({
    concept: 'REF_AREA',
    labels: { DEU: 'Germany', GRC: 'Greece' },
    groups: ['EU27_2020'],
  });
  expect(columns.bop_item).toMatchObject({ concept: 'INT_ACC_ITEM', parents: { SI2: 'SI' } });
  expect(columns.value).toMatchObject({ type: 'number', role: 'measure', unit: '€ million' });
  const [value, status] = [columns.value, columns.status].map((column) =>
    Object.values(columns).indexOf(column as never),
  );
  expect(rows.slice(0, 5).map((row) => [row[value ?? 0], row[status ?? 0]])).toEqual([
    ['9500.5', ''],
    ['9600.0', ''],
    ['9700.0', expect.stringMatching(/break/i)],
    ['9800.0', ''],
    ['', expect.anything()],
  ]);
  expect(note('import.constant')?.text).toContain('currency: MIO_EUR');
});

test('messages of SDMX-JSON become the same tables', async () => {
  const { columns, rows } = await look('series-1.0.json');
  expect(columns.OBS_VALUE).toMatchObject({ role: 'measure', unit: 'US$ million' });
  expect(columns.REF_AREA?.labels).toEqual({ PAK: 'Pakistan', IND: 'India' });
  expect(columns.INT_ACC_ITEM?.parents).toEqual({ SI2: 'SI' });
  expect(rows).toHaveLength(5);
});

test('the World Bank’s file: a code with its name beside it is one column, regions are groups', async () => {
  const { columns, rows, names, rowCount } = await look('world-bank.csv');
  expect(rowCount).toBe(15);
  expect(names.slice(0, 2)).toEqual(['Country Code', 'Indicator Code']);
  expect(columns['Country Code']).toMatchObject({
    concept: 'REF_AREA',
    groups: ['SAS', 'WLD'],
    labels: { EGY: 'Egypt, Arab Rep.', VNM: 'Viet Nam', SAS: 'South Asia' },
  });
  expect(columns['Indicator Code']?.labels).toEqual({
    'BX.GSR.CCIS.CD': 'ICT service exports (BoP, current US$)',
  });
  expect(rows[0]?.slice(0, 3)).toEqual([
    'Egypt, Arab Rep.',
    'ICT service exports (BoP, current US$)',
    '2021',
  ]);
});

test('UNCTADstat: numbers of M49 with leading zeros are areas', async () => {
  const { columns, names } = await look('unctadstat.csv');
  expect(names.slice(0, 4)).toEqual(['Year', 'Economy', 'Category', 'Flow']);
  expect(columns.Economy).toMatchObject({
    type: 'category',
    labels: { WLD: 'World', AFG: 'Afghanistan', PAK: 'Pakistan' },
    groups: ['WLD'],
  });
  expect(columns.Flow?.labels).toEqual({ '02': 'Exports' });
});
