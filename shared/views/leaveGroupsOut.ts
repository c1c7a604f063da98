import { codeLabel, columnLabel, type Table } from '../model/table.ts';
import { columnOf } from './columns.ts';
import type { Mark } from './marks.ts';
import type { QuerySpec } from './query.ts';

/** Whether groups (the world, a region) must be kept out of what the query ranks or shares out. */
export function ranksGroups(spec: Pick<QuerySpec, 'keys' | 'sort' | 'as' | 'top'>, table: Table): boolean {
  const ranks = spec.sort === 'largest' || spec.sort === 'smallest' || spec.top !== undefined;
  return (
    (ranks || spec.as === 'shareOfTotal') &&
    spec.keys.some(({ column }) => (columnOf(table, column).groups ?? []).length > 0)
  );
}

/** The marks that are ranked or shared out, and in words what was left out: groups, wherever single ones stand beside them. */
export function leaveGroupsOut(
  spec: QuerySpec,
  table: Table,
  marks: readonly Mark[],
): { marks: readonly Mark[]; note?: string } {
  if (!ranksGroups(spec, table)) return { marks };
  let kept = marks;
  const out: string[] = [];
  spec.keys.forEach(({ column: id }, i) => {
    const column = columnOf(table, id);
    const groups = new Set(column.groups);
    const isGroup = (mark: Mark) => groups.has(String(mark.keys[i]));
    if (!kept.some(isGroup) || kept.every(isGroup)) return;
    const names = new Set(kept.filter(isGroup).map((mark) => codeLabel(column, String(mark.keys[i]))));
    const [first = ''] = names;
    out.push(
      `${names.size === 1 ? `${first} is` : `${names.size} groups are`} not ranked with single ${columnLabel(column)}`,
    );
    kept = kept.filter((mark) => !isGroup(mark));
  });
  return out.length === 0 ? { marks } : { marks: kept, note: out.join('; ') };
}
