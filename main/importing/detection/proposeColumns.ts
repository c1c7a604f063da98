import type { Step } from '../../../shared/model/recipe.ts';
import { columnSpelling } from '../../../shared/periods/spellPeriod.ts';
import { MISSING_MARKS } from './cellKind.ts';
import { isKeyNumber, natureOf, type Role, roleOfName } from './columnRole.ts';
import { type ColumnSample, textsOf } from './columnSample.ts';
import { columnType } from './columnType.ts';
import { areCumulative } from './cumulative.ts';
import { addEvidence, decimalEvidence, decimalMark } from './decimalMark.ts';
import { noFigure } from './noFigure.ts';
import { type UnitSources, unitOfColumn, unitsOfCells } from './proposeUnit.ts';

export interface ColumnHints {
  fiscalYearStart: number;
  /** The delimiter of a text. */
  delimiter?: string | undefined;
  units: UnitSources;
  /** Columns that a step before made for flags. */
  statusColumns: ReadonlySet<string>;
  /** Part -> whole, by the name of the column. */
  parents: ReadonlyMap<string, Record<string, string>>;
}

type SetColumn = Extract<Step, { step: 'setColumn' }>;

/** Types, roles, units: one step for each column, by what stands in it and what it is called. */
export function proposeColumns(samples: readonly ColumnSample[], hints: ColumnHints): Step[] {
  const { fiscalYearStart, units, parents } = hints;
  const typed = samples.map((sample) => ({
    sample,
    role: hints.statusColumns.has(sample.name) ? 'status' : roleOfName(sample.name),
    type: columnType(sample, fiscalYearStart),
    evidence: decimalEvidence(sample.texts),
  }));
  const ofFile = addEvidence(typed.map(({ evidence }) => evidence));
  const periods = typed.find(({ role, type }) => role === undefined && type === 'period');
  const whole = {
    cumulative:
      samples.some(({ name }) => /months?[ _]elapsed|cumulative|ytd/i.test(name)) ||
      (periods !== undefined && areCumulative(textsOf(periods.sample), fiscalYearStart)),
    targets: samples.some(({ texts }) => texts.length > 0 && texts.every(({ text }) => text === 'target')),
  };
  let hasTime = false;
  const steps = typed.map(({ sample, role, type, evidence }): SetColumn => {
    const base = {
      step: 'setColumn',
      column: sample.name,
      decimal: '.',
      missing: marksIn(sample),
    } as const;
    if (role === 'note') return { ...base, missing: [...base.missing], type: 'text', role };
    if (role !== undefined) return { ...base, missing: [...base.missing], type: 'category', role };
    if (type === 'period') {
      const time: Role = hasTime ? 'dimension' : 'time';
      hasTime = true;
      const spelling = columnSpelling(textsOf(sample));
      return { ...base, missing: [...base.missing], type, role: time, ...(spelling && { spelling }) };
    }
    if (type === 'number') {
      const key = isKeyNumber(sample.name);
      const found = key ? undefined : unitOfColumn(sample, units);
      const nature = natureOf(sample.name, found?.unit, whole);
      // Money is no unit of a rate: only a percent sign or its own name tells.
      const unit =
        nature === 'rate' && (found?.unitFrom === 'title' || found?.unitFrom === 'column')
          ? undefined
          : found;
      const { decimal, unsure } = decimalMark(evidence, ofFile, hints.delimiter);
      const affixes = key ? [] : [...unitsOfCells(sample).affixes];
      return {
        ...base,
        missing: marksAmongFigures(sample),
        type,
        role: key ? 'dimension' : 'measure',
        decimal,
        ...(!key && { nature }),
        ...unit,
        ...(affixes.length > 0 && { affixes }),
        ...(unsure && { decimalUnsure: true }),
      };
    }
    const ofColumn = parents.get(sample.name);
    return {
      ...base,
      missing: [...base.missing],
      type,
      role: type === 'text' ? 'note' : 'dimension',
      ...(type === 'category' && ofColumn && { parents: ofColumn }),
    };
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

function marksIn({ texts }: ColumnSample): string[] {
  const here = new Set(texts.map(({ text }) => text.trim().toLowerCase()));
  return ['', ...MISSING_MARKS.filter((mark) => here.has(mark))];
}

/** Beside figures more is a mark: "x", ": c". */
function marksAmongFigures(sample: ColumnSample): string[] {
  const more = sample.texts.flatMap(({ text }) => (noFigure(text) ? [text.trim().toLowerCase()] : []));
  return [...new Set([...marksIn(sample), ...more])];
}
