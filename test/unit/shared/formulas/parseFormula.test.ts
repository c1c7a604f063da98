import { expect, test } from 'vitest';
import { Problem } from '../../../../shared/contract/problem.ts';
import { type Formula, formulaColumns } from '../../../../shared/formulas/formula.ts';
import { parseFormula } from '../../../../shared/formulas/parseFormula.ts';

/** The tree with a bracket round every part: how it binds. */
function bound(part: Formula): string {
  switch (part.kind) {
    case 'number':
    case 'truth':
      return String(part.value);
    case 'text':
      return `"${part.value}"`;
    case 'column':
      return part.table === undefined ? `[${part.name}]` : `[${part.table}].[${part.name}]`;
    case 'unary':
      return part.operator === '%' ? `(${bound(part.of)}%)` : `(${part.operator}${bound(part.of)})`;
    case 'binary':
      return `(${bound(part.left)} ${part.operator} ${bound(part.right)})`;
    case 'call':
      return `${part.name}(${part.of.map(bound).join(', ')})`;
  }
}

function refusal(text: string): { code: string; at: unknown } {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, at: error.details?.at };
    throw error;
  }
  throw new Error(`${text} was read`);
}

test.for([
  ['1 + 2 * 3', '(1 + (2 * 3))'],
  ['(1 + 2) * 3', '((1 + 2) * 3)'],
  ['8 - 3 - 2', '((8 - 3) - 2)'],
  // As Excel has it, and not as mathematics does.
  ['-2^2', '((-2) ^ 2)'],
  ['2^3^2', '((2 ^ 3) ^ 2)'],
  ['[Exports US$ mn] / [Total]', '([Exports US$ mn] / [Total])'],
  ['[odd]]name]', '[odd]name]'],
  ['= [a] & " say ""no""" = "x"', '(([a] & " say "no"") = "x")'],
  ['5% * [a]', '((5%) * [a])'],
  ['if([v] >= 10; "high"; "low")', 'IF(([v] >= 10), "high", "low")'],
  ['ROUND(ABS(-1.5e2), 1)', 'ROUND(ABS((-150)), 1)'],
  ['Total * 2', '([Total] * 2)'],
  ['برآمدات / ۲٫۵', '([برآمدات] / 2.5)'],
  [
    'lookup([Month]، [Rates].[Month]، [Rates].[US$ average])',
    'LOOKUP([Month], [Rates].[Month], [Rates].[US$ average])',
  ],
  ['AND(NOT([a] <> 1), true)', 'AND(NOT(([a] <> 1)), true)'],
] as const)('%s binds as %s', ([text, expected]) => {
  expect(bound(parseFormula(text))).toBe(expected);
});

test.for([
  ['1 +', 'formula.syntax', 3],
  ['1 2', 'formula.syntax', 2],
  ['(1 + 2', 'formula.syntax', 6],
  ['[Total', 'formula.syntax', 0],
  ['"open', 'formula.syntax', 0],
  ['1 + VLOOKUP(2)', 'formula.unknown', 4],
  ['ABS(1, 2)', 'formula.syntax', 0],
  ['ABS(1', 'formula.syntax', 5],
  ['(a + ) * 2', 'formula.syntax', 5],
  ['1 ? 2', 'formula.syntax', 2],
  ['', 'formula.syntax', 0],
] as const)('%s is refused at its place', ([text, code, at]) => {
  expect(refusal(text)).toEqual({ code, at });
});

test('brackets inside each other end at fifty, and letters at a thousand', () => {
  expect(parseFormula(`${'('.repeat(40)}1${')'.repeat(40)}`)).toMatchObject({ value: 1 });
  expect(refusal(`${'('.repeat(400)}1${')'.repeat(400)}`).code).toBe('formula.too-deep');
  expect(refusal('-'.repeat(900).concat('1')).code).toBe('formula.too-deep');
  expect(refusal('1+'.repeat(600).concat('1')).code).toBe('formula.too-deep');
});

test('the columns of a formula are named once each', () => {
  expect(formulaColumns(parseFormula('IF([a] > 1, [b] - [a], -[c]%)'))).toEqual(['a', 'b', 'c']);
});
