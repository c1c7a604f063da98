import type { Document } from '../../shared/model/document.ts';
import { findById } from '../../shared/model/document.ts';
import type { View } from '../../shared/model/view.ts';

/** The line under a view that says where its figures are from: its own, else its table's. '' where neither says. */
export function viewSource(view: View, document: Document): string {
  const line = view.source ?? findById(document.tables, view.query.table)?.sourceLine ?? '';
  return line === '' || /^source/i.test(line) ? line : `Source: ${line}`;
}
