import type { History } from '../../project/history.ts';
import type { RowEffect } from '../../project/rowEffects.ts';

/** Which columns of a table changed since the history stood at a step, or that rows came, went or changed as a whole. */
export function changedSince(
  history: History | undefined,
  step: number,
  table: string,
): ReadonlySet<string> | 'rows' {
  if (!history) return 'rows';
  const { back, forth } = history.path(step, history.at);
  const effects: RowEffect[] = [
    ...back.flatMap(({ inverseEffects }) => inverseEffects),
    ...forth.flatMap((done) => done.effects),
  ];
  const columns = new Set<string>();
  for (const effect of effects) {
    if (effect.table !== table) continue;
    if (effect.kind !== 'setCells') return 'rows';
    for (const { column } of effect.cells) columns.add(column.id);
  }
  return columns;
}
