import { expect, test } from 'vitest';
import { History } from '../../../main/project/history.ts';
import type { RowEffect } from '../../../main/project/rowEffects.ts';
import { changedSince } from '../../../main/workbench/order/changedSince.ts';
import { shownNumber } from '../../../main/workbench/order/shownSql.ts';
import { Settings } from '../../../shared/contract/app.ts';
import { columnNumber } from '../../../shared/formats/columnNumber.ts';
import { Column } from '../../../shared/model/table.ts';
import { bigTable } from './support/bigTable.ts';

const NUMBERS = [
  0,
  -0.04,
  0.05,
  0.125,
  -0.125,
  1.005,
  2.675,
  999,
  999.95,
  1000,
  -1000,
  12345,
  123456.789,
  1234567,
  12345678.5,
  1e9 + 0.5,
  123456789012,
  -98765432.1,
  100000,
  99999.999,
];
const FORMATS = [
  undefined,
  { decimals: 0 },
  { decimals: 2, signed: true },
  { decimals: 1, thousands: false },
  { decimals: 1, percent: true, negative: 'brackets' },
  { decimals: 2, scale: 'thousand', numbers: '1.234,5' },
];

test('the engine writes numbers as the grid shows them, in every style', async () => {
  const { project, close } = await bigTable([]);
  for (const style of Settings.shape.numbers.unwrap().options) {
    for (const format of FORMATS) {
      const column = Column.parse({
        id: 'v',
        name: 'v',
        type: 'number',
        role: 'measure',
        unit: 'US$ million',
        ...(format && { format }),
      });
      const shown = shownNumber(column, style);
      const rows = await project.engine.rows({
        sql: `SELECT v, ${shown.sql} FROM (SELECT unnest(from_json(?, '["DOUBLE"]')) AS v)`,
        values: [...shown.values, JSON.stringify(NUMBERS)],
      });
      for (const [value, text] of rows) {
        expect(text).toBe(columnNumber(Number(value), column, style));
      }
    }
  }
  await close();
});

test('what changed since a step counts what was undone and what was done in its place', () => {
  const history = new History();
  const cells = (column: string): RowEffect => ({
    kind: 'setCells',
    table: 'big',
    cells: [{ row: 1, column: { id: column, type: 'text' }, value: 'x' }],
  });
  const step = (sequence: number, parent: number, effect: RowEffect) =>
    history.add({
      sequence,
      parent,
      command: 'setCells',
      label: '',
      patches: [],
      inversePatches: [],
      effects: [effect],
      inverseEffects: [effect],
      passing: false,
      time: '',
    });
  step(1, 0, cells('note'));
  step(2, 1, cells('value'));
  expect(changedSince(history, 1, 'big')).toEqual(new Set(['value']));
  expect(changedSince(history, 1, 'other')).toEqual(new Set());
  history.moveTo(1);
  step(4, 1, cells('item'));
  expect(changedSince(history, 2, 'big')).toEqual(new Set(['value', 'item']));
  step(5, 4, { kind: 'removeRows', table: 'big', rows: [1] });
  expect(changedSince(history, 2, 'big')).toBe('rows');
});
