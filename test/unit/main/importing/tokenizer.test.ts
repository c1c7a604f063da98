import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tokenizer } from '../../../../main/importing/readers/tokenizer.ts';

const cell = fc.string({
  unit: fc.constantFrom('a', ' ', ',', ';', '\t', '|', '"', "'", '\n', '\r', 'é', '1'),
});
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

test('any table of texts written in any dialect reads back equal, however the text is cut', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|', '||'),
      fc.constantFrom('"', "'"),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 40 }),
      (rows, delimiter, quote, lineEnd, size) => {
        const text = rows
          .map((row) =>
            row.map((one) => quote + one.replaceAll(quote, quote + quote) + quote).join(delimiter),
          )
          .map((line) => line + lineEnd)
          .join('');
        const tokenizer = new Tokenizer({ delimiter, quote, escape: '' }, () => undefined);
        const read: (string | null)[][] = [];
        for (let at = 0; at < text.length; at += size)
          read.push(...tokenizer.push(text.slice(at, at + size), false).map((row) => row.cells));
        read.push(...tokenizer.push('', true).map((row) => row.cells));
        expect(read).toEqual(rows);
      },
    ),
  );
});

test('a quote that is not closed on its line stands as written, and is told', () => {
  const told: (number | undefined)[] = [];
  const tokenizer = new Tokenizer({ delimiter: ',', quote: '"', escape: '' }, ({ line }) => told.push(line));
  const rows = tokenizer.push('a,b\n"abc"d,2\nx,y\n', true);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['"abc"d', '2'],
    ['x', 'y'],
  ]);
  expect(told).toEqual([2]);
});

test('rows know the line that they begin on', () => {
  const tokenizer = new Tokenizer({ delimiter: ',', quote: '"', escape: '' }, () => undefined);
  expect(tokenizer.push('a,"b\nc"\r\nd,e\n', true).map(({ line }) => line)).toEqual([1, 3]);
});
