import type { PeriodGrain } from '../../../shared/model/recipe.ts';
import type { PeriodSpelling } from '../../../shared/model/table.ts';
import { monthOfDate } from '../../../shared/periods/monthDates.ts';
import { parsePeriod } from '../../../shared/periods/parsePeriod.ts';
import { type PeriodCode, spanOf } from '../../../shared/periods/period.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { mayBeSwapped, swappedMonths } from '../../../shared/periods/swappedMonths.ts';
import { isPeriodFlag, statusOfFlag } from './periodFlag.ts';

/** What the name of a column says when a period stands in it. */
export interface PeriodHeader {
  name: string;
  /** As `parsePeriod` reads it. */
  period: string;
  code: PeriodCode;
  grain: PeriodGrain;
  /** In words: "provisional". */
  status?: string;
  /** What else the name says, '' where it says nothing: "Exports", "% change". */
  measure: string;
}

/** The period of each name that holds one. All names are read together: 2001-02 is a month or a fiscal year by what stands beside it. */
export function periodHeaders(names: readonly string[], fiscalYearStart: number): Map<string, PeriodHeader> {
  const swapped = swappedMonths(names.filter(mayBeSwapped));
  const plain = names.map((name): Plain => {
    const month = swapped?.isSure ? swapped.months.get(name) : undefined;
    return month === undefined ? withoutFlags(name, new Set(names)) : { tokens: [month] };
  });
  const first = plain.map(({ tokens }) => periodIn(tokens, fiscalYearStart, undefined));
  const spelling = columnSpelling(first.flatMap((found) => found?.text ?? [])) ?? splitAmong(first);
  const headers = new Map<string, PeriodHeader>();
  plain.forEach(({ tokens, status }, i) => {
    const name = names[i] ?? '';
    const found = spelling ? periodIn(tokens, fiscalYearStart, spelling) : first[i];
    if (!found) return;
    headers.set(name, {
      name,
      period: found.text,
      code: found.code,
      grain: grainOf(found.code),
      ...((found.status ?? status) && { status: found.status ?? status }),
      measure: found.rest
        .join(' ')
        .replace(/^[-:,/|]+ ?| ?[-:,/|]+$/g, '')
        .trim(),
    });
  });
  return headers;
}

export function grainOf(code: PeriodCode): PeriodGrain {
  const { months } = spanOf(code);
  const grains: Partial<Record<number, PeriodGrain>> = { 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' };
  return grains[months] ?? 'span';
}

/** Names of change, growth and shares: they say how a figure moved, and are no figure of a period themselves. */
export function isChange(name: string): boolean {
  return /^%$|\b(change|chg|growth|var(iation)?|increase|yoy|mom|qoq|y-o-y|m-o-m|q-o-q|y\/y|m\/m|q\/q)\b|% ?(age)?\b ?(ch|gr|of|share)|\bshare\b/i.test(
    name.trim(),
  );
}

interface Plain {
  tokens: string[];
  status?: string;
}

interface Found {
  text: string;
  code: PeriodCode;
  rest: string[];
  status?: string;
}

/** The flags that stand as words of their own, and the "2" by which a repeated name was told apart, taken off. */
function withoutFlags(name: string, known: ReadonlySet<string>): Plain {
  const again = / \d+$/.exec(name);
  const own = again && known.has(name.slice(0, again.index)) ? name.slice(0, again.index) : name;
  const tokens = own
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/]) ?/g, '$1')
    .trim()
    .split(' ');
  const flags = tokens.length > 1 ? tokens.filter(isPeriodFlag) : [];
  const status = flags.length === 1 ? statusOfFlag(flags[0] ?? '') : null;
  return status === null ? { tokens } : { tokens: tokens.filter((token) => token !== flags[0]), status };
}

const LONGEST = 6;

/** The longest run of words that is a period; a month that stands apart from its year belongs to it. */
function periodIn(
  tokens: readonly string[],
  fiscalYearStart: number,
  spelling: PeriodSpelling | undefined,
): Found | undefined {
  for (let length = Math.min(LONGEST, tokens.length); length >= 1; length--) {
    for (let at = 0; at + length <= tokens.length; at++) {
      // A year within brackets belongs to what they say: "GDP (constant 2015 US$)".
      if (/\([^)]*$/.test(tokens.slice(0, at).join(' '))) continue;
      const found = periodOf(tokens.slice(at, at + length).join(' '), fiscalYearStart, spelling);
      if (!found) continue;
      const rest = [...tokens.slice(0, at), ...tokens.slice(at + length)];
      return withMonth({ ...found, rest }, fiscalYearStart) ?? { ...found, rest };
    }
  }
  return undefined;
}

/** "FY24 Exports Jul": the year and the month are one period. */
function withMonth(found: Found, fiscalYearStart: number): Found | undefined {
  if (spanOf(found.code).months !== 12) return undefined;
  for (const [i, token] of found.rest.entries()) {
    if (!/^\(?([A-Za-z]{3,9}\.?(-[A-Za-z]{3,9}\.?)?|Q[1-4]|[1-4]Q|H[12]|[12]H|\d{1,2}M)\)?$/i.test(token))
      continue;
    const both = periodOf(`${token.replace(/[()]/g, '')} ${found.text}`, fiscalYearStart, undefined);
    if (both) return { ...found, ...both, rest: found.rest.toSpliced(i, 1) };
  }
  return undefined;
}

function periodOf(
  text: string,
  fiscalYearStart: number,
  spelling: PeriodSpelling | undefined,
): Omit<Found, 'rest'> | undefined {
  const date = monthOfDate(text);
  const flagged = /^(.*\d\)?)[ ]?([([]?[a-z/]{1,2}[)\]]?)\**$/i.exec(text);
  for (const [spelt, flag] of [[date ?? unbracketed(text)], flagged ? [flagged[1], flagged[2]] : []]) {
    if (spelt === undefined) continue;
    const status = flag === undefined ? null : isPeriodFlag(flag) ? statusOfFlag(flag) : null;
    if (flag !== undefined && status === null) continue;
    const code = parsePeriod(spelt, { fiscalYearStart, spelling });
    if (code === null || !plausible(code)) continue;
    return { text: spelt, code, ...(status && { status }) };
  }
  return undefined;
}

/** Four digits are often a code (a tariff line, a unit of account): a header's year is one that statistics know. */
function plausible(code: PeriodCode): boolean {
  const year = Math.floor(spanOf(code).start / 12);
  return year >= 1800 && year <= 2150;
}

function unbracketed(text: string): string {
  const inside = /^[([]([^()[\]]*)[)\]]$/.exec(text);
  return inside?.[1] ?? text;
}

/** Where other periods stand beside fiscal years: those of the two-year kind decide for themselves. */
function splitAmong(found: readonly (Found | undefined)[]): PeriodSpelling | undefined {
  const texts = found.flatMap((one) => (one && /^\d{4}[-/]\d{2}$/.test(one.text) ? one.text : []));
  const spelling = columnSpelling(texts);
  return spelling === 'fiscalSplit' || spelling === 'fiscalSlash' ? spelling : undefined;
}
