import type { Draft } from 'immer';
import { formulaColumn, formulaTable } from '../../shared/formulas/formulaColumn.ts';
import { type Reference, renameInFormula } from '../../shared/formulas/renameInFormula.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Table } from '../../shared/model/table.ts';

/**
 * Writes the new name of a column or a table into every formula that names it. Runs before the name itself changes,
 * because formulas are read by the names as they are.
 */
export function renameReferences(
  document: Draft<Document>,
  of: { table: string; column?: string },
  name: string,
): void {
  for (const table of document.tables) {
    for (const column of table.columns) {
      if (column.formula === undefined) continue;
      const text = renameInFormula(column.formula, (reference) =>
        renamed(document, table, reference, of, name),
      );
      if (text === column.formula) continue;
      column.formula = text;
      column.derived = text;
    }
  }
}

function renamed(
  document: Document,
  own: Table,
  reference: Reference,
  of: { table: string; column?: string },
  name: string,
): Reference | null {
  const meant = reference.table === undefined ? own : formulaTable(document, reference.table, 0);
  if (meant.id !== of.table) return null;
  if (of.column === undefined) return reference.table === undefined ? null : { ...reference, table: name };
  return formulaColumn(meant, { name: reference.name, at: 0 }).id === of.column
    ? { ...reference, name }
    : null;
}
