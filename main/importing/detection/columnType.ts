import type { Step } from '../../../shared/model/recipe.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { cellKind, isYear } from './cellKind.ts';
import { type ColumnSample, textsOf } from './columnSample.ts';
import { type FigureText, figureText } from './figureText.ts';
import { isTotal } from './labelTree.ts';
import { noFigure } from './noFigure.ts';

type ColumnType = Extract<Step, { step: 'setColumn' }>['type'];

/** The type of most of its texts; what does not fit is told when the column is set. */
export function columnType(sample: ColumnSample, fiscalYearStart: number): ColumnType {
  let numbers = 0;
  let plain = 0;
  let attached = 0;
  let periods = 0;
  let years = 0;
  let texts = 0;
  let alone = 0;
  let totals = 0;
  let longest = 0;
  let distinct = 0;
  for (const { text, count } of sample.texts) {
    const kind = cellKind(text);
    if (kind === 'empty' || kind === 'missing') continue;
    const none = kind === 'text' ? noFigure(text) : null;
    if (none && none.word === undefined) continue;
    // The total below a column of months is no month, and speaks for no other type.
    if (isTotal(text) && sample.texts.length > 2) totals += count;
    distinct++;
    longest = Math.max(longest, text.length);
    if (isYear(text) || isYearMonth(text)) years += count;
    const figure = kind === 'number' ? undefined : figureText(text);
    if (kind === 'number') plain += count;
    if (kind === 'number' || figure) numbers += count;
    else if (isPeriod(text, fiscalYearStart)) periods += count;
    else texts += count;
    if (none) alone += count;
    if (figure && isAttached(text, figure)) attached += count;
  }
  const filled = numbers + periods + texts;
  if (filled === 0) return 'text';
  const bare = filled - Math.min(totals, texts);
  if (years === filled && /year|period|time|date|month|yyyymm|^fy|^cy/i.test(sample.name)) return 'period';
  if (periods + years >= bare * 0.9 && periods > 0) return 'period';
  if (areMonthDates(sample)) return 'period';
  // "12B", "5E" are numbers of houses: letters close to a figure are flags only among figures without.
  // Marks that may be words are none where figures outnumber them.
  const judged = numbers > alone ? filled - alone : filled;
  if (numbers >= judged * 0.8 && (attached === 0 || plain >= judged * 0.3)) return 'number';
  if (sample.texts.every(({ text }) => /^\s*(true|false|yes|no)?\s*$/i.test(text))) return 'boolean';
  const repeated = !sample.many && distinct <= Math.max(50, filled * 0.5);
  return repeated && longest <= 120 ? 'category' : longest <= 60 && !sample.many ? 'category' : 'text';
}

/** 2001-02 is a month to some and a fiscal year to others, a period to all. */
export function isPeriod(text: string, fiscalYearStart: number): boolean {
  return (
    parsePeriod(text, { fiscalYearStart }) !== null ||
    parsePeriod(text, { fiscalYearStart, spelling: 'fiscalSplit' }) !== null
  );
}

/** 202503: a number to look at, a month under a name that says so. */
function isYearMonth(text: string): boolean {
  return /^\s*(19|20)\d\d(0[1-9]|1[0-2])\s*$/.test(text);
}

function isAttached(text: string, { flag }: FigureText): boolean {
  return flag !== undefined && /^[a-z/]+$/i.test(flag) && !text.trim().endsWith(` ${flag}`);
}

/** Three dates and more, each of which opens a month, or each of which closes one: the figures are those of the months. */
function areMonthDates(sample: ColumnSample): boolean {
  const texts = new Set(textsOf(sample));
  if (texts.size < 3) return false;
  const spelling = columnSpelling([...texts]);
  return spelling === 'monthStart' || spelling === 'monthEnd';
}
