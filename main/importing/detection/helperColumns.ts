import { type ColumnSample, textsOf } from './columnSample.ts';
import { periodHeaders } from './periodHeaders.ts';

const FIGURE = /^[+-]?\d+(\.\d+)?$/;

/**
 * Columns that hold whole rows of figures in one cell ("90,100,110"), as web tables keep them for a little chart: no data of their own. Sought only beside
 * columns named by periods, of which the cells must say again what these hold.
 */
export function helperColumns(samples: readonly ColumnSample[], fiscalYearStart: number): string[] {
  const headers = periodHeaders(
    samples.map(({ name }) => name),
    fiscalYearStart,
  );
  const figures = new Set(
    samples.filter(({ name }) => headers.has(name)).flatMap((sample) => textsOf(sample).map(bare)),
  );
  if (figures.size < 2) return [];
  return samples
    .filter((sample) => !headers.has(sample.name) && repeats(sample, figures))
    .map(({ name }) => name);
}

function repeats(sample: ColumnSample, figures: ReadonlySet<string>): boolean {
  const lists = textsOf(sample).map((text) =>
    text
      .replace(/^[[({]|[\])}]$/g, '')
      .split(/[,;|]/)
      .map((part) => part.trim()),
  );
  if (lists.length === 0) return false;
  const own = lists.filter(
    (list) =>
      list.length >= 2 &&
      list.every((part) => part === '' || /^(null|nan|-)$/i.test(part) || FIGURE.test(part)) &&
      list.filter((part) => figures.has(bare(part))).length >= 2,
  );
  // "1,234" is one figure: a list is longer somewhere.
  return own.length >= lists.length * 0.8 && own.some((list) => list.length >= 3);
}

/** "1,100.50" and "1100.5" are one figure. */
function bare(text: string): string {
  const number = Number(text.trim().replace(/[, ]/g, ''));
  return text.trim() === '' || Number.isNaN(number) ? text.trim() : String(number);
}
