import { expect, test } from 'vitest';
import { sniffDialect } from '../../../../../main/importing/detection/sniffDialect.ts';
import { findTables } from '../../../../../main/importing/detection/structure.ts';
import { shapeOf } from '../../../../../main/importing/rawTable.ts';
import { Tokenizer } from '../../../../../main/importing/readers/tokenizer.ts';

/** Each table as its names and its first and last row, counted from 1. */
function tablesOf(lines: readonly string[]): string[] {
  const text = `${lines.join('\n')}\n`;
  const rows = new Tokenizer(sniffDialect(text, true), () => undefined).push(text, true);
  return findTables(rows.map(shapeOf), (row) => rows[row]?.cells ?? [], true).map(
    ({ header, names, first, last }) =>
      `${header.length > 0 ? names.map((name) => name.trim()).join(',') : 'no names'}: ${first + 1}-${last + 1}`,
  );
}

test('a line of rules under the header, or around the table, is no row of it', () => {
  expect(tablesOf(['| town | n |', '|:---|---:|', '| Leeds | 7 |', '| Accra | 12 |'])).toEqual([
    'town,n: 3-4',
  ]);
  const box = '+-------+----+';
  expect(tablesOf([box, '| town  | n  |', box, '| Leeds | 7  |', '| Accra | 12 |', box])).toEqual([
    'town,n: 4-5',
  ]);
});

test('units in brackets stand under the names, and are no note', () => {
  expect(tablesOf(['Probe;depth;mass', ';(m);(kg)', 'orbit;3.5;12', 'pebble;4;9'])).toEqual([
    'Probe,depth,mass: 3-4',
  ]);
});

test('words in pairs above a table are said of it, also where some are dates', () => {
  expect(
    tablesOf([
      'Account:;DE12 1001',
      'From:;01.01.2020',
      '',
      'day;text;sum',
      '03.01.2020;Rent;-7,5',
      '04.01.2020;Tea;3,2',
    ]),
  ).toEqual(['day,text,sum: 5-6']);
});

test('a single row among titles is no table of its own', () => {
  expect(
    tablesOf([
      'Fleet',
      'Period,01/01/2020,31/12/2020',
      'Draft',
      '',
      'bus,km,h',
      'a1,10,2',
      'a2,20,3',
      'a3,15,1',
      'b4,12,2.5',
      'b5,11,8',
      'c6,31,4',
    ]),
  ).toEqual(['bus,km,h: 6-11']);
});

test('a list has a header where its first line is not made as those below', () => {
  expect(tablesOf(['31/12/87', '28/05/11', '21/06/20'])).toEqual(['no names: 1-3']);
  expect(tablesOf(['/a/b.txt', '/c/d/e.py', '/f/g.txt'])).toEqual(['no names: 1-3']);
  expect(tablesOf(['day', '31/12/87', '28/05/11', '21/06/20'])).toEqual(['day: 2-4']);
});

test('an address opens no note where its row has other cells', () => {
  expect(tablesOf(['page\tby\tsize\tv', 'https://a.org/b\tMia\t9 KB\t2.1.0'])).toEqual([
    'page,by,size,v: 2-2',
  ]);
});

test('pairs of a name and what it is are said of the wider table under them, with figures or without a blank line', () => {
  const rows = ['Time,Ch1,Force', '69.94,3.6,61257', '25.7,798.2,43659', '5.57,50.8,70073', '91.4,9.7,3980'];
  const pairs = ['Date,01/07/2014 13:05', 'Operator,Ernzan Wick', 'Sample rate,50'];
  expect(tablesOf([...pairs, '', ...rows])).toEqual(['Time,Ch1,Force: 6-9']);
  expect(tablesOf([...pairs, ...rows])).toEqual(['Time,Ch1,Force: 5-8']);
});

test('lines of words in the first of padded cells under rows of figures are notes', () => {
  const rows = ['Height,Stop,Speed', 'Mit,3600.0,22.6', 'Quern,9.5,622.0', 'Byzan,2.5,65.7', 'Tash,8.2,7.1'];
  expect(tablesOf([...rows, '[x] not available,,', 'Crown copyright,,'])).toEqual(['Height,Stop,Speed: 2-5']);
});
