import { expect, test } from 'vitest';
import { renameInFormula } from '../../../../shared/formulas/renameInFormula.ts';

const rename = (text: string) =>
  renameInFormula(text, ({ name, table }) =>
    table === undefined && name === 'Total' ? { name: 'Sum [US$]' } : null,
  );

test.for([
  ['[Total] + Total * 2', '[Sum [US$]]] + [Sum [US$]]] * 2'],
  ['"Total" & [Totals] & [Rates].[Total]', '"Total" & [Totals] & [Rates].[Total]'],
  ['TOTAL([Total], [Month])', 'TOTAL([Sum [US$]]], [Month])'],
  ['[Total] +', '[Total] +'],
] as const)('%s becomes %s', ([text, expected]) => {
  expect(rename(text)).toBe(expected);
});
