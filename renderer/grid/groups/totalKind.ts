import type { TotalKind } from '../../../shared/contract/tables.ts';
import type { Column } from '../../../shared/model/table.ts';

/** What the totals row says of a column where nothing was chosen: sums of what adds up, else the average. */
export function totalKind(
  { id, type, nature }: Column,
  chosen: Readonly<Record<string, TotalKind>>,
): TotalKind {
  if (type !== 'number') return 'none';
  return chosen[id] ?? (nature === undefined || nature === 'flow' ? 'sum' : 'average');
}
