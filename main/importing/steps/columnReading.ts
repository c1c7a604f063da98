import type { Column } from '../../../shared/model/table.ts';
import type { StepContext, StepOf, StepWords } from './step.ts';

/** How the texts of one column become values. The typed column is made first, then `finish` looks at what came of it. */
export interface ColumnReading {
  expression: string;
  /** Tells what was refused; `empty` says that some typed cells are empty, `typed` is the typed column to ask. */
  finish(typed: TypedColumn): Promise<{ column: Column; words: StepWords }>;
}

export interface TypedColumn {
  /** The stored table and its column, as SQL. */
  table: string;
  id: string;
  empty: boolean;
}

export interface Asked {
  /** The untyped rows as `t`, and the cell in them. */
  from: string;
  cell: string;
  step: StepOf<'setColumn'>;
  base: Column;
  /** All its cells are plain numbers, empty, or marks, and this is how many decimals they print at most. */
  plainDecimals?: number;
  /** The cell of another column of the same row, by name; undefined where there is none. */
  cellOf(name: string): string | undefined;
}

export type ReadColumn = (asked: Asked, context: StepContext) => Promise<ColumnReading> | ColumnReading;

/** What was done to a column, in words; its role names it before its type does. */
export function wordsOf({ role, type }: StepOf<'setColumn'>, words: string, count: string): StepWords {
  const roles: Partial<Record<typeof role, string>> = {
    vintage: 'Vintage',
    status: 'Status',
    source: 'Source',
    definition: 'Definition',
    unit: 'Unit',
  };
  const types = {
    category: 'Category',
    number: 'Number',
    period: 'Period',
    text: 'Text',
    boolean: 'Yes or no',
  };
  return { title: roles[role] ?? types[type], words, count };
}
