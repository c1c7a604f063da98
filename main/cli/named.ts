import { Problem } from '../../shared/contract/problem.ts';

/** The one of that title or id, whatever the case of the title; a Problem that lists what there is. */
export function named<T extends { id: string; title: string }>(
  list: readonly T[],
  name: string,
  kind: 'table' | 'view' | 'deck',
): T {
  const found =
    list.find(({ title }) => title === name) ??
    list.find(({ id }) => id === name) ??
    list.find(({ title }) => title.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new Problem({
    code: `cli.no-${kind}`,
    message: `There is no ${kind} "${name}".`,
    remedy:
      list.length === 0
        ? `The project has no ${kind}.`
        : `There is: ${list.map(({ title }) => `"${title}"`).join(', ')}.`,
  });
}
