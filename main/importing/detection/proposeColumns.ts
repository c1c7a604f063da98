import type { Step } from '../../../shared/model/recipe.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { cellKind, isYear, MISSING_MARKS } from './cellKind.ts';
import { unitOfName } from './columnNames.ts';

/** What a column holds in the sample: its texts with their counts, most frequent first. */
export interface ColumnSample {
  name: string;
  texts: readonly { text: string; count: number }[];
  /** True where the list of texts was cut. */
  many: boolean;
  rows: number;
}

type SetColumn = Extract<Step, { step: 'setColumn' }>;
type Role = SetColumn['role'];

const ROLE_NAMES: readonly [RegExp, Role][] = [
  [/^(published|release(d|_date)?|vintage|as[ _]?of|published_at|publication[ _]date|edition)$/i, 'vintage'],
  [/^(source|sources|publisher|provider|database)$/i, 'source'],
  [/^(definition|concept|basis|methodology)$/i, 'definition'],
  [/^(status|obs_status|flag|flags)$/i, 'status'],
  [/^(notes?|comments?|remarks?|obs_com|footnotes?|finding|how_to_verify|description)$/i, 'note'],
  [/^(unit|units|unit_measure|currency|unit_mult|scale)$/i, 'unit'],
];

/** Types, roles, units: one step for each column, by what stands in it and what it is called. */
export function proposeColumns(samples: readonly ColumnSample[], fiscalYearStart: number): Step[] {
  const cumulative = samples.some(({ name }) => /months?[ _]elapsed|cumulative|ytd/i.test(name));
  const targets = samples.some(
    ({ texts }) => texts.length > 0 && texts.every(({ text }) => text === 'target'),
  );
  let hasTime = false;
  const steps = samples.map((sample): SetColumn => {
    const role = ROLE_NAMES.find(([pattern]) => pattern.test(sample.name))?.[1];
    const missing = marksIn(sample);
    const base = { step: 'setColumn', column: sample.name, decimal: '.', missing } as const;
    if (
      role === 'vintage' ||
      role === 'source' ||
      role === 'status' ||
      role === 'definition' ||
      role === 'unit'
    )
      return { ...base, missing: [...missing], type: 'category', role };
    if (role === 'note') return { ...base, missing: [...missing], type: 'text', role };
    const type = typeOf(sample, fiscalYearStart);
    if (type === 'period') {
      const time: Role = hasTime ? 'dimension' : 'time';
      hasTime = true;
      const spelling = columnSpelling(textsOf(sample));
      return { ...base, missing: [...missing], type, role: time, ...(spelling && { spelling }) };
    }
    if (type === 'number') {
      const unit = unitOfName(sample.name);
      const key = isKeyNumber(sample);
      return {
        ...base,
        missing: [...missing],
        type,
        role: key ? 'dimension' : 'measure',
        decimal: decimalOf(sample),
        ...(!key && { nature: natureOf(sample.name, unit, cumulative, targets) }),
        ...(unit && !key && { unit }),
      };
    }
    return { ...base, missing: [...missing], type, role: type === 'text' ? 'note' : 'dimension' };
  });
  return [...steps, ...spanOfYearAndMonths(steps)];
}

/** "fiscal_year" and "months_elapsed_from_july" name one span. */
function spanOfYearAndMonths(steps: readonly SetColumn[]): Step[] {
  const months = steps.find(({ column, type }) => type === 'number' && /months?[ _]elapsed/i.test(column));
  const year = steps.find(({ column, role }) => role === 'time' && /year/i.test(column));
  return months && year
    ? [{ step: 'spanPeriod', year: year.column, months: months.column, to: 'period' }]
    : [];
}

/** The texts that say something. */
function textsOf({ texts }: ColumnSample): string[] {
  return texts.flatMap(({ text }) => {
    const kind = cellKind(text);
    return kind === 'empty' || kind === 'missing' ? [] : text.trim();
  });
}

function marksIn({ texts }: ColumnSample): string[] {
  const here = new Set(texts.map(({ text }) => text.trim().toLowerCase()));
  return ['', ...MISSING_MARKS.filter((mark) => here.has(mark))];
}

function typeOf(sample: ColumnSample, fiscalYearStart: number): SetColumn['type'] {
  let numbers = 0;
  let periods = 0;
  let years = 0;
  let texts = 0;
  let longest = 0;
  let distinct = 0;
  for (const { text, count } of sample.texts) {
    const kind = cellKind(text);
    if (kind === 'empty' || kind === 'missing') continue;
    distinct++;
    longest = Math.max(longest, text.length);
    if (isYear(text)) years += count;
    if (kind === 'number') numbers += count;
    else if (isPeriod(text, fiscalYearStart)) periods += count;
    else texts += count;
  }
  const filled = numbers + periods + texts;
  if (filled === 0) return 'text';
  if (years === filled && /year|period|time|date|^fy|^cy/i.test(sample.name)) return 'period';
  if (periods + years >= filled * 0.9 && periods > 0) return 'period';
  if (numbers >= filled * 0.8) return 'number';
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

/** Numbers that name something rather than measure it. */
function isKeyNumber({ name }: ColumnSample): boolean {
  return (
    /(^|[ _])(id|code|no|rank|months?[ _]elapsed.*|line|row)$/i.test(name) || /months?[ _]elapsed/i.test(name)
  );
}

/** A comma is the decimal mark where some text shows it so and none shows it as a group mark alone. */
function decimalOf({ texts }: ColumnSample): '.' | ',' {
  let comma = 0;
  let point = 0;
  for (const { text, count } of texts) {
    if (/,\d{1,2}\D*$|,\d{4,}\D*$|\.\d{3},\d/.test(text)) comma += count;
    if (/\.\d{1,2}\D*$|\.\d{4,}\D*$|,\d{3}\.\d|,\d{3},\d/.test(text)) point += count;
  }
  return comma > point ? ',' : '.';
}

function natureOf(
  name: string,
  unit: string | undefined,
  cumulative: boolean,
  targets: boolean,
): 'flow' | 'cumulative' | 'rate' | 'stock' | 'target' {
  if (targets || /target/i.test(name)) return 'target';
  if (unit === '%' || /share|rate|growth|ratio|index|yoy|percent/i.test(name)) return 'rate';
  if (/stock|outstanding|reserves|headcount|balance/i.test(name)) return 'stock';
  return cumulative || /cumulative|ytd|fytd/i.test(name) ? 'cumulative' : 'flow';
}
