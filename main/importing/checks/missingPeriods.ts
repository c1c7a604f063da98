import { formatPeriod } from '../../../shared/formats/formatPeriod.ts';
import { identifier } from '../../engine/engine.ts';
import { MOST_CELLS } from '../steps/cellNotes.ts';
import type { StepContext } from '../steps/step.ts';
import type { Check } from './check.ts';
import { seriesName } from './seriesName.ts';

/** Rows from which the series are counted first: telling them apart is what costs. */
const MANY_ROWS = 100_000;
/** The longest series are looked at. */
const MOST_SERIES = 500;
const SERIES_TOLD = 4;
/** Up to so many months from the first to the last, the months of a series are bits of its own: half the time of telling distinct rows apart. */
const MOST_BITS = 512;
const NOUNS: Record<number, string> = { 1: 'Months', 3: 'Quarters', 12: 'Years' };

interface Gap {
  series: string;
  months: number;
  /** The first missing month, and the first that is there again. */
  from: number;
  to: number;
  /** Of the row after the gap. */
  line: number;
}

/**
 * Gaps in series of months, quarters or years, each length for itself. A series with more gaps than figures is no series of that length.
 * They are left out, never filled.
 */
export const missingPeriods: Check = async (state, context) => {
  const time = state.columns.find(({ role, type }) => role === 'time' && type === 'period');
  if (!time) return [];
  const dims = state.columns.filter(({ role, type }) => role === 'dimension' && type === 'category');
  const t = identifier(time.id);
  const keys = dims.map(({ id }) => identifier(id));
  // One number stands for a series: its columns need not be compared for each row.
  const series = keys.length > 0 ? `hash(${keys.join(', ')})` : 'CAST(0 AS UBIGINT)';
  // As the rows are stored: a text that is stored as a number of a list is hashed as that.
  const regular = `FROM (${state.packed ?? state.sql}) WHERE ${t} % 1000 IN (1, 3, 12)`;
  const [[rowCount = 0, first = 0, last = 0] = []] = await context.rows(
    `SELECT count(*), min(${t} // 1000), max(${t} // 1000) ${regular}`,
  );
  if (!(await hasSeries(Number(rowCount), regular, series, context))) return [];
  const counted =
    Number(last) - Number(first) < MOST_BITS
      ? `SELECT h, len, bit_count(months) AS n FROM (SELECT ${series} AS h, ${t} % 1000 AS len, bitstring_agg(${t} // 1000, ${Number(first)}, ${Number(last)}) AS months ${regular} GROUP BY 1, 2) WHERE n >= 3`
      : `SELECT h, len, count(*) AS n FROM (SELECT DISTINCT ${series} AS h, ${t} % 1000 AS len, ${t} ${regular}) GROUP BY h, len HAVING n >= 3`;
  const longest = context.helperTable();
  await context.run(
    `CREATE OR REPLACE TABLE ${longest} AS ${counted} ORDER BY n DESC, h LIMIT ${MOST_SERIES}`,
  );
  const points = `SELECT ${series} AS h, ${t} % 1000 AS len, ${t} // 1000 AS start, min(_line) AS line${keys.map((key, i) => `, any_value(${key}) AS k${i}`).join('')} ${regular} AND ${series} IN (SELECT h FROM ${longest}) GROUP BY 1, 2, 3`;
  const rows = await context.rows(
    `WITH steps AS (SELECT *, lead(start) OVER one AS next, lead(line) OVER one AS next_line FROM (${points}) WINDOW one AS (PARTITION BY h, len ORDER BY start)), ` +
      // One more period after a gap is one whole length later: what lies askew is another series of spans.
      `gaps AS (SELECT *, sum((next - start) // len - 1) OVER (PARTITION BY h, len) AS missing, min(line) OVER (PARTITION BY h, len) AS first FROM steps WHERE next > start + len AND (next - start) % len = 0) ` +
      `SELECT len, start + len, next, next_line, n${keys.map((_, i) => `, k${i}`).join('')} FROM gaps JOIN ${longest} USING (h, len) WHERE missing <= n ORDER BY n DESC, first, len, start`,
  );
  const gaps = rows.map(
    ([months, from, to, line, , ...cells]): Gap => ({
      series: seriesName(dims, cells),
      months: Number(months),
      from: Number(from),
      to: Number(to),
      line: Number(line),
    }),
  );
  if (gaps.length === 0) return [];
  const lengths = new Set(gaps.map(({ months }) => months));
  const named = [...Map.groupBy(gaps, ({ series: name }) => name)];
  const told = named
    .slice(0, SERIES_TOLD)
    .map(
      ([name, own]) =>
        `${name === '' ? '' : `${name}: `}${own.map((gap) => spanText(gap, context)).join(', ')}`,
    );
  const more = named.length - told.length;
  return [
    {
      code: 'import.missing-periods',
      weight: 'note',
      title: `${(lengths.size === 1 && NOUNS[[...lengths][0] ?? 0]) || 'Periods'} not in the file`,
      text: `${told.join('; ')}${more > 0 ? `; and ${more} more series` : ''}. Left out, not filled.`,
      count: gaps.reduce((sum, { from, to, months }) => sum + (to - from) / months, 0),
      place: { file: context.fileName, column: time.name },
      cells: gaps.slice(0, MOST_CELLS).map((gap) => ({
        place: { file: context.fileName, line: gap.line, column: time.name },
        text: `${gap.series === '' ? '' : `${gap.series}: `}${spanText(gap, context)} before it`,
      })),
    },
  ];
};

function spanText({ from, to, months }: Gap, { fiscalYearStart }: StepContext): string {
  const named = (start: number) => formatPeriod(start * 1000 + months, { fiscalYearStart });
  return to - from === months ? named(from) : `${named(from)} to ${named(to - months)}`;
}

/** False for many rows of transactions, hardly two of one kind: nothing there runs from month to month. */
async function hasSeries(
  rows: number,
  regular: string,
  series: string,
  context: StepContext,
): Promise<boolean> {
  if (rows < MANY_ROWS) return rows > 0;
  const [[kinds = 0] = []] = await context.rows(`SELECT approx_count_distinct(${series}) ${regular}`);
  return rows >= 3 * Number(kinds);
}
