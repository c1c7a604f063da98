import { type FunctionName, formulaFunctions } from './formulaFunctions.ts';

/** A formula as a tree. `at` is where the part begins in the text, from 0: what goes wrong with it later can still be pointed at. */
export type Formula =
  | { kind: 'number'; at: number; value: number }
  | { kind: 'text'; at: number; value: string }
  | { kind: 'truth'; at: number; value: boolean }
  | ColumnReference
  | { kind: 'unary'; at: number; operator: '-' | '+' | '%'; of: Formula }
  | { kind: 'binary'; at: number; operator: BinaryOperator; left: Formula; right: Formula }
  | FormulaCall;

/** `table` where it names a column of another table: [Rates].[Average]. */
export interface ColumnReference {
  kind: 'column';
  at: number;
  name: string;
  table?: string;
}
export interface FormulaCall {
  kind: 'call';
  at: number;
  name: FunctionName;
  of: Formula[];
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | Comparison;
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Every part of a formula, itself first. */
export function* formulaParts(formula: Formula): Generator<Formula> {
  yield formula;
  if (formula.kind === 'unary') yield* formulaParts(formula.of);
  if (formula.kind === 'call') for (const part of formula.of) yield* formulaParts(part);
  if (formula.kind !== 'binary') return;
  yield* formulaParts(formula.left);
  yield* formulaParts(formula.right);
}

/** The columns of its own table that a formula names, each once. */
export function formulaColumns(formula: Formula): string[] {
  const names = new Set<string>();
  for (const part of formulaParts(formula)) {
    if (part.kind === 'column' && part.table === undefined) names.add(part.name);
  }
  return [...names];
}

/** The columns of other tables that a formula names. */
export function formulaLookups(formula: Formula): (ColumnReference & { table: string })[] {
  return [...formulaParts(formula)].filter(
    (part): part is ColumnReference & { table: string } => part.kind === 'column' && part.table !== undefined,
  );
}

/** Whether a formula looks at other rows than its own. */
export function looksBeyondRow(formula: Formula): boolean {
  return [...formulaParts(formula)].some(
    (part) => part.kind === 'call' && formulaFunctions[part.name].over === 'table',
  );
}
