import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PeriodSpelling } from '../../../../shared/model/table.ts';
import { parsePeriod } from '../../../../shared/periods/parsePeriod.ts';
import { NO_PERIOD, periodCode } from '../../../../shared/periods/period.ts';
import { periodAtLevel } from '../../../../shared/periods/periodAtLevel.ts';
import { periodOfText, periodText } from '../../../../shared/periods/periodText.ts';
import { columnSpelling, detectSpelling, spellPeriod } from '../../../../shared/periods/spellPeriod.ts';
import { swappedMonths } from '../../../../shared/periods/swappedMonths.ts';

const july = { fiscalYearStart: 7 };
const read = (text: string) => periodText(parsePeriod(text, july) ?? -1);

test.each([
  ['2025-03', '2025-03'],
  ['2025-M03', '2025-03'],
  ['2025M03', '2025-03'],
  ['2025M3', '2025-03'],
  ['Mar-25', '2025-03'],
  ['Mar-2025', '2025-03'],
  ['March 2025', '2025-03'],
  ['Mar 2025', '2025-03'],
  ['Sept. 2024', '2024-09'],
  ['03/2025', '2025-03'],
  ['Mar FY2025', '2025-03'],
  ['July FY2025', '2024-07'],
  ['2025-Q1', '2025-Q1'],
  ['2025Q1', '2025-Q1'],
  ['Q1 2025', '2025-Q1'],
  ['1Q2025', '2025-Q1'],
  ['2025', '2025'],
  ['CY2024', '2024'],
  ['2019 [YR2019]', '2019'],
  ['H1 2025', '2025-01/P6M'],
  ['FY25', '2024-07/P12M'],
  ['FY2025', '2024-07/P12M'],
  ['FY2024-25', '2024-07/P12M'],
  ['2024-25', '2024-07/P12M'],
  ['2024\u201325', '2024-07/P12M'],
  ['2024/25', '2024-07/P12M'],
  ['2024-2025', '2024-07/P12M'],
  ['1999-00', '1999-07/P12M'],
  ['1QFY26', '2025-Q3'],
  ['Q1 FY2026', '2025-Q3'],
  ['Q3 2024-25', '2025-Q1'],
  ['1HFY26', '2025-07/P6M'],
  ['5MFY25', '2024-07/P5M'],
  ['9M FY2025', '2024-07/P9M'],
  ['Jul-Mar FY25', '2024-07/P9M'],
  ['Jul\u2013Mar FY25', '2024-07/P9M'],
  ['July to March FY2025', '2024-07/P9M'],
  ['July-March 2024-25', '2024-07/P9M'],
  ['Jul-Sep 2024', '2024-Q3'],
  ['2024-07/P9M', '2024-07/P9M'],
  ['FY2023-24 (Jul-Apr)', '2023-07/P10M'],
  ['FY24 Jul-Jun', '2023-07/P12M'],
  ['FY24 Jul', '2023-07'],
  ['(Jul-Mar) FY25', '2024-07/P9M'],
  ['2024-25 (Jul-Mar)', '2024-07/P9M'],
  ['202503', '2025-03'],
  ['Q1:2024-25', '2024-Q3'],
  ['2024-25:Q1', '2024-Q3'],
  ['2024:Q3', '2024-Q3'],
  ['Q1/2025', '2025-Q1'],
  ['First quarter 2025', '2025-Q1'],
  ['1st quarter of FY2025', '2024-Q3'],
  ['2025 Qtr 1', '2025-Q1'],
  ['Quarter 1 2025', '2025-Q1'],
  ['F.Y. 2024-25', '2024-07/P12M'],
  ['Year 2024', '2024'],
  ['End-June 2025', '2025-06'],
  ['Jan.-Mar. 2025', '2025-Q1'],
  ['4Q2024', '2024-Q4'],
  ["Mar'25", '2025-03'],
  ['March, 2025', '2025-03'],
  ["Jul'24-Mar'25", '2024-07/P9M'],
  ['April-March 2024-25', '2024-04/P12M'],
  ['\u0645\u0627\u0631\u0686 2025', '2025-03'], // Urdu
  ['\u062c\u0648\u0644\u0627\u0626\u06cc \u06f2\u06f0\u06f2\u06f4', '2024-07'], // Urdu, with its own digits
  ['\u062c\u0648\u0644\u0627\u0626\u06cc \u062a\u0627 \u0645\u0627\u0631\u0686 2024-25', '2024-07/P9M'],
  ['\u064a\u0648\u0644\u064a\u0648 2024', '2024-07'], // Arabic, Gulf
  ['\u062a\u0634\u0631\u064a\u0646 \u0627\u0644\u0623\u0648\u0644 2024', '2024-10'], // Arabic, Levant
  ['M\u00e4rz 2025', '2025-03'],
  ['d\u00e9c. 2024', '2024-12'],
  ['enero 2025', '2025-01'],
  ['Oktober 2024', '2024-10'],
  ['FY26Q1', '2025-Q3'],
  ['Apr-Dec FY24', '2023-04/P9M'],
  ['FY2026-Q1', '2025-Q3'],
  ['2024-25 Q3', '2025-Q1'],
  ['FY26 1H', '2025-07/P6M'],
  ['2024 Jan-Oct', '2024-01/P10M'],
  ["Jan-Mar'25", '2025-Q1'],
  ['Jul 2024 - Mar 2025', '2024-07/P9M'],
  ['Jul-24 to Mar-25', '2024-07/P9M'],
  ['Year ended June 2025', '2024-07/P12M'],
  ['Quarter ended 30th Sep 2024', '2024-Q3'],
  ['9 months ended March 2025', '2024-07/P9M'],
  ['Apr-Mar FY25', '2024-04/P12M'],
])('%s is the period %s', (text, canonical) => {
  expect(read(text)).toBe(canonical);
});

test.each([
  '',
  '2025-13',
  '2024-26',
  'FY2024-26',
  '13/2025',
  'Total',
  'Q5 2025',
  '25',
  '2025-03-14',
  'Mar',
  '13MFY25',
  'Mar-Jul FY25',
  'Mar 2025 - Jul 2024',
  '25 Jul',
])('%j is no period', (text) => {
  expect(parsePeriod(text, july)).toBeNull();
});

test('2001-02 alone is February 2001, in a column of fiscal years it is FY2002', () => {
  expect(read('2001-02')).toBe('2001-02');
  const spelling = columnSpelling(['2001-02', '2002-03', '2012-13']) ?? undefined;
  expect(spelling).toBe('fiscalSplit');
  expect(periodText(parsePeriod('2001-02', { ...july, spelling }) ?? -1)).toBe('2001-07/P12M');
  expect(columnSpelling(['2001-02', '2001-03'])).toBe('iso');
  expect(columnSpelling(['2010-11', '2011-12'])).toBe('fiscalSplit');
  expect(columnSpelling(['2010/11', '2011/12', '2012/13'])).toBe('fiscalSlash');
});

test('a column whose dates all open or all close a month is one of months; a date alone is none', () => {
  expect(columnSpelling(['2025-02-28', '2025-03-31'])).toBe('monthEnd');
  expect(columnSpelling(['2025-02-01', '2025-03-01'])).toBe('monthStart');
  expect(columnSpelling(['2025-02-01', '2025-03-14'])).toBeNull();
  expect(periodText(parsePeriod('2025-03-31', { ...july, spelling: 'monthEnd' }) ?? -1)).toBe('2025-03');
  expect(parsePeriod('2025-03-30', { ...july, spelling: 'monthEnd' })).toBeNull();
});

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

test.each([
  ['30-Jun-2024', 'monthEnd'],
  ['30 June 2024', 'monthEnd'],
  ['June 30, 2024', 'monthEnd'],
  ['30.06.2024', 'monthEnd'],
  ['30/06/2024', 'monthEnd'],
  ['06/30/2024', 'monthEnd'],
  ['29-Feb-24', 'monthEnd'],
  ['1 July 2024', 'monthStart'],
  ['01.07.2024', 'monthStart'],
  // The first of July or the seventh of January.
  ['01/07/2024', null],
  ['29-Jun-2024', null],
  ['31/06/2024', null],
])('the date %s is at an edge of its month: %s', (text, edge) => {
  expect(detectSpelling(text)).toBe(edge);
  if (edge)
    expect(periodText(parsePeriod(text, { ...july, spelling: edge as PeriodSpelling }) ?? -1)).toBe(
      `2024-0${text.includes('eb') ? 2 : text.includes('ul') || text.includes('07') ? 7 : 6}`,
    );
});

test('months whose year was taken for a day are known where the number turns with the year, and asked about where it does not', () => {
  expect(swappedMonths(['24-Nov', '24-Dec', '25-Jan'])).toEqual({
    months: new Map([
      ['24-Nov', 'Nov-24'],
      ['24-Dec', 'Dec-24'],
      ['25-Jan', 'Jan-25'],
    ]),
    isSure: true,
  });
  expect(swappedMonths(['24-Jul', '24-Aug', '24-Sep'])?.isSure).toBe(false);
  expect(swappedMonths(['2024-11-24', '2024-12-24', '2025-01-25'])?.isSure).toBe(true);
  expect(swappedMonths(['2024-06-30', '2024-07-31', '2024-08-31'])).toBeNull();
  expect(swappedMonths(['2024-01-15', '2024-02-15', '2024-03-15'])).toBeNull();
  expect(swappedMonths(['24-Jul', '26-Aug', '03-Sep'])).toBeNull();
  expect(swappedMonths(['24-Jul', 'x', '24-Sep'])).toBeNull();
});

test('whatever way an office writes a part of a fiscal year, it is that part', () => {
  const year = fc.integer({ min: 1971, max: 2068 });
  fc.assert(
    fc.property(
      year,
      fc.integer({ min: 2, max: 12 }),
      fc.nat({ max: 11 }),
      fc.nat({ max: 11 }),
      (ends, opens, a, b) => {
        const options = { fiscalYearStart: opens };
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const start = (ends - 1) * 12 + opens - 1;
        const name = (offset: number) => MONTH_NAMES[(opens - 1 + offset) % 12] ?? '';
        const two = String(ends % 100).padStart(2, '0');
        const years = [
          `FY${ends}`,
          `FY${two}`,
          `FY${ends - 1}-${two}`,
          `${ends - 1}-${two}`,
          `${ends - 1}/${two}`,
        ];
        for (const written of years) {
          if (/^\d/.test(written) && Number(two) <= 12) continue;
          expect(parsePeriod(written, options)).toBe(periodCode(start, 12));
          const months = first === last ? name(first) : `${name(first)}-${name(last)}`;
          const code = periodCode(start + first, last - first + 1);
          for (const text of [`${months} ${written}`, `${written} ${months}`, `${written} (${months})`])
            expect(parsePeriod(text, options)).toBe(code);
          const nth = Math.floor(first / 3);
          for (const text of [`Q${nth + 1} ${written}`, `${nth + 1}Q${written}`, `${written} Q${nth + 1}`])
            expect(parsePeriod(text, options)).toBe(periodCode(start + nth * 3, 3));
          expect(parsePeriod(`${first + 1}M${written}`, options)).toBe(periodCode(start, first + 1));
        }
      },
    ),
  );
});

test('in a column of fiscal years no text is a month, whatever years stand in it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1960, max: 2090 }),
      fc.integer({ min: 2, max: 30 }),
      fc.constantFrom('-', '/'),
      (from, count, mark) => {
        const texts = Array.from(
          { length: count },
          (_, i) => `${from + i}${mark}${String((from + i + 1) % 100).padStart(2, '0')}`,
        );
        const spelling = columnSpelling(texts) ?? undefined;
        texts.forEach((text, i) => {
          expect(parsePeriod(text, { ...july, spelling })).toBe(periodCode((from + i) * 12 + 6, 12));
        });
      },
    ),
  );
});

test('a fiscal year that opens in January is the calendar year and cannot be split', () => {
  expect(periodText(parsePeriod('FY2025', { fiscalYearStart: 1 }) ?? -1)).toBe('2025');
  expect(parsePeriod('2024-25', { fiscalYearStart: 1 })).toBeNull();
});

const anyPeriod = fc
  .tuple(
    fc.integer({ min: 1000 * 12, max: 9990 * 12 }),
    fc.oneof(fc.constantFrom(1, 3, 12), fc.integer({ min: 1, max: 999 })),
  )
  .map(([start, months]) => periodCode(start, months));

test('canonical text reads back as the same period', () => {
  fc.assert(
    fc.property(anyPeriod, (code) => {
      expect(periodOfText(periodText(code))).toBe(code);
    }),
  );
});

test('every spelling reads back as the same period, whatever month opens the year', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyPeriod,
        fc
          .tuple(
            fc.integer({ min: 1960, max: 2080 }),
            fc.integer({ min: 0, max: 11 }),
            fc.constantFrom(1, 12),
          )
          .map(([year, month, months]) => periodCode(year * 12 + month, months)),
      ),
      fc.constantFrom(...PeriodSpelling.options),
      fc.integer({ min: 1, max: 12 }),
      (code, spelling, fiscalYearStart) => {
        const text = spellPeriod(code, spelling, fiscalYearStart);
        // In a column of fiscal years a month that falls back to 2001-02 would be read as one; such columns hold no months.
        fc.pre(!(spelling === 'fiscalSplit' && code % 1000 === 1));
        expect(parsePeriod(text, { fiscalYearStart, spelling })).toBe(code);
      },
    ),
    { numRuns: 2000 },
  );
});

test('the spelling of a text is known from its shape', () => {
  expect(detectSpelling('Mar-25')).toBe('monthDashYear');
  expect(detectSpelling('2024-25')).toBe('fiscalSplit');
  expect(detectSpelling('FY2024-25')).toBe('fiscalSplitFY');
  expect(detectSpelling('2025M03')).toBe('yearMMonth');
  expect(detectSpelling('around 2025')).toBeNull();
});

describe('levels', () => {
  const march = parsePeriod('2025-03', july) ?? -1;
  test('a month lies in its quarter, its fiscal year and its calendar year', () => {
    expect(periodText(periodAtLevel(march, 'quarter', 7))).toBe('2025-Q1');
    expect(periodText(periodAtLevel(march, 'fiscalYear', 7))).toBe('2024-07/P12M');
    expect(periodText(periodAtLevel(march, 'calendarYear', 7))).toBe('2025');
    expect(periodAtLevel(march, 'fiscalMonth', 7)).toBe(9);
  });
  test('a year has no month', () => {
    expect(periodAtLevel(periodCode(2024 * 12, 12), 'month', 7)).toBe(NO_PERIOD);
    expect(periodAtLevel(periodCode(2024 * 12, 12), 'fiscalYear', 7)).toBe(NO_PERIOD);
  });
});
