import type { Document } from '../model/document.ts';
import { type Column, columnLabel, type Table } from '../model/table.ts';
import { type ColumnReference, formulaLookups } from './formula.ts';
import { formulaProblem } from './formulaProblem.ts';

/** The column of a table that a formula means: by its label, else by its name in the file, else by either whatever the case. Problem `formula.unknown`. */
export function formulaColumn(table: Table, { name, at }: Pick<ColumnReference, 'name' | 'at'>): Column {
  const { columns } = table;
  const same = (text: string) => text.trim().toLowerCase() === name.trim().toLowerCase();
  const found =
    columns.find((column) => columnLabel(column) === name) ??
    columns.find((column) => column.name === name) ??
    columns.find((column) => same(columnLabel(column)) || same(column.name));
  if (found) return found;
  throw formulaProblem(
    'unknown',
    `"${table.title}" has no column "${name}".`,
    `It has ${columns.slice(0, 12).map(columnLabel).join(', ')}${columns.length > 12 ? ' and more' : ''}.`,
    at,
  );
}

/** The table that a formula means by its title. Problem `formula.unknown`. */
export function formulaTable(document: Document, title: string, at: number): Table {
  const same = ({ title: own }: Table) => own.trim().toLowerCase() === title.trim().toLowerCase();
  const found = document.tables.find(same);
  if (found) return found;
  throw formulaProblem(
    'unknown',
    `There is no table "${title}".`,
    `There are ${document.tables.map((table) => table.title).join(', ')}.`,
    at,
  );
}

/** Other tables that a formula looks into, each with the columns that it reads there. */
export function lookedInto(
  document: Document,
  formula: Parameters<typeof formulaLookups>[0],
): { table: Table; column: Column }[] {
  return formulaLookups(formula).map((reference) => {
    const table = formulaTable(document, reference.table, reference.at);
    return { table, column: formulaColumn(table, reference) };
  });
}
