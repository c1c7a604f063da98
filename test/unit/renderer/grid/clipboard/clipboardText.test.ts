import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTabText, toTabText } from '../../../../../renderer/grid/clipboard/clipboardText.ts';

test('a block from Excel: tabs, CRLF, one line end at the end', () => {
  expect(parseTabText('Nov 2024\t310\r\nDec 2024\t348\r\n')).toEqual([
    ['Nov 2024', '310'],
    ['Dec 2024', '348'],
  ]);
});

test('quoted cells keep tabs, line ends and quotes; a lone inch mark stays a letter', () => {
  expect(parseTabText('"two\nlines"\t"say ""yes"""\t12" screen')).toEqual([
    ['two\nlines', 'say "yes"', '12" screen'],
  ]);
  expect(parseTabText('"open\tnext')).toEqual([['"open', 'next']]);
});

test('empty cells count: a trailing tab is a cell', () => {
  expect(parseTabText('a\t\t')).toEqual([['a', '', '']]);
  expect(parseTabText('\n1')).toEqual([[''], ['1']]);
});

test('what is copied can be pasted', () => {
  const cell = fc.string({ maxLength: 6 }).map((text) => text.replace(/\r/g, ''));
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
    );
  fc.assert(
    fc.property(block, (rows) => {
      // One empty cell is no text at all, and a last row of one empty cell reads as the usual line end.
      fc.pre(rows.at(-1)?.length !== 1 || rows.at(-1)?.[0] !== '');
      expect(parseTabText(toTabText(rows))).toEqual(rows);
    }),
  );
});
