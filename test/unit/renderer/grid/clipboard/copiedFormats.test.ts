import { expect, test } from 'vitest';
import type { Block } from '../../../../../renderer/grid/clipboard/block.ts';
import {
  type CopyAs,
  copiedFormats,
  MOST_HTML,
  type Printing,
} from '../../../../../renderer/grid/clipboard/copiedFormats.ts';
import { readOwnJson } from '../../../../../renderer/grid/clipboard/ownBlock.ts';
import { Column } from '../../../../../shared/model/table.ts';

const columns = [
  Column.parse({
    id: 'item',
    name: 'Item',
    type: 'category',
    role: 'dimension',
    labels: { SI: 'Services | IT' },
  }),
  Column.parse({
    id: 'value',
    name: 'Value',
    type: 'number',
    role: 'measure',
    format: { decimals: 1, thousands: true, signed: false },
  }),
];
const values = [
  ['SI', 1234.56],
  ['<b>', null],
] as const;
const block: Block = {
  height: 2,
  columns,
  id: (row) => row,
  value: (row, column) => values[row]?.[column] ?? null,
};
const print: Printing = {
  numbers: '1,234.5',
  shown: (value, column) =>
    value === null
      ? ''
      : typeof value === 'number'
        ? value.toFixed(1)
        : (column.labels?.[String(value)] ?? String(value)),
  exact: (value) => (value === null ? '' : String(value)),
};
const copied = (as: CopyAs, numbers = print.numbers) =>
  copiedFormats(block, as, { ...print, numbers }, { version: 1, token: 't', heads: 0 });

test('values are copied in full, codes by their names', () => {
  expect(copied('values').text).toBe('Services | IT\t1234.56\r\n<b>\t');
  expect(copied('shown').text).toBe('Services | IT\t1234.6\r\n<b>\t');
  expect(copied('heads').text).toBe('Item\tValue\r\nServices | IT\t1234.56\r\n<b>\t');
  // Programs of somebody who writes commas read commas.
  expect(copied('values', '1.234,5').text).toBe('Services | IT\t1234,56\r\n<b>\t');
});

test('HTML carries the figure in full, the decimals that are shown, and no mark-up of the cells', () => {
  const { html = '' } = copied('values');
  expect(html).toContain('<td class=c1 sdval="1234.56" sdnum="1033;0;#,##0.0">1234.56</td>');
  expect(html).toContain('.c1{text-align:right;mso-number-format:"\\#\\,\\#\\#0\\.0";}');
  expect(html).toContain('.c0{mso-number-format:"\\@";}');
  expect(html).toContain('&#60;b&#62;');
  expect(copied('shown').html).toContain('<td class=c1>1234.6</td>');
});

test('Markdown escapes what parts its cells', () => {
  expect(copied('markdown')).toEqual({
    text: '| Item | Value |\n| --- | ---: |\n| Services \\| IT | 1234.6 |\n| <b> |  |',
  });
});

test('the own entry has the values as commands read them', () => {
  expect(readOwnJson(copied('heads').own ?? '')).toEqual({
    version: 1,
    token: 't',
    columns: [
      { id: 'item', type: 'category' },
      { id: 'value', type: 'number' },
    ],
    heads: 1,
    rows: [
      ['SI', '1234.56'],
      ['<b>', ''],
    ],
  });
  expect(readOwnJson('{"version":2}')).toBeNull();
  expect(readOwnJson('{')).toBeNull();
});

test('a million cells are text alone, within two seconds', () => {
  const large: Block = {
    ...block,
    height: 500_000,
    value: (row, column) => (column === 1 ? row + 0.25 : 'SI'),
  };
  const started = process.cpuUsage();
  const { text, html } = copiedFormats(large, 'values', print, { version: 1, token: 't', heads: 0 });
  const { user, system } = process.cpuUsage(started);
  expect(html).toBeUndefined();
  expect(large.height * 2).toBeGreaterThan(MOST_HTML);
  expect(text.endsWith('Services | IT\t499999.25')).toBe(true);
  console.log(`1,000,000 cells as text: ${Math.round((user + system) / 1000)} ms of work`);
  expect((user + system) / 1000).toBeLessThan(4000);
});
