import type { Column, MeasureNature } from '../model/table.ts';
import { columnLabel } from '../model/table.ts';
import type { Formula } from './formula.ts';
import { formulaProblem } from './formulaProblem.ts';

/** What the figures of a formula are, as far as it follows from the columns that they are made of. */
export interface FormulaMeaning {
  unit?: string;
  nature?: MeasureNature;
}

/** constant: a number that is written there; anything may be added to it. */
type Meaning = FormulaMeaning | 'constant';

/**
 * Sums and differences of one unit and nature keep them, and so does a multiple; anything else is a rate, which is never added up.
 * Problem `formula.units` where amounts of two units are added.
 */
export function formulaMeaning(formula: Formula, column: (name: string) => Column): FormulaMeaning {
  const meaning = meaningOf(formula, column);
  return meaning === 'constant' ? {} : meaning;
}

function meaningOf(part: Formula, column: (name: string) => Column): Meaning {
  const of = (one: Formula) => meaningOf(one, column);
  const rate: Meaning = { nature: 'rate' };
  switch (part.kind) {
    case 'number':
      return 'constant';
    case 'column': {
      if (part.table !== undefined) return {};
      const { unit, nature } = column(part.name);
      return { ...(unit && { unit }), ...(nature && { nature }) };
    }
    case 'unary':
      return part.operator === '%' && of(part.of) !== 'constant' ? rate : of(part.of);
    case 'binary': {
      const [left, right] = [of(part.left), of(part.right)];
      if (part.operator === '+' || part.operator === '-') return sum(part, left, right, column);
      if (left === 'constant' && right === 'constant') return 'constant';
      // Twice as much is an amount of another scale.
      if (part.operator === '*' && left === 'constant') return withoutUnit(right);
      if ((part.operator === '*' || part.operator === '/') && right === 'constant') return withoutUnit(left);
      return rate;
    }
    case 'call': {
      const [first, second, third] = part.of;
      if (!first) return rate;
      if (['PREVIOUS', 'YEARAGO', 'TOTAL', 'ABS', 'ROUND'].includes(part.name)) return of(first);
      if (part.name === 'IF' && second) return third ? sameOrRate(of(second), of(third)) : of(second);
      if (['MIN', 'MAX', 'COALESCE'].includes(part.name)) return part.of.map(of).reduce(sameOrRate);
      return rate;
    }
    default:
      return rate;
  }
}

function sum(
  part: Extract<Formula, { kind: 'binary' }>,
  left: Meaning,
  right: Meaning,
  column: (name: string) => Column,
): Meaning {
  if (left === 'constant') return right;
  if (right === 'constant') return left;
  if (left.unit !== undefined && right.unit !== undefined && left.unit !== right.unit)
    throw formulaProblem(
      'units',
      `${nameOf(part.left, column)} is in ${left.unit}, ${nameOf(part.right, column)} in ${right.unit}.`,
      'Convert one of them first: multiply it by a rate, or look the rate up.',
      part.at,
    );
  return sameOrRate(left, right);
}

function sameOrRate(left: Meaning, right: Meaning): Meaning {
  if (left === 'constant') return right;
  if (right === 'constant') return left;
  const unit = left.unit === right.unit ? left.unit : undefined;
  return { ...(unit && { unit }), nature: left.nature === right.nature ? (left.nature ?? 'rate') : 'rate' };
}

function withoutUnit(meaning: Meaning): Meaning {
  if (meaning === 'constant' || !meaning.nature) return meaning === 'constant' ? meaning : {};
  return { nature: meaning.nature };
}

function nameOf(part: Formula, column: (name: string) => Column): string {
  return part.kind === 'column' && part.table === undefined ? columnLabel(column(part.name)) : 'One side';
}
