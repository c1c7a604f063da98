import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLANKS } from '../../../../main/importing/detection/dialect.ts';
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

function read(dialect: { delimiter: string; quote?: string; escape?: string }, text: string) {
  const told: string[] = [];
  const tokenizer = new Tokenizer({ quote: '"', escape: '', ...dialect }, ({ code, line }) =>
    told.push(`${code} ${line}`),
  );
  return { rows: tokenizer.push(text, true).map(({ cells }) => cells), told };
}

test('a quote that opens the next cell ends one that was left open, on its own line or on a later one', () => {
  expect(read({ delimiter: ',' }, 'a,"2,b,"c, d",e\n').rows).toEqual([['a', '"2', 'b', 'c, d', 'e']]);
  const { rows, told } = read({ delimiter: ',' }, '1,"2,3\n4,5,6\n"7, 8",9,10\n');
  expect(rows).toEqual([
    ['1', '"2', '3'],
    ['4', '5', '6'],
    ['7, 8', '9', '10'],
  ]);
  expect(told).toEqual(['import.stray-quote 1']);
});

test('a quote inside that is not doubled is part of the cell, and told', () => {
  expect(read({ delimiter: ',' }, 'x,"say "hi", twice",1\n')).toEqual({
    rows: [['x', 'say "hi", twice', '1']],
    told: ['import.inner-quote 1'],
  });
  expect(read({ delimiter: ',' }, 'x,"5" pipe, long",1\n')).toEqual({
    rows: [['x', '5" pipe, long', '1']],
    told: ['import.inner-quote 1'],
  });
});

test('blanks around quotes are left out and told once; those of bare cells stay', () => {
  expect(read({ delimiter: ';' }, '"a" ; b ;"c;d"\n "e"; "f" ;g\n')).toEqual({
    rows: [
      ['a', ' b ', 'c;d'],
      ['e', 'f', 'g'],
    ],
    told: ['import.blanks-around-quotes 1'],
  });
});

test('outside of quotes an escape holds back a delimiter, nothing else', () => {
  expect(read({ delimiter: ',', escape: '\\' }, 'a\\,b,c\\d,"e\\"f"\n').rows).toEqual([
    ['a,b', 'c\\d', 'e"f'],
  ]);
});

test('runs of blanks are one delimiter, and none at the ends of a line', () => {
  expect(read({ delimiter: '\\s+' }, '  1 \t 2   3  \n"a b"  c d \n').rows).toEqual([
    ['1', '2', '3'],
    ['a b', 'c', 'd'],
  ]);
  expect(read({ delimiter: ' {2,}' }, 'Sri Lanka   1.5\nx  y z\n').rows).toEqual([
    ['Sri Lanka', '1.5'],
    ['x', 'y z'],
  ]);
});

/** Processor time: a busy machine is no fault of the tokenizer's. */
function secondsFor(text: string, dialect: ConstructorParameters<typeof Tokenizer>[0]): number {
  const before = process.cpuUsage();
  new Tokenizer(dialect, () => undefined).push(text, true);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

test.each([
  ['lines that end in CR', '2025-01,1\r'.repeat(200_000), ''],
  ['escapes in an open quote', `a,"${'\\a'.repeat(400_000)}`, '\\'],
  ['escapes in a bare cell', `a,${'\\a'.repeat(400_000)},b`, '\\'],
])('%s cost linear time', (_what, text, mark) => {
  expect(secondsFor(text, { delimiter: ',', quote: '"', escape: mark })).toBeLessThan(3);
});

test('a long run of blanks costs linear time where blanks part cells', () => {
  expect(secondsFor(`a ${' '.repeat(400_000)}b`, { delimiter: BLANKS, quote: '', escape: '' })).toBeLessThan(
    3,
  );
});

test('a line full of stray quotes is told, but not once for each', () => {
  const notes: unknown[] = [];
  const rows = new Tokenizer({ delimiter: ',', quote: '"', escape: '' }, (note) => notes.push(note)).push(
    `${'"x,'.repeat(50_000)}\n`,
    true,
  );
  expect(rows[0]?.cells).toHaveLength(50_001);
  expect(notes.length).toBeGreaterThan(0);
  expect(notes.length).toBeLessThanOrEqual(100);
});
