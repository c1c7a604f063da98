import type { ImportNote } from '../../../shared/contract/importing.ts';
import { codeLabel } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { identifier, literal } from '../../engine/engine.ts';
import type { Check } from './check.ts';

/** Each part is rounded on its own: half a unit of the last printed digit, at least 0.05, and 0.2 % of the total. */
const tolerance = (total: number, parts: number) => Math.max(0.05 * parts, Math.abs(total) * 0.002);

/** Parts against their printed total, within one printing: same keys, period, vintage, source and status. */
export const partsAndTotals: Check = async (state, context) => {
  const item = state.columns.find(({ parents }) => parents && Object.keys(parents).length > 0);
  const measure = state.columns.find(({ role, nature }) => role === 'measure' && nature !== 'rate');
  const time = state.columns.find(({ role }) => role === 'time');
  if (!item?.parents || !measure || !time) return [];
  const parts = new Map<string, string[]>();
  for (const [child, parent] of Object.entries(item.parents))
    parts.set(parent, [...(parts.get(parent) ?? []), child]);
  const group = state.columns.filter(
    ({ role }) => role !== 'measure' && role !== 'note' && role !== 'source' && role !== 'dimension',
  );
  const others = state.columns.filter((column) => column.role === 'dimension' && column !== item);
  const keys = [...group, ...others].map(({ id }) => identifier(id)).join(', ');
  const note = state.columns.find(({ role, type }) => role === 'note' && type !== 'number');
  const doubt = note ? `coalesce(${identifier(note.id)}, '') ILIKE '%uncertain%'` : 'false';
  const [code, value] = [identifier(item.id), identifier(measure.id)];
  const notes: ImportNote[] = [];
  for (const [total, children] of parts) {
    if (children.length < 2) continue;
    const rows = await context.rows(
      `SELECT ${identifier(time.id)}, any_value(${value}) FILTER (${code} = ${literal(total)}) AS total, sum(${value}) FILTER (${code} <> ${literal(total)}) AS parts, ` +
        `count(*) FILTER (${code} <> ${literal(total)}) AS n, count(DISTINCT ${code}) AS kinds, ` +
        `string_agg(CASE WHEN ${code} <> ${literal(total)} THEN ${code} || '=' || CAST(${value} AS VARCHAR) END, '|' ORDER BY _line) AS list, ` +
        `coalesce(min(CASE WHEN ${doubt} THEN _line END), min(CASE WHEN ${code} = ${literal(total)} THEN _line END)) AS line ` +
        `FROM (${state.sql}) WHERE ${code} IN (${[total, ...children].map(literal).join(', ')}) AND ${value} IS NOT NULL GROUP BY ${keys} ` +
        `HAVING total IS NOT NULL AND n = kinds - 1 AND n = ${children.length} ORDER BY 1`,
    );
    for (const [period, whole, sum, count, , list, line] of rows) {
      const gap = Number(whole) - Number(sum);
      if (Math.abs(gap) <= tolerance(Number(whole), Number(count))) continue;
      const shown = String(list)
        .split('|')
        .map((entry) => {
          const [child = '', figure = ''] = entry.split('=');
          return `${codeLabel(item, child)} ${figure}`;
        });
      notes.push({
        code: 'import.parts-gap',
        weight: 'decide',
        title: gap > 0 ? 'Parts fall short of the total' : 'Parts exceed the total',
        text: `${periodText(Number(period))}, ${codeLabel(item, total)}: ${shown.join(', ')}; parts ${Number(sum).toFixed(2)}, total as printed ${Number(whole).toFixed(2)}, gap ${Math.abs(gap).toFixed(2)}.`,
        place: { file: context.fileName, line: Number(line), column: measure.name },
      });
    }
  }
  return notes;
};
