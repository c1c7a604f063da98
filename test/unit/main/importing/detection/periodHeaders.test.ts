import { expect, test } from 'vitest';
import { isChange, periodHeaders } from '../../../../../main/importing/detection/periodHeaders.ts';
import { periodText } from '../../../../../shared/periods/periodText.ts';

function read(name: string, ...beside: string[]) {
  const header = periodHeaders([name, ...beside], 7).get(name);
  return header && [periodText(header.code), header.measure, header.status ?? ''];
}

test.each([
  ['Jul-24', '2024-07', '', ''],
  ['Jul 2024', '2024-07', '', ''],
  ['FY23 R', '2022-07/P12M', '', 'revised'],
  ['FY23 P', '2022-07/P12M', '', 'provisional'],
  ['2024/25P', '2024-07/P12M', '', 'provisional'],
  ['2023 (R)', '2023', '', 'revised'],
  ['2023r', '2023', '', 'revised'],
  ['Jul-Sep FY23 RP', '2022-Q3', '', 'revised, provisional'],
  ['FY23 R Jul-Jun', '2022-07/P12M', '', 'revised'],
  ['2019 [YR2019]', '2019', '', ''],
  ['FY2023-24 (Jul-Apr)', '2023-07/P10M', '', ''],
  ['Exports Jul-24', '2024-07', 'Exports', ''],
  ['2024 Jul Imports', '2024-07', 'Imports', ''],
  ['FY24 Exports Jul', '2023-07', 'Exports', ''],
  ['FY25 % change', '2024-07/P12M', '% change', ''],
  ['2024-07-31', '2024-07', '', ''],
  ['US$ million 2024', '2024', 'US$ million', ''],
  ['2025M03', '2025-03', '', ''],
  ['1HFY26', '2025-07/P6M', '', ''],
])('the header %j is of %s, measure %j, status %j', (name, period, measure, status) => {
  expect(read(name)).toEqual([period, measure, status]);
});

test.each(['8471', 'Total', 'Country', 'Code 2', 'R', 'GDP (constant 2015 US$)', 'Q', 'May'])(
  '%j is a name and no period',
  (name) => {
    expect(read(name)).toBeUndefined();
  },
);

test('2001-02 among fiscal years is one, whatever else stands in the header', () => {
  expect(read('2001-02', '2002-03', '2003-04')).toEqual(['2001-07/P12M', '', '']);
  expect(read('2001-02', '2024-25', 'Jul-24', 'Country')).toEqual(['2001-07/P12M', '', '']);
  expect(read('Exports 2001-02', 'Exports 2002-03')).toEqual(['2001-07/P12M', 'Exports', '']);
  expect(read('2001-02', '2001-03', '2001-04')).toEqual(['2001-02', '', '']);
});

test('a repeated header is the same period', () => {
  expect(read('FY23 2', 'FY23')).toEqual(['2022-07/P12M', '', '']);
});

test('changes and shares are told from figures', () => {
  for (const name of ['% change', 'Growth (%)', 'YoY', '% Chg', 'Share', '% of total', '%'])
    expect(isChange(name)).toBe(true);
  for (const name of ['Exports', 'Exchange rate', 'Value', '']) expect(isChange(name)).toBe(false);
});
