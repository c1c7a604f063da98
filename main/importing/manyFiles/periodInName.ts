import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { NO_PERIOD, type PeriodCode } from '../../../shared/periods/period.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';

/** What a period looks like in a name of a file, the more telling first. Not within longer digits: a number of a release is no year. */
const shapes: readonly { looks: RegExp; text: (...parts: string[]) => string }[] = [
  { looks: /(?<!\d)(\d{4})[-_. ]?Q([1-4])(?!\d)/i, text: (year, quarter) => `${year}-Q${quarter}` },
  { looks: /(?<![a-z0-9])Q([1-4])[-_. ]?(\d{4})(?!\d)/i, text: (quarter, year) => `${year}-Q${quarter}` },
  { looks: /(?<!\d)(\d{4})[-_. ]?M?(0[1-9]|1[0-2])(?!\d)/i, text: (year, month) => `${year}-${month}` },
  {
    looks: /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/,
    text: (year, month) => `${year}-${month}`,
  },
  { looks: /(?<!\d)(0[1-9]|1[0-2])[-_.](\d{4})(?!\d)/, text: (month, year) => `${year}-${month}` },
  {
    looks: new RegExp(`(?<![a-z])(${MONTH})[-_. ]?(\\d{4}|\\d{2})(?!\\d)`, 'i'),
    text: (month = '', year) => `${month.slice(0, 3)} ${year}`,
  },
  {
    looks: new RegExp(`(?<!\\d)(\\d{4})[-_. ]?(${MONTH})(?![a-z])`, 'i'),
    text: (year, month = '') => `${month.slice(0, 3)} ${year}`,
  },
  {
    looks: /(?<![a-z])(FY[-_ ]?\d{2,4}(?:[-_/]\d{2})?)(?!\d)/i,
    text: (year = '') => year.replace(/[_ ]/g, ''),
  },
  { looks: /(?<!\d)((?:19|20)\d{2})[-_](\d{2})(?!\d)/, text: (year, next) => `${year}-${next}` },
  { looks: /(?<!\d)((?:19|20)\d{2})(?!\d)/, text: (year = '') => year },
];

/** The period that a file's name holds: bop-2025-03.csv is March 2025, exports_FY2024.xlsx fiscal 2024. NO_PERIOD where none is to be seen. */
export function periodInName(name: string, fiscalYearStart: number): PeriodCode {
  const stem = (name.split('/').at(-1) ?? name).replace(/(\.[a-z][a-z0-9]{1,6}){1,2}$/i, '');
  for (const { looks, text } of shapes) {
    const parts = looks.exec(stem);
    if (!parts) continue;
    const code = parsePeriod(text(...parts.slice(1)), { fiscalYearStart });
    if (code !== null && code >= 0) return code;
  }
  return NO_PERIOD;
}
