import { codeLabel } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { identifier } from '../../engine/engine.ts';
import type { StepContext } from '../steps/step.ts';
import type { Check } from './check.ts';

/** Rows from which the series are counted first: telling them apart is what costs. */
const MANY_ROWS = 100_000;

/** Gaps in the longest monthly series, where there are series. They are left out, never filled. */
export const missingPeriods: Check = async (state, context) => {
  const time = state.columns.find(({ role, type }) => role === 'time' && type === 'period');
  if (!time) return [];
  const dims = state.columns.filter(({ role, type }) => role === 'dimension' && type === 'category');
  const t = identifier(time.id);
  const keys = dims.map(({ id }) => identifier(id));
  // One number stands for a series: its columns need not be compared for each row.
  const series = keys.length > 0 ? `hash(${keys.join(', ')})` : 'CAST(0 AS UBIGINT)';
  const monthly = `FROM (${state.sql}) WHERE ${t} % 1000 = 1`;
  if (!(await hasSeries(monthly, series, context))) return [];
  const [longest] = await context.rows(
    `SELECT CAST(h AS VARCHAR) FROM (SELECT DISTINCT ${series} AS h, ${t} ${monthly}) GROUP BY h ORDER BY count(*) DESC, h LIMIT 1`,
  );
  if (!longest) return [];
  const rows = await context.rows(
    `SELECT ${t} // 1000${keys.map((key) => `, any_value(${key})`).join('')} ${monthly} AND ${series} = CAST('${longest[0]}' AS UBIGINT) GROUP BY 1 ORDER BY 1`,
  );
  if (rows.length < 3) return [];
  const months = rows.map(([month]) => Number(month));
  const [found = []] = rows;
  const gaps: [number, number][] = [];
  for (let i = 1; i < months.length; i++) {
    const [before = 0, month = 0] = [months[i - 1], months[i]];
    if (month > before + 1) gaps.push([before + 1, month - 1]);
  }
  const count = gaps.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  if (count === 0 || count > months.length) return [];
  const name = dims
    .map((column, i) => (found[i + 1] === null ? '' : codeLabel(column, String(found[i + 1]))))
    .join(', ');
  const spans = gaps.map(([from, to]) =>
    from === to
      ? periodText(from * 1000 + 1)
      : `${periodText(from * 1000 + 1)} to ${periodText(to * 1000 + 1)}`,
  );
  return [
    {
      code: 'import.missing-periods',
      weight: 'note',
      title: 'Months not in the file',
      text: `${name === '' ? '' : `${name}: `}${spans.join(', ')}. Left out, not filled.`,
      count,
      place: { file: context.fileName, column: time.name },
    },
  ];
};

/** False for many rows of transactions, hardly two of one kind: nothing there runs from month to month. */
async function hasSeries(monthly: string, series: string, context: StepContext): Promise<boolean> {
  const [[rows = 0] = []] = await context.rows(`SELECT count(*) ${monthly}`);
  if (Number(rows) < MANY_ROWS) return true;
  const [[kinds = 0] = []] = await context.rows(`SELECT approx_count_distinct(${series}) ${monthly}`);
  return Number(rows) >= 3 * Number(kinds);
}
