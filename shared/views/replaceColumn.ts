import type { Id } from '../model/ids.ts';
import type { View } from '../model/view.ts';

/** A view's query and what it selects by, with another column in the place of one; `null` takes it out of keys and filters. */
export function replaceColumn({ query }: Pick<View, 'query'>, from: Id, to: Id | null): View['query'] {
  const { measure, keys, where } = query;
  const other = <T extends { column: Id }>(part: T): T[] =>
    part.column !== from ? [part] : to === null ? [] : [{ ...part, column: to }];
  return {
    ...query,
    measure: measure.column === from && to !== null ? { ...measure, column: to } : measure,
    keys: keys.flatMap(other),
    where: where.flatMap(other),
  };
}

/** The columns that a view asks for and its table does not have. */
export function missingColumns({ query }: Pick<View, 'query'>, columns: readonly { id: Id }[]): Id[] {
  const asked = [query.measure, ...query.keys, ...query.where].map(({ column }) => column);
  return [...new Set(asked)].filter((id) => !columns.some((column) => column.id === id));
}
