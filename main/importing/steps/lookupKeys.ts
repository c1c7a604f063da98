import { Problem } from '../../../shared/contract/problem.ts';
import { type Column, type ColumnType, columnLabel } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';

/** How the cells of two columns are compared: an expression for each side, over a table named `t`. */
export interface KeyPair {
  left: Column;
  right: Column;
  leftSql: string;
  rightSql: string;
  /** The two are written differently (04 and 4) and compared as numbers. */
  reconciled: boolean;
}

type Class = 'text' | 'number' | 'period' | 'boolean';

const classes: Record<ColumnType, Class> = {
  category: 'text',
  text: 'text',
  number: 'number',
  period: 'period',
  boolean: 'boolean',
};

/** Problem `combine.key-types` where the two can never be equal. */
export function keyPair(left: Column, right: Column, loose: boolean): KeyPair {
  const [a, b] = [classes[left.type], classes[right.type]];
  const cell = (column: Column) => `t.${identifier(column.id)}`;
  if (a === b) {
    const side = (column: Column) => (a === 'text' && loose ? looseText(cell(column)) : cell(column));
    return { left, right, leftSql: side(left), rightSql: side(right), reconciled: false };
  }
  const pair = new Set([a, b]);
  if (pair.has('number') && pair.has('text')) {
    const side = (column: Column) =>
      column.type === 'number' ? cell(column) : `TRY_CAST(trim(${cell(column)}) AS DOUBLE)`;
    return { left, right, leftSql: side(left), rightSql: side(right), reconciled: true };
  }
  throw new Problem({
    code: 'combine.key-types',
    message: `"${columnLabel(left)}" holds ${kindWords[left.type]}, "${columnLabel(right)}" ${kindWords[right.type]}: they never match.`,
    remedy: 'Choose two columns of one kind.',
    place: { column: left.name },
  });
}

/** A text without regard to case, and to spaces at its ends or doubled. */
export function looseText(sql: string): string {
  return `lower(trim(regexp_replace(nfc_normalize(${sql}), '[\\s\\x{00A0}]+', ' ', 'g')))`;
}

const kindWords: Record<ColumnType, string> = {
  category: 'categories',
  text: 'text',
  number: 'numbers',
  period: 'periods',
  boolean: 'yes or no',
};
