/** A formula as a tree. `at` is where the part begins in the text, from 0: what goes wrong with it later can still be pointed at. */
export type Formula =
  | { kind: 'number'; at: number; value: number }
  | { kind: 'text'; at: number; value: string }
  | { kind: 'truth'; at: number; value: boolean }
  | { kind: 'column'; at: number; name: string }
  | { kind: 'unary'; at: number; operator: '-' | '+' | '%'; of: Formula }
  | { kind: 'binary'; at: number; operator: BinaryOperator; left: Formula; right: Formula }
  | { kind: 'call'; at: number; name: FunctionName; of: Formula[] };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | Comparison;
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** How many arguments each function takes, at least and at most. */
export const formulaFunctions = {
  IF: [2, 3],
  AND: [1, 20],
  OR: [1, 20],
  NOT: [1, 1],
  ABS: [1, 1],
  ROUND: [1, 2],
} as const satisfies Record<string, readonly [number, number]>;
export type FunctionName = keyof typeof formulaFunctions;

/** The columns that a formula names, each once. */
export function formulaColumns(formula: Formula): string[] {
  const names = new Set<string>();
  const walk = (part: Formula): void => {
    if (part.kind === 'column') names.add(part.name);
    if (part.kind === 'unary') walk(part.of);
    if (part.kind === 'call') for (const one of part.of) walk(one);
    if (part.kind !== 'binary') return;
    walk(part.left);
    walk(part.right);
  };
  walk(formula);
  return [...names];
}
