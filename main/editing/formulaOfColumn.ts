import { Problem } from '../../shared/contract/problem.ts';
import { formulaColumn } from '../../shared/formulas/formulaColumn.ts';
import { formulaMeaning } from '../../shared/formulas/formulaMeaning.ts';
import { parseFormula } from '../../shared/formulas/parseFormula.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Column, ColumnType, Table } from '../../shared/model/table.ts';
import { compileColumn } from '../project/computed/compileColumn.ts';

/** What a formula makes of a column of a table: its type, and what its figures are. Problems `formula.*`, with the place in `details.at`. */
export function formulaOfColumn(
  document: Document,
  table: Table,
  text: string,
): Pick<Column, 'type' | 'role' | 'nature' | 'unit' | 'formula' | 'derived'> & { type: ColumnType } {
  const written = text.trim().replace(/^=\s*/, '');
  if (written === '')
    throw new Problem({
      code: 'formula.syntax',
      message: 'The formula is empty.',
      remedy: 'Write one, such as [Exports] - [Imports].',
      details: { at: 0 },
    });
  const formula = parseFormula(written);
  const { type } = compileColumn(document, table, formula);
  const said = { formula: written, derived: written };
  if (type === 'text') return { ...said, type: 'category', role: 'dimension' };
  if (type !== 'number') return { ...said, type, role: 'dimension' };
  const meaning = formulaMeaning(formula, (name) => formulaColumn(table, { name, at: 0 }));
  return { ...said, type, role: 'measure', nature: 'rate', ...meaning };
}
