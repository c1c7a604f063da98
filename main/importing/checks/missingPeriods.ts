import { codeLabel } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { identifier } from '../../engine/engine.ts';
import type { Check } from './check.ts';

/** Gaps in the longest monthly series. They are left out, never filled. */
export const missingPeriods: Check = async (state, context) => {
  const time = state.columns.find(({ role, type }) => role === 'time' && type === 'period');
  if (!time) return [];
  const dims = state.columns.filter(({ role, type }) => role === 'dimension' && type === 'category');
  const t = identifier(time.id);
  const keys = dims.map(({ id }) => identifier(id));
  const by = keys.length > 0 ? `GROUP BY ${keys.join(', ')}` : '';
  const rows = await context.rows(
    `SELECT list(DISTINCT ${t} // 1000 ORDER BY ${t} // 1000)::VARCHAR${keys.map((key) => `, ${key}`).join('')} FROM (${state.sql}) WHERE ${t} % 1000 = 1 ${by} ORDER BY count(DISTINCT ${t}) DESC LIMIT 1`,
  );
  const [found] = rows;
  if (!found || found[0] === null) return [];
  const months = String(found[0]).replace(/[[\]]/g, '').split(', ').map(Number);
  if (months.length < 3) return [];
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
