import type { ColumnSample } from './columnSample.ts';
import { isTotal } from './labelTree.ts';
import { isChange, type PeriodHeader, periodHeaders } from './periodHeaders.ts';
import { holdFigures } from './wideColumns.ts';

/** Names of columns that add up the columns beside them: "Total", "FY25 total", "Exports Total". */
export function isSumName(name: string): boolean {
  const bare = name.replace(/ \d+$/, '').trim();
  return (
    !isChange(bare) &&
    !bare.includes('%') &&
    (isTotal(bare) ||
      /^(sum|all months|all years|(full|whole)[- ]year|annual|cumulative|cum\.?|ytd)$/i.test(bare))
  );
}

/** The columns of figures that add up columns of periods beside them. */
export function sumColumns(samples: readonly ColumnSample[], fiscalYearStart: number): string[] {
  const headers = periodHeaders(
    samples.map(({ name }) => name),
    fiscalYearStart,
  );
  return samples.flatMap((sample) => {
    const header = headers.get(sample.name);
    return isSumName(header ? header.measure : sample.name) && holdFigures([sample]) ? [sample.name] : [];
  });
}

/** The columns that one of `sums` adds up: those of its own period and measure; where it names no period, those since the sum before it, or up to the next. */
export function partsOfSum(
  sum: string,
  sums: readonly string[],
  names: readonly string[],
  fiscalYearStart: number,
): string[] {
  const headers = periodHeaders(names, fiscalYearStart);
  const own = headers.get(sum);
  const measure = measureOf(own ? own.measure : sum);
  const isPart = (name: string) => {
    const header = headers.get(name);
    return header !== undefined && !sums.includes(name) && header.measure.toLowerCase() === measure;
  };
  if (own)
    return shortest(
      names.filter((name) => isPart(name) && isWithin(headers.get(name), own)),
      headers,
    );
  const at = names.indexOf(sum);
  const before = names.slice(names.findLastIndex((name, i) => i < at && sums.includes(name)) + 1, at);
  const next = names.findIndex((name, i) => i > at && sums.includes(name));
  const behind = names.slice(at + 1, next < 0 ? undefined : next);
  const parts = before.filter(isPart);
  return shortest(parts.length > 0 ? parts : behind.filter(isPart), headers);
}

/** "Exports Total" adds up exports. */
function measureOf(name: string): string {
  return name
    .replace(/ \d+$/, '')
    .replace(
      /\b((grand|sub|overall|general)[- ]?)?totals?\b|^(sum|annual|cumulative|cum\.?|ytd|all months|all years|(full|whole)[- ]year)$/gi,
      '',
    )
    .replace(/^[\s:,-]+|[\s:,-]+$/g, '')
    .toLowerCase();
}

function isWithin(part: PeriodHeader | undefined, whole: PeriodHeader): boolean {
  if (!part) return false;
  const [from, to] = [Math.floor(whole.code / 1000), Math.floor(whole.code / 1000) + (whole.code % 1000)];
  const start = Math.floor(part.code / 1000);
  return start >= from && start + (part.code % 1000) <= to && part.code % 1000 < whole.code % 1000;
}

/** Quarters beside their months would count twice: only the shortest are added. */
function shortest(names: readonly string[], headers: ReadonlyMap<string, PeriodHeader>): string[] {
  const lengthOf = (name: string) => (headers.get(name)?.code ?? 0) % 1000;
  const least = Math.min(...names.map(lengthOf));
  return names.filter((name) => lengthOf(name) === least);
}
