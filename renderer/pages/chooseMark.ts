import type { ChartData } from '../../shared/charts/chart.ts';
import type { View } from '../../shared/model/view.ts';
import type { Clause, Selection } from '../../shared/views/query.ts';

/** How a mark was chosen: Ctrl adds or takes away, Shift extends to it. */
export interface Choice {
  readonly add: boolean;
  readonly extend: boolean;
}

/**
 * The page's selection after a mark of `view` was chosen. A plain click selects that mark alone, or clears where it was alone already;
 * a click on the empty part (null) clears what this view selects.
 */
export function chooseMark(
  selection: Selection,
  view: View,
  data: ChartData,
  index: number | null,
  how: Choice,
): Selection {
  const key = view.query.keys[0];
  const others = selection.filter((clause) => clause.view !== view.id);
  const chosen = index === null ? undefined : data.categories[index]?.key;
  if (!key || index === null || chosen === undefined) return others;
  const own = selection.find((clause) => clause.view === view.id && clause.column === key.column);
  const before = own ? keysOf(own, data) : [];
  const clause = (values: string[]): Selection =>
    values.length === 0 ? others : [...others, { ...clauseOf(view), values }];
  if (how.extend && before.length > 0) {
    const places = before
      .map((value) => data.categories.findIndex((item) => item.key === value))
      .filter((at) => at >= 0);
    const from = Math.min(...places, index);
    const to = Math.max(...places, index);
    return data.time
      ? withRange(selection, view, data, { from, to })
      : clause(data.categories.slice(from, to + 1).map((item) => item.key));
  }
  if (how.add)
    return clause(before.includes(chosen) ? before.filter((value) => value !== chosen) : [...before, chosen]);
  return before.length === 1 && before[0] === chosen ? others : clause([chosen]);
}

/** The page's selection with this range of the view's time axis; null takes it away. The whole axis selects nothing. */
export function withRange(
  selection: Selection,
  view: View,
  data: ChartData,
  range: { from: number; to: number } | null,
): Selection {
  const others = selection.filter((clause) => clause.view !== view.id);
  const from = range && data.categories[range.from]?.key;
  const to = range && data.categories[range.to]?.key;
  if (!range || !from || !to || (range.from === 0 && range.to === data.categories.length - 1)) return others;
  return [...others, { ...clauseOf(view), range: { from, to } }];
}

function clauseOf(view: View): Clause {
  const key = view.query.keys[0];
  return {
    view: view.id,
    table: view.query.table,
    column: key?.column ?? '',
    ...(key?.level && { level: key.level }),
  };
}

/** The marks that a clause holds, in order of the axis. */
function keysOf(clause: Clause, data: ChartData): string[] {
  if (clause.values) return clause.values;
  const first = data.categories.findIndex(({ key }) => key === clause.range?.from);
  const last = data.categories.findIndex(({ key }) => key === clause.range?.to);
  return first === -1 || last === -1 ? [] : data.categories.slice(first, last + 1).map(({ key }) => key);
}
