import type { Draft } from 'immer';
import { cellKey } from '../../shared/model/cellKey.ts';
import type { Table } from '../../shared/model/table.ts';
import { periodText } from '../../shared/periods/periodText.ts';
import type { CellValue, RowEffect, StoredColumn } from '../project/rowEffects.ts';

/** A document is read whole when a project opens: beyond this an edit is counted, not remembered. */
const MOST = 10_000;

export interface ChangedCell {
  row: number;
  column: StoredColumn;
  value: CellValue;
}

/**
 * Keeps what the file said of cells that are changed by hand, for the day when a newer file comes; a cell that says it again is forgotten.
 * `before` are the before-images that the change took.
 */
export function rememberEdits(
  table: Draft<Table>,
  cells: readonly ChangedCell[],
  before: readonly RowEffect[],
  time: string,
): void {
  if (table.source === undefined) return;
  const old = before.flatMap((effect) =>
    effect.kind === 'setCells' && effect.table === table.id ? effect.cells : [],
  );
  const was = new Map(old.map(({ row, column, value }) => [cellKey(row, column.id), kept(value, column)]));
  const edits = table.handEdits ?? {};
  const times = table.handEditedAt ?? {};
  let count = Object.keys(edits).length;
  let forgotten = 0;
  for (const { row, column, value } of cells) {
    const key = cellKey(row, column.id);
    const now = kept(value, column);
    if (Object.hasOwn(edits, key)) {
      if (edits[key] !== now) {
        times[key] = time;
        continue;
      }
      delete edits[key];
      delete times[key];
      count--;
    } else if (!was.has(key) || count >= MOST) forgotten++;
    else if (was.get(key) !== now) {
      edits[key] = was.get(key) ?? null;
      times[key] = time;
      count++;
    }
  }
  if (count > 0) {
    table.handEdits = edits;
    table.handEditedAt = times;
  } else {
    delete table.handEdits;
    delete table.handEditedAt;
  }
  if (forgotten > 0) table.handEditsForgotten = (table.handEditsForgotten ?? 0) + forgotten;
}

function kept(value: CellValue, { type }: StoredColumn): CellValue {
  return type === 'period' && typeof value === 'number' ? periodText(value) : value;
}
