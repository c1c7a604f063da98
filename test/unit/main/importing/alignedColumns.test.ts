import { expect, test } from 'vitest';
import { alignedColumns } from '../../../../main/importing/readers/alignedColumns.ts';

const cellsOf = (text: string) => alignedColumns(text)?.rows.map(({ cells }) => cells);

test('runs of spaces part cells; a line with a gap is filled by where its cells stand', () => {
  const text = `ICT exports (US$ million)
Item                     FY23     FY24     FY25
Computer services     2,100.5  2,700.1  3,100.0
Telecommunications      480.0             520.0
Information services     10.1     11.2     (0.5)`;
  expect(cellsOf(text)).toEqual([
    ['ICT exports (US$ million)'],
    ['Item', 'FY23', 'FY24', 'FY25'],
    ['Computer services', '2,100.5', '2,700.1', '3,100.0'],
    ['Telecommunications', '480.0', null, '520.0'],
    ['Information services', '10.1', '11.2', '(0.5)'],
  ]);
  expect(alignedColumns(text)?.placed).toEqual([4]);
});

test('where one space parts everything, the figures at the end of each line are its cells', () => {
  expect(
    cellsOf(
      'Item FY23 FY24 FY25P\nComputer services 2,100.5 2,700.1 3,100.0\nTelecom and other 480.0 n.a. 520.0\nTotal 2,590.6 – 3,619.5',
    ),
  ).toEqual([
    ['Item', 'FY23', 'FY24', 'FY25P'],
    ['Computer services', '2,100.5', '2,700.1', '3,100.0'],
    ['Telecom and other', '480.0', 'n.a.', '520.0'],
    ['Total', '2,590.6', '–', '3,619.5'],
  ]);
});

test.each([
  ['a CSV', 'a,b,c\n1,2,3\n4,5,6\n'],
  ['a CSV with spaces after its commas', 'name,  value\nx,  1\ny,  2\n'],
  ['tabs', 'a\tb\n1\t2\n3\t4\n'],
  ['bars', 'a | b\n1 | 2\n3 | 4\n'],
  ['prose', 'The exports grew again.\nThey reached a record in March.\nNobody expected that.\n'],
  ['two lines', 'a  b\n1  2\n'],
])('%s is left to the other readers', (_, text) => {
  expect(alignedColumns(text)).toBeNull();
});
