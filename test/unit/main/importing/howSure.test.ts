import { expect, test } from 'vitest';
import { sniffDialect } from '../../../../main/importing/detection/sniffDialect.ts';
import { findTables } from '../../../../main/importing/detection/structure.ts';
import { howSure, type Sureness } from '../../../../main/importing/howSure.ts';
import { shapeOf } from '../../../../main/importing/rawTable.ts';
import { Tokenizer } from '../../../../main/importing/readers/tokenizer.ts';

/** How sure the only table of a text is; `delimiter` reads it wrongly. */
function sureness(lines: readonly string[], delimiter?: string): Sureness {
  const text = `${lines.join('\n')}\n`;
  const found = sniffDialect(text, true);
  const dialect = delimiter === undefined ? found : { ...found, delimiter };
  const rows = new Tokenizer(dialect, () => undefined).push(text, true);
  const cellsOf = (row: number) => rows[row]?.cells ?? [];
  const [table] = findTables(rows.map(shapeOf), cellsOf, true);
  if (!table) return { confidence: 0, because: ['no table'] };
  const none = { skipped: [], blank: [], padded: [], paddedCount: 0, overflow: [], overflowCount: 0 };
  const totals = { rowsRead: rows.length, header: 1, taken: rows.length - 1, skipped: 0, blank: 0 };
  return howSure(table, {
    account: { ...none, totals, taken: [rows.length - 1] },
    cellsOf,
    tables: 1,
    strays: 0,
    format: 'text',
    dialect,
  });
}

const towns = [
  'Accra',
  'Leeds',
  'Izmir',
  'Kyoto',
  'Hobart',
  'Ghent',
  'Lyon',
  'Cebu',
  'Lagos',
  'Boise',
  'Porto',
  'Zagreb',
];
const table = ['town;arrivals;share', ...towns.map((town, i) => `${town};${1200 + i * 37};${i},5`)];

test('a plain table is sure, and nothing speaks against it', () => {
  expect(sureness(table)).toEqual({ confidence: 1, because: [] });
});

test('two lines are less sure, and say so', () => {
  const { confidence, because } = sureness(table.slice(0, 2));
  expect(confidence).toBeLessThan(0.8);
  expect(because).toContain('only one row');
});

test('a wrong delimiter leaves a mark at the end of the cells', () => {
  const arrows = table.map((line) => line.replaceAll(';', '->'));
  expect(sureness(arrows).confidence).toBeGreaterThan(0.6);
  expect(sureness(arrows, '>')).toMatchObject({
    because: expect.arrayContaining(['the same mark ends nearly all cells']),
  });
});

test('words under words leave it open which are the names', () => {
  const words = ['river,signal', ...towns.map((town, i) => `${town},${towns[(i * 5) % 12]}`)];
  expect(sureness(words)).toMatchObject({
    because: expect.arrayContaining(['only words tell the header from the rows']),
  });
});

test('where two delimiters do nearly as well, both are named', () => {
  const { confidence, because } = sureness(['a:1;2', 'b:3;4', 'c:5;6']);
  expect(confidence).toBeLessThan(0.7);
  expect(because[0]).toMatch(/^another delimiter \((colon|semicolon|one column)\)/);
});
