import { isAbort, Problem, toProblemData } from '../../shared/contract/problem.ts';
import { type CellValue, type Vector, valueAt } from '../../shared/contract/vectors.ts';
import type { Figure, TargetAnswer } from '../../shared/contract/views.ts';
import type { FigureSpec } from '../../shared/figures/figure.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { formatPeriod } from '../../shared/formats/formatPeriod.ts';
import { shareOfTotal } from '../../shared/measures/shareOfTotal.ts';
import { yearOnYear } from '../../shared/measures/yearOnYear.ts';
import { codeLabel } from '../../shared/model/table.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import { columnOf, timeColumn } from '../../shared/views/columns.ts';
import type { QuerySpec, ViewData } from '../../shared/views/query.ts';
import { type QueryProject, runQuery, tableOf } from './runQuery.ts';
import { runTarget } from './runTarget.ts';

/** The figures of a text by id. One that cannot be worked out is NaN with its problem; an abort is thrown. */
export async function runFigures(
  project: QueryProject,
  specs: Readonly<Record<string, FigureSpec>>,
  signal?: AbortSignal,
): Promise<Record<string, Figure>> {
  const targets = new Map<string, Promise<TargetAnswer>>();
  const target = (id: string) => {
    const asked = targets.get(id) ?? runTarget(project, id, signal);
    targets.set(id, asked);
    return asked;
  };

  async function figure(id: string, asking: readonly string[]): Promise<Figure> {
    const spec = specs[id];
    if (!spec) throw unknownFigure(id);
    if (asking.includes(id)) {
      throw new Problem({
        code: 'figure.cycle',
        message: `The figures ${[...asking, id].join(' \u2192 ')} need each other.`,
        remedy: 'Let one of them be worked out from a table.',
      });
    }
    if (spec.kind === 'value' || spec.kind === 'rank') return await ofQuery(project, spec, signal);
    if (spec.kind === 'target') return targetField(await target(spec.target), spec.field);
    const path = [...asking, id];
    const [of, to] = await Promise.all([figure(spec.of, path), figure(spec.to, path)]);
    return combined(spec.kind, of, to);
  }

  const entries = Object.keys(specs).map(async (id): Promise<[string, Figure]> => {
    try {
      return [id, await figure(id, [])];
    } catch (error) {
      if (isAbort(error) || !(error instanceof Problem)) throw error;
      return [
        id,
        { value: Number.NaN, unit: '', fraction: false, reckoning: '', problem: toProblemData(error) },
      ];
    }
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function ofQuery(
  project: QueryProject,
  spec: Extract<FigureSpec, { kind: 'value' | 'rank' }>,
  signal?: AbortSignal,
): Promise<Figure> {
  const data = await runQuery(project, spec.query, { signal });
  const row = rowOf(project, spec, data);
  const value = data.value.values[row] ?? Number.NaN;
  const named = nameOf(project, spec.query, data, row);
  if (spec.kind === 'value') return { value, unit: data.unit, fraction: data.fraction, reckoning: named };
  if (Number.isNaN(value)) throw nothingThere(spec.at);
  const rank = 1 + data.value.values.filter((other) => other > value).length;
  return { value: rank, unit: '', fraction: false, reckoning: `${named}, of ${data.value.values.length}` };
}

/** The mark that a figure stands for. */
function rowOf(
  project: QueryProject,
  spec: Extract<FigureSpec, { kind: 'value' | 'rank' }>,
  data: ViewData,
): number {
  const { values } = data.value;
  const table = tableOf(project.document, spec.query.table);
  if (spec.at !== undefined) {
    const [key] = data.keys;
    const [first] = spec.query.keys;
    const isPeriod =
      first !== undefined && columnOf(table, first.column).type === 'period' && first.level !== 'fiscalMonth';
    const row = key ? values.findIndex((_, i) => atText(valueAt(key, i), isPeriod) === spec.at) : -1;
    if (row < 0) throw nothingThere(spec.at);
    return row;
  }
  if (values.length === 0) throw nothingThere(table.title);
  const pick = spec.kind === 'value' ? spec.pick : 'only';
  if (pick === 'last') return values.length - 1;
  if (pick === 'largest') {
    const largest = values.reduce((most, value) => (value > most ? value : most), Number.NEGATIVE_INFINITY);
    return Math.max(0, values.indexOf(largest));
  }
  if (values.length === 1) return 0;
  throw new Problem({
    code: 'figure.several',
    message: `The figure stands for ${values.length} values.`,
    remedy: 'Name one category, or filter until one value is left.',
  });
}

function atText(value: CellValue, isPeriod: boolean): string | null {
  if (value === null) return null;
  return isPeriod && typeof value === 'number' ? periodText(value) : String(value);
}

/** "Monthly series, Dec 2024": the table and what the mark stands for. */
function nameOf({ document }: QueryProject, query: QuerySpec, data: ViewData, row: number): string {
  const table = tableOf(document, query.table);
  const time = timeColumn(table);
  const names = query.keys.map(({ column, level }, i) => {
    const value = valueAt(data.keys[i] ?? EMPTY, row);
    if (value === null) return '';
    const of = columnOf(table, column);
    if (of.type === 'period' && level !== 'fiscalMonth' && typeof value === 'number') {
      return formatPeriod(value, { fiscalYearStart: document.fiscalYearStart });
    }
    return typeof value === 'string' ? codeLabel(of, value) : String(value);
  });
  const ranges = query.where.flatMap((filter) =>
    filter.column === time?.id && 'from' in filter
      ? [`${filter.from ?? ''} to ${filter.to ?? ''}`.trim()]
      : [],
  );
  return [table.title, ...names, ...ranges].filter(Boolean).join(', ');
}

const EMPTY: Vector = { kind: 'number', values: new Float64Array() };

/** A field of a target's arithmetic. Growth is a fraction, months are counted, the rest is in the target's unit. */
function targetField(answer: TargetAnswer, field: string): Figure {
  const values: Record<string, unknown> = { ...answer, bestMonth: answer.bestMonth?.value ?? null };
  const value = values[field];
  if (value !== null && typeof value !== 'number') throw unknownFigure(field);
  const fraction = field === 'growthNeeded' || field === 'growthSoFar';
  const counted = field === 'monthsKnown' || field === 'monthsLeft';
  const whole = (of: number) => formatNumber(of, { decimals: 0 });
  const reckoning =
    field === 'neededPerMonth'
      ? `(${whole(answer.goal)} \u2212 ${whole(answer.achieved)}) \u00f7 ${answer.monthsLeft}`
      : field === 'averageSoFar'
        ? `${whole(answer.achieved)} \u00f7 ${answer.monthsKnown}`
        : answer.sourceLine;
  return {
    value: value ?? Number.NaN,
    unit: fraction ? '%' : counted ? 'months' : answer.unit,
    fraction,
    reckoning,
  };
}

function combined(kind: 'ratio' | 'change' | 'difference', of: Figure, to: Figure): Figure {
  if (of.unit !== to.unit) {
    throw new Problem({
      code: 'figure.two-units',
      message: `One figure is in ${of.unit || 'no unit'}, the other in ${to.unit || 'no unit'}.`,
      remedy: 'Compare figures of one unit.',
    });
  }
  const shown = (figure: Figure) => formatNumber(figure.value, { decimals: 1 });
  if (kind === 'difference') {
    return { ...of, value: of.value - to.value, reckoning: `${shown(of)} \u2212 ${shown(to)}` };
  }
  const part = Number.isNaN(of.value) ? null : of.value;
  const base = Number.isNaN(to.value) ? null : to.value;
  const value = kind === 'ratio' ? shareOfTotal(part, base) : yearOnYear(part, base);
  const reckoning = `${shown(of)} \u00f7 ${shown(to)}${kind === 'change' ? ' \u2212 1' : ''}`;
  return { value: value ?? Number.NaN, unit: '%', fraction: true, reckoning };
}

function unknownFigure(id: string): Problem {
  return new Problem({
    code: 'figure.unknown',
    message: `There is no figure "${id}".`,
    remedy: 'Add it, or take it out of the text.',
  });
}

function nothingThere(at: string): Problem {
  return new Problem({
    code: 'figure.nothing',
    message: `There is no value for "${at}".`,
    remedy: 'Look at the filters of the figure, or choose another category.',
  });
}
