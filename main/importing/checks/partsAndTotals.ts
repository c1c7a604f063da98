import type { ImportNote } from '../../../shared/contract/importing.ts';
import { type Column, codeLabel } from '../../../shared/model/table.ts';
import { periodText } from '../../../shared/periods/periodText.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { isOfWhich } from '../detection/labelTree.ts';
import type { StepContext, TableState } from '../steps/step.ts';
import type { Check } from './check.ts';

/** Gaps that have a note of their own; further ones are counted. */
const MOST_GAPS = 20;

/** Parts against their printed total, within one printing: same keys, period, vintage, source and status. */
export const partsAndTotals: Check = async (state, context) => {
  const items = state.columns.filter(({ parents }) => parents && Object.keys(parents).length > 0);
  const measures = state.columns.filter(
    ({ role, type, nature }) => role === 'measure' && type === 'number' && nature !== 'rate',
  );
  const notes: ImportNote[] = [];
  for (const item of items)
    for (const measure of measures) notes.push(...(await gapsOf(item, measure, state, context)));
  const [last, rest] = [notes[MOST_GAPS - 1], notes.length - MOST_GAPS];
  if (!last || rest <= 0) return notes;
  return [
    ...notes.slice(0, MOST_GAPS - 1),
    { ...last, text: `${last.text} ${rest} more totals do not add up.`, count: rest + 1 },
  ];
};

async function gapsOf(
  item: Column,
  measure: Column,
  state: TableState,
  context: StepContext,
): Promise<ImportNote[]> {
  const time = state.columns.find(({ role, type }) => role === 'time' && type === 'period');
  const keys = state.columns
    .filter((column) => column !== item && !['measure', 'note', 'source'].includes(column.role))
    .map(({ id }) => identifier(id));
  const note = state.columns.find(({ role, type }) => role === 'note' && type !== 'number');
  const doubt = note ? `coalesce(${identifier(note.id)}, '') ILIKE '%uncertain%'` : 'false';
  const [code, value] = [identifier(item.id), identifier(measure.id)];
  const notes: ImportNote[] = [];
  for (const [total, children] of wholesOf(item)) {
    const rows = await context.rows(
      `SELECT ${time ? identifier(time.id) : '-1'} AS period, any_value(${value}) FILTER (${code} = ${literal(total)}) AS total, sum(${value}) FILTER (${code} <> ${literal(total)}) AS parts, ` +
        `count(*) FILTER (${code} <> ${literal(total)}) AS n, count(DISTINCT ${code}) AS kinds, ` +
        `string_agg(concat(_line, chr(30), ${code}, chr(30), ${value}), chr(31) ORDER BY ${code} = ${literal(total)}, _line) AS list, ` +
        `coalesce(min(CASE WHEN ${doubt} THEN _line END), min(CASE WHEN ${code} = ${literal(total)} THEN _line END)) AS line ` +
        `FROM (${state.sql}) WHERE ${code} IN (${[total, ...children].map(literal).join(', ')}) AND ${value} IS NOT NULL GROUP BY ${keys.join(', ') || '()'} ` +
        `HAVING total IS NOT NULL AND n = kinds - 1 AND n = ${children.length} ORDER BY 1`,
    );
    for (const [period, whole, sum, , , list, line] of rows) {
      const gap = Number(whole) - Number(sum);
      // "Of which" names some of the parts: that they come to less says nothing.
      if (Math.abs(gap) <= tolerance(Number(whole), children.length, measure)) continue;
      if (gap > 0 && children.some((child) => isOfWhich(codeLabel(item, child)))) continue;
      notes.push(noteOf(item, measure, total, { period, whole, sum, list, line }, context));
    }
  }
  return notes;
}

/** Whole -> its parts; a single part tells nothing of a sum. */
function wholesOf({ parents = {} }: Column): [string, string[]][] {
  const parts = new Map<string, string[]>();
  for (const [child, parent] of Object.entries(parents))
    parts.set(parent, [...(parts.get(parent) ?? []), child]);
  return [...parts].filter(([, children]) => children.length >= 2);
}

/** Each figure is rounded on its own: half a unit of its last printed digit, at least 0.05 a part, and 0.2 % of the total. */
function tolerance(total: number, parts: number, { format }: Column): number {
  const half = 0.5 * 10 ** -(format?.decimals ?? 1);
  return Math.max(0.05 * parts, half * (parts + 1), Math.abs(total) * 0.002) + 1e-9;
}

type Value = string | number | boolean | null | undefined;

function noteOf(
  item: Column,
  measure: Column,
  total: string,
  { period, whole, sum, list, line }: Record<'period' | 'whole' | 'sum' | 'list' | 'line', Value>,
  { fileName }: StepContext,
): ImportNote {
  const gap = Number(whole) - Number(sum);
  const cells = String(list)
    .split('\u001f')
    .map((entry) => {
      const [at = '', code = '', figure = ''] = entry.split('\u001e');
      return { line: Number(at), code, figure: String(Number(figure)) };
    });
  const parts = cells.filter(({ code }) => code !== total);
  const when = Number(period) < 0 ? '' : `${periodText(Number(period))}, `;
  return {
    code: 'import.parts-gap',
    weight: 'decide',
    title: gap > 0 ? 'Parts fall short of the total' : 'Parts exceed the total',
    text: `${when}${codeLabel(item, total)}: ${parts.map(({ code, figure }) => `${codeLabel(item, code)} ${figure}`).join(', ')}; parts ${Number(sum).toFixed(2)}, total as printed ${Number(whole).toFixed(2)}, gap ${Math.abs(gap).toFixed(2)}.`,
    place: { file: fileName, line: Number(line), column: measure.name },
    cells: cells.map((cell) => ({
      place: { file: fileName, line: cell.line, column: measure.name },
      text: cell.figure,
    })),
  };
}
