interface FunctionRule {
  /** How many values it takes, at least and at most. */
  readonly least: number;
  readonly most: number;
  /** What it looks at: the row that it stands in, or the whole table. */
  readonly over: 'row' | 'table';
}

const row = (least: number, most = least): FunctionRule => ({ least, most, over: 'row' });
const table = (least: number, most = least): FunctionRule => ({ least, most, over: 'table' });

/** The functions of formulas, by name; named as in Excel where Excel has them. What each does stands where it is compiled, in main/engine/formulas. */
export const formulaFunctions = {
  IF: row(2, 3),
  AND: row(1, 20),
  OR: row(1, 20),
  NOT: row(1),
  ISBLANK: row(1),
  COALESCE: row(2, 20),
  ABS: row(1),
  ROUND: row(1, 2),
  SQRT: row(1),
  LN: row(1),
  EXP: row(1),
  MIN: row(1, 20),
  MAX: row(1, 20),
  TRIM: row(1),
  LEFT: row(2),
  RIGHT: row(2),
  /** Of the rows with the same values of the columns that are named after it. */
  TOTAL: table(1, 10),
  SHARE: table(1, 10),
  /** The same key one period before, and one year before. */
  PREVIOUS: table(1),
  YEARAGO: table(1),
  /** LOOKUP(value, [Table].[key], [Table].[result], then further pairs of value and key). */
  LOOKUP: table(3, 11),
} as const satisfies Record<string, FunctionRule>;

export type FunctionName = keyof typeof formulaFunctions;

export function isFormulaFunction(name: string): name is FunctionName {
  return Object.hasOwn(formulaFunctions, name);
}
