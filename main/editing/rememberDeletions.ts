import type { Draft } from 'immer';
import type { Table } from '../../shared/model/table.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import { columnOfRole } from '../../shared/views/columns.ts';
import { keyColumns } from '../../shared/views/vintageSql.ts';
import type { CellValue, RowEffect } from '../project/rowEffects.ts';

/** A document is read whole when a project opens: beyond this a deletion is counted, not remembered. */
const MOST = 10_000;

/**
 * Keeps the keys of imported rows that are deleted by hand, as their file said them, so that a newer file does not bring them back unasked.
 * `before` are the before-images that the change took.
 */
export function rememberDeletions(table: Draft<Table>, count: number, before: readonly RowEffect[]): void {
  if (table.source === undefined) return;
  const keys = keyColumns(table);
  const vintage = columnOfRole(table, 'vintage');
  if (keys.length === 0) return;
  const columns = vintage ? [...keys, vintage] : keys;
  const kept = table.handDeleted ?? [];
  let forgotten = 0;
  for (const effect of before) {
    // Too many to be looked at one by one.
    if (effect.kind === 'putBlob') forgotten += count;
    if (effect.kind !== 'putRows') continue;
    for (const { id, line, cells } of effect.rows) {
      // What was typed in is in no file.
      if (line === null) continue;
      if (kept.length >= MOST) {
        forgotten++;
        continue;
      }
      const said = columns.map(({ id: column, type }): [string, CellValue] => {
        const edit = `${id}:${column}`;
        const edits = table.handEdits ?? {};
        if (Object.hasOwn(edits, edit)) return [column, edits[edit] ?? null];
        const cell = cells[column] ?? null;
        return [column, type === 'period' && typeof cell === 'number' ? periodText(cell) : cell];
      });
      kept.push(Object.fromEntries(said));
    }
  }
  if (kept.length > 0) table.handDeleted = kept;
  if (forgotten > 0) table.handDeletedForgotten = (table.handDeletedForgotten ?? 0) + forgotten;
}
