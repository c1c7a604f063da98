import { describe, expect, test } from 'vitest';
import { made, treated } from './support/made.ts';

describe('wide to long', () => {
  test('months as columns become a period column', async () => {
    const { names, rows, of } = await made('item,Jul-24,Aug-24\nexports,300,310\nimports,40,41\n');
    expect(names).toEqual(['item', 'period', 'value']);
    expect(rows[1]).toEqual(['exports', '2024-08', '310']);
    expect(of('period')).toMatchObject({ type: 'period', role: 'time', spelling: 'monthDashYear' });
  });

  test('flags in the header become a status', async () => {
    const { names, rows } = await made(
      'item,FY22,FY23 R,FY24 P\nexports,2619,2596,3223\nimports,600,500,450\n',
    );
    expect(names).toEqual(['item', 'period', 'value', 'status']);
    expect(rows.slice(0, 3)).toEqual([
      ['exports', '2021-07/P12M', '2619', ''],
      ['exports', '2022-07/P12M', '2596', 'revised'],
      ['exports', '2023-07/P12M', '3223', 'provisional'],
    ]);
  });

  test('measures over months become two measures', async () => {
    const { names, rows } = await made(
      'City,Exports,Exports,Imports,Imports\n,Jul-24,Aug-24,Jul-24,Aug-24\nKarachi,1,2,3,4\nLahore,5,6,7,8\n',
    );
    expect(names).toEqual(['City', 'period', 'Exports', 'Imports']);
    expect(rows).toEqual([
      ['Karachi', '2024-07', '1', '3'],
      ['Karachi', '2024-08', '2', '4'],
      ['Lahore', '2024-07', '5', '7'],
      ['Lahore', '2024-08', '6', '8'],
    ]);
  });

  test('years over months in two rows are one period', async () => {
    const { rows } = await made('Item,FY24,,FY25,\n,Jul,Aug,Jul,Aug\ncomputer,1,2,3,4\ntelecom,5,6,7,8\n');
    expect(rows.slice(0, 4).map(([, period, value]) => [period, value])).toEqual([
      ['2023-07', '1'],
      ['2023-08', '2'],
      ['2024-07', '3'],
      ['2024-08', '4'],
    ]);
  });

  test('years, months and spans side by side are told apart, and one kind can be kept', async () => {
    const content = 'Item,FY24,FY25,Jul-25,Aug-25,Jul-Aug FY26\ncomputer,30,36,3,4,7\ntelecom,10,12,1,2,3\n';
    const all = await made(content);
    expect(all.note('import.mixed-periods')).toMatchObject({ weight: 'decide', count: 5 });
    expect(all.rows).toHaveLength(10);
    const months = await made(content, treated('import.mixed-periods', 'Keep only months'));
    expect(months.column('period')).toEqual(['2025-07', '2025-08', '2025-07', '2025-08']);
    expect(months.note('import.mixed-periods')).toBeUndefined();
    const kept = await made(content, treated('import.mixed-periods', 'Keep all'));
    expect(kept.rows).toHaveLength(10);
    expect(kept.note('import.mixed-periods')).toBeUndefined();
  });

  test('a column of change is a rate beside the period in front of it', async () => {
    const { names, rows, of, note } = await made(
      'Item,FY24,FY25,% change\ncomputer,30,36,20.0\ntelecom,10,12,20.0\n',
    );
    expect(names).toEqual(['Item', 'period', 'value', '% change']);
    expect(rows.slice(0, 2)).toEqual([
      ['computer', '2023-07/P12M', '30', ''],
      ['computer', '2024-07/P12M', '36', '20'],
    ]);
    expect(of('% change')).toMatchObject({ role: 'measure', nature: 'rate', unit: '%' });
    expect(note('import.change-columns')).toMatchObject({ count: 1 });
  });

  test('a change stands beside the later of the two years before it, whichever comes first', async () => {
    const { rows } = await made(
      'Item,2024-25,2023-24,% change,Mar 2025,Mar 2024,% change\napples,120,100,20.0,11,10,10.0\npears,60,50,20.0,6,5,20.0\n',
    );
    expect(rows.slice(0, 4)).toEqual([
      ['apples', '2024-07/P12M', '120', '20'],
      ['apples', '2023-07/P12M', '100', ''],
      ['apples', '2025-03', '11', '10'],
      ['apples', '2024-03', '10', ''],
    ]);
  });

  test('a total of all months is left out by a step of its own, and no month', async () => {
    const { column, recipe, note } = await made(
      'Month,Exports\nJul-24,286\nAug-24,298\nSep-24,292\nTotal,876\n',
    );
    expect(column('Month')).toEqual(['2024-07', '2024-08', '2024-09']);
    expect(recipe).toContainEqual({ step: 'filterRows', column: 'Month', drop: ['Total'] });
    expect(note('import.filtered')).toMatchObject({ count: 1, place: { line: 5 } });
  });

  test('fiscal years written in two parts are years, never months', async () => {
    const { of, column } = await made('Item,2009-10,2010-11,2011-12\na,1,2,3\nb,4,5,6\n');
    expect(of('period')).toMatchObject({ spelling: 'fiscalSplit' });
    expect(column('period').slice(0, 3)).toEqual(['2009-07/P12M', '2010-07/P12M', '2011-07/P12M']);
  });

  test("next month's column is taken by the same recipe, and one that went is told", async () => {
    const before = 'Item,Jul-25,Aug-25\na,1,2\nb,3,4\n';
    const { recipe } = await made(before);
    const after = await made('Item,Aug-25,Sep-25\na,2,9\nb,4,8\n', () => recipe);
    expect(after.column('period')).toEqual(['2025-08', '2025-09', '2025-08', '2025-09']);
    expect(after.note('import.columns-gone')).toMatchObject({ count: 1 });
  });
});

describe('cumulative figures', () => {
  const cumulative = 'Item,Jul FY25,Jul-Aug FY25,Jul-Sep FY25\ncomputer,10,25,45\ntelecom,5,9,15\n';
  test('become months by difference where every month is there, marked derived', async () => {
    const { rows, recipe, of } = await made(cumulative);
    expect(recipe.at(-1)?.step).toBe('monthsFromCumulative');
    expect(rows.slice(0, 3)).toEqual([
      ['computer', '2024-07', '10', ''],
      ['computer', '2024-08', '15', 'derived'],
      ['computer', '2024-09', '20', 'derived'],
    ]);
    expect(of('value')).toMatchObject({ nature: 'flow' });
  });

  test('a gap leaves a span of several months, and nothing is worked out unasked', async () => {
    const gap = 'Item,Jul-Sep FY25,Jul-Dec FY25,Jul-Jan FY25\ncomputer,45,100,120\ntelecom,15,30,36\n';
    const asRead = await made(gap);
    expect(asRead.recipe.some(({ step }) => step === 'monthsFromCumulative')).toBe(false);
    expect(asRead.of('value')).toMatchObject({ nature: 'cumulative' });
    const months = await made(gap, treated('import.cumulative', /by difference/));
    expect(months.rows.slice(0, 3).map((cells) => cells.slice(1))).toEqual([
      ['2024-Q3', '45', ''],
      ['2024-Q4', '55', 'derived'],
      ['2025-01', '20', 'derived'],
    ]);
    expect(months.note('import.gap-in-cumulative')).toMatchObject({ count: 2 });
  });

  test('releases of two dates are never subtracted from each other', async () => {
    const releases =
      'fiscal_year,months_elapsed,value,published\nFY25,1,10,2024-08\nFY25,2,25,2024-09\nFY25,1,11,2024-09\nFY25,2,26,2024-10\n';
    const { rows } = await made(releases, treated('import.cumulative', /by difference/));
    // Only the release of September holds both: 25 - 11.
    expect(rows.map(([period, value]) => [period, value])).toEqual([
      ['2024-07', '10'],
      ['2024-08', '14'],
      ['2024-07', '11'],
      ['2024-07/P2M', '26'],
    ]);
  });
});

describe('fiscal years of several areas', () => {
  const areas =
    'Country,Year,Exports\nIndia,FY24,190\nIndia,FY25,224\nPakistan,FY24,3.2\nPakistan,FY25,3.8\n';
  test('are asked for, not guessed', async () => {
    const asked = await made(areas);
    const note = asked.note('import.fiscal-year');
    expect(note?.weight).toBe('decide');
    expect(note?.text).toContain('India');
    const own = await made(areas, treated('import.fiscal-year', /own/));
    expect(own.column('Year')).toEqual(['2023-04/P12M', '2024-04/P12M', '2023-07/P12M', '2024-07/P12M']);
    expect(own.note('import.fiscal-year')).toBeUndefined();
    const one = await made(areas, treated('import.fiscal-year', /All/));
    expect(one.column('Year')).toEqual(['2023-07/P12M', '2024-07/P12M', '2023-07/P12M', '2024-07/P12M']);
    expect(one.note('import.fiscal-year')).toBeUndefined();
  });

  test('a country that the title or the file is named after says it, and so do words and spans', async () => {
    const rows = 'Item,2022-23,2023-24\na,1,2\nb,3,4\n';
    const india = await made(`"Reserve Bank of India, exports of services",,\n,,\n${rows}`);
    expect(india.column('period').slice(0, 2)).toEqual(['2022-04/P12M', '2023-04/P12M']);
    expect(india.note('import.fiscal-year')).toMatchObject({ weight: 'note' });
    expect(india.note('import.fiscal-year')?.text).toContain('April');
    const named = await made(rows, undefined, 'exports_thailand.csv');
    expect(named.column('period')[0]).toBe('2022-10/P12M');
    const words = await made(`Exports (April-March),,\n,,\n${rows}`);
    expect(words.column('period')[0]).toBe('2022-04/P12M');
    const spans = await made('Item,Apr-Dec FY24,Apr-Jun FY25\na,1,2\nb,3,4\n');
    expect(spans.column('period').slice(0, 2)).toEqual(['2023-04/P9M', '2024-Q2']);
  });

  test('where the file says nothing it is asked once', async () => {
    const rows = 'Item,2022-23,2023-24\na,1,2\nb,3,4\n';
    const open = await made(rows, undefined, 'pakistan exports to india.csv');
    expect(open.note('import.fiscal-year')).toBeUndefined();
    const asked = await made(rows);
    expect(asked.note('import.fiscal-year')).toMatchObject({ weight: 'decide', place: { column: 'period' } });
    const april = await made(rows, treated('import.fiscal-year', 'From April'));
    expect(april.column('period')[0]).toBe('2022-04/P12M');
    expect(april.note('import.fiscal-year')).toBeUndefined();
  });

  test('ten months of a year are ten months', async () => {
    const { column } = await made('Item,FY2022-23,FY2023-24 (Jul-Apr)\na,1,2\nb,3,4\n');
    expect(column('period').slice(0, 2)).toEqual(['2022-07/P12M', '2023-07/P10M']);
  });
});

describe('values', () => {
  test('flags and footnote marks go to a status column', async () => {
    const { rows, names } = await made(
      'month,value\n2024-07,300\n2024-08,310 (R)\n2024-09,295 p\n2024-10,301*\n2024-11,299 1/\n2024-12,..\n',
    );
    expect(names).toEqual(['month', 'value', 'status']);
    expect(rows).toEqual([
      ['2024-07', '300', ''],
      ['2024-08', '310', 'revised'],
      ['2024-09', '295', 'provisional'],
      ['2024-10', '301', 'footnote *'],
      ['2024-11', '299', 'footnote 1/'],
      ['2024-12', '', 'missing'],
    ]);
  });

  test('what a dash means is asked once, and the answer is kept', async () => {
    const content = 'month,exports,imports\n2024-07,300,-\n2024-08,-,40\n2024-09,295,41\n';
    const asked = await made(content);
    expect(asked.notes.filter(({ code }) => code === 'import.dash')).toHaveLength(1);
    expect(asked.note('import.dash')).toMatchObject({ weight: 'decide', count: 2 });
    expect(asked.column('exports')).toEqual(['300', '', '295']);
    const nil = await made(content, treated('import.dash', /Nil/));
    expect(nil.column('exports')).toEqual(['300', '0', '295']);
    expect(nil.column('imports')).toEqual(['0', '40', '41']);
    expect(nil.note('import.dash')).toBeUndefined();
    const none = await made(content, treated('import.dash', 'No figure'));
    expect(none.column('exports')).toEqual(['300', '', '295']);
    expect(none.note('import.dash')).toBeUndefined();
  });

  test('1.234 alone is a thousand or a fraction: asked, with the figures', async () => {
    const content = 'month,value\n2024-07,1.234\n2024-08,2.345\n2024-09,3.456\n';
    const asked = await made(content);
    expect(asked.note('import.decimal-mark')).toMatchObject({ weight: 'decide', count: 3 });
    expect(asked.column('value')).toEqual(['1.234', '2.345', '3.456']);
    const thousands = await made(content, treated('import.decimal-mark', /Thousands/));
    expect(thousands.column('value')).toEqual(['1234', '2345', '3456']);
    expect(thousands.note('import.decimal-mark')).toBeUndefined();
  });

  test('currencies stand in the unit, not in the figure', async () => {
    const { column, of } = await made(
      'month,value\n2024-07,"US$ 1,234"\n2024-08,"US$ 2,345.5"\n2024-09,(US$ 5)\n',
    );
    expect(column('value')).toEqual(['1234', '2345.5', '-5']);
    expect(of('value')).toMatchObject({ unit: 'US$' });
  });

  test('figures of two currencies get a unit column and are never one sum', async () => {
    const { names, of, column } = await made(
      'month,value\n2024-07,"US$ 1,234"\n2024-07,"Rs 345,000"\n2024-08,"US$ 1,300"\n',
    );
    expect(names).toEqual(['month', 'value', 'unit']);
    expect(of('unit')).toMatchObject({ role: 'unit' });
    expect(column('unit')).toEqual(['US$', 'Rs', 'US$']);
    expect(column('value')).toEqual(['1234', '345000', '1300']);
  });

  test('cells that are no numbers are listed, with what can be done', async () => {
    const content = `month,value\n${Array.from({ length: 9 }, (_, i) => `2024-0${i + 1},${i + 1}`).join('\n')}\n2024-10,see note\n`;
    const { note } = await made(content);
    expect(note('cell.not-a-number')?.cells).toEqual([
      { place: { file: 'file.csv', column: 'value', line: 11 }, text: 'see note' },
    ]);
    const missing = await made(content, treated('cell.not-a-number', /no figure/));
    expect(missing.note('cell.not-a-number')).toBeUndefined();
    expect(missing.rows).toHaveLength(10);
    const left = await made(content, treated('cell.not-a-number', 'Leave out their rows'));
    expect(left.rows).toHaveLength(9);
    const text = await made(content, treated('cell.not-a-number', /as text/));
    expect(text.column('value')[9]).toBe('see note');
  });
});

describe('credit and debit', () => {
  test('stand in a column of their own, the labels without them', async () => {
    const { rows, of } = await made(
      'Series,Jul-24,Aug-24\n"9.2 Fishing, inland -Cr",300,310\n"9.2 Fishing, inland -Db",-40,-41\n"9.3 Forestry -Cr",3,4\n"9.3 Forestry -Db",-1,-1\n',
    );
    expect(rows[2]).toEqual(['9.2 Fishing, inland', 'debit', '2024-07', '-40']);
    expect(of('accounting entry')).toMatchObject({ type: 'category', role: 'dimension' });
  });

  test('the sign of debits is told', async () => {
    const { note } = await made(
      'Series,Jul-24,Aug-24\n"Fishing -Cr",300,310\n"Fishing -Db",-40,-41\n"Forestry -Cr",3,4\n"Forestry -Db",-1,-1\n',
    );
    expect(note('import.debit-signs')?.text).toContain('negative');
  });
});

describe('units', () => {
  test('of the title stand with the measure, and the step says where they were read', async () => {
    const { of, stepWords } = await made(
      'Services exports (Million US$)\n\nItem,Jul-24,Aug-24\ncomputer,300,310\ntelecom,40,41\n',
    );
    expect(of('value')).toMatchObject({ unit: 'US$ million' });
    expect(stepWords.find(({ words }) => words.startsWith('value'))?.words).toBe(
      'value, US$ million (from the title)',
    );
  });

  test('of a unit column and its multiplier are one unit where all rows agree', async () => {
    const { of } = await made(
      'month,amount,currency,unit_mult\n2024-07,300,USD,6\n2024-08,310,USD,6\n2024-09,305,USD,6\n',
    );
    expect(of('amount')).toMatchObject({ unit: 'US$ million' });
    expect(of('unit_mult')).toMatchObject({ role: 'unit', labels: { 6: 'million' } });
  });

  test('that all labels name are the unit of the measure, a share is never added', async () => {
    const { of, names } = await made(
      'Country,Indicator,2023,2024\nPakistan,ICT exports (% of service exports),40.1,42\nIndia,ICT exports (% of service exports),62,63.1\n',
    );
    expect(names).not.toContain('unit');
    expect(of('value')).toMatchObject({ unit: '%', nature: 'rate' });
  });

  test('of labels become a column where they differ', async () => {
    const { of, rows } = await made(
      'Indicator,2023,2024\nExports (US$ million),300,310\nWages (Rs billion),40,41\nShare (%),3,4\n',
    );
    expect(of('unit')).toMatchObject({ role: 'unit' });
    expect(rows.map((cells) => cells[1])).toEqual([
      'US$ million',
      'US$ million',
      'Rs billion',
      'Rs billion',
      '%',
      '%',
    ]);
  });
});

describe('totals', () => {
  test('by numbers: a sum never runs over 9.2 and 9.2.1', async () => {
    const { of } = await made(
      'Item,2023,2024\n9 ICT,100,110\n9.1 Telecom,30,32\n9.2 Computer,70,78\n9.2.1 Software,50,55\n9.2.2 Other,20,23\n',
    );
    expect(of('Item')?.parents).toEqual({
      '9.1 Telecom': '9 ICT',
      '9.2 Computer': '9 ICT',
      '9.2.1 Software': '9.2 Computer',
      '9.2.2 Other': '9.2 Computer',
    });
  });

  test('by their word and their sums, above or below their parts', async () => {
    const below = await made('Item,2023,2024\napples,30,32\npears,70,78\nTotal,100,110\n');
    expect(below.of('Item')?.parents).toEqual({ apples: 'Total', pears: 'Total' });
    const above = await made('Item,2023,2024\nTotal fruit,100,110\napples,30,32\npears,70,78\n');
    expect(above.of('Item')?.parents).toEqual({ apples: 'Total fruit', pears: 'Total fruit' });
  });

  test('by indentation', async () => {
    const { of } = await made(
      'Item,2023,2024\nICT,100,110\n  Telecom,30,32\n  Computer,70,78\n    Software,50,55\nGoods,500,510\n',
    );
    expect(of('Item')?.parents).toEqual({ Telecom: 'ICT', Computer: 'ICT', Software: 'Computer' });
  });

  test('that do not add up are told with their cells and the difference', async () => {
    const { note } = await made(
      'Item,2022,2023,2024\ntelecom,30,32,30.95\ncomputer,70,78,116.0\ninformation,5,5,6.03\nTotal,105,115,161.98\n',
    );
    const gap = note('import.parts-gap');
    // 161.98 - (30.95 + 116.0 + 6.03) = 9.00: telecom was 39.95.
    expect(gap?.text).toContain('gap 9.00');
    expect(gap?.cells?.map(({ text }) => text)).toEqual(['30.95', '116', '6.03', '161.98']);
  });

  test('names that are no totals have no parts', async () => {
    const { of } = await made('Item,2023,2024\nTotally,100,110\ntelecom,30,32\ncomputer,70,78\n');
    expect(of('Item')?.parents).toBeUndefined();
  });
});

test('a word among the figures of a short wide table keeps no month back', async () => {
  const { names, column } = await made(
    'Item,Jul-24,Aug-24,Sep-24\nComputer services,240.5,251,248.2\nTelecommunication services,41.1,42.6,see note\nInformation services,4.4,4.1,4\n',
  );
  expect(names.slice(0, 3)).toEqual(['Item', 'period', 'value']);
  expect(column('value')).toEqual(['240.5', '251', '248.2', '41.1', '42.6', '', '4.4', '4.1', '4']);
  expect(column('Item').slice(3, 6)).toEqual(['SI1', 'SI1', 'SI1']);
});

test('rows stay in the order of the file, also those whose period cannot be read or is not there', async () => {
  const months = [
    '2025-01',
    'soon',
    '2025-02',
    '',
    '2025-03',
    'n.a.',
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
  ];
  const { column } = await made(`month,value\n${months.map((month, i) => `${month},${i}`).join('\n')}\n`);
  expect(column('value')).toEqual(months.map((_, i) => String(i)));
});
