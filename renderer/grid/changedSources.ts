import { type Document, findById } from '../../shared/model/document.ts';
import type { Table } from '../../shared/model/table.ts';

/** The tables that a table was built from and whose rows changed since; a revision is the sequence number of its change. */
export function changedSources(table: Table, document: Document): Table[] {
  const { builtFrom } = table;
  if (!builtFrom) return [];
  return builtFrom.tables
    .map((id) => findById(document.tables, id))
    .filter((source): source is Table => source !== undefined && source.revision > builtFrom.builtAt);
}
