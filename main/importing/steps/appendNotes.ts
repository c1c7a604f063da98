import type { ImportNote } from '../../../shared/contract/importing.ts';
import { type Column, columnLabel } from '../../../shared/model/table.ts';
import { counted, type ProjectRows } from './step.ts';
import type { UnionColumn } from './unionColumns.ts';

/** The columns that not every table has. */
export function columnNote(
  union: readonly UnionColumn[],
  parts: readonly ProjectRows[],
): ImportNote | undefined {
  const partial = union.flatMap(({ from }) => {
    const first = from.find((column) => column !== undefined);
    if (!first || from.every((column) => column)) return [];
    const having = titles(parts, (at) => from[at] !== undefined);
    const lacking = titles(parts, (at) => from[at] === undefined);
    return [
      {
        place: { table: having[0] ?? '', column: first.name },
        text: `"${columnLabel(first)}" is only in ${having.join(', ')}; empty in the rows of ${lacking.join(', ')}`,
      },
    ];
  });
  if (partial.length === 0) return undefined;
  return {
    code: 'combine.partial-columns',
    weight: 'decide',
    title: 'Columns that not every table has',
    text: `${partial
      .slice(0, 3)
      .map(({ text }) => text)
      .join('. ')}${partial.length > 3 ? ` and ${counted(partial.length - 3, 'more column')}` : ''}.`,
    count: partial.length,
    ...(partial[0] && { place: partial[0].place }),
    cells: partial.slice(0, 100),
  };
}

/** Columns of different names that were taken for one. */
export function roleNote(
  union: readonly UnionColumn[],
  parts: readonly ProjectRows[],
): ImportNote | undefined {
  const matched = union.filter(({ byRole }) => byRole);
  if (matched.length === 0) return undefined;
  const words = matched.map(({ from }) =>
    from
      .flatMap((column, at) => (column ? [`"${columnLabel(column)}" of ${parts[at]?.table.title}`] : []))
      .join(' and '),
  );
  return {
    code: 'combine.matched-by-role',
    weight: 'note',
    title: 'Columns taken for one by what they are for',
    text: `${words.join('; ')}.`,
    count: matched.length,
  };
}

/** Columns whose types, or ways of adding up, differed. */
export function typeNote(
  made: readonly { column: Column; of: UnionColumn }[],
  parts: readonly ProjectRows[],
): ImportNote | undefined {
  const cells = made.flatMap(({ column, of }) => {
    const known = of.from.filter((one) => one !== undefined);
    const types = new Set(known.map((one) => (one.type === 'category' ? 'text' : one.type)));
    const natures = new Set(known.map((one) => one.nature ?? 'not said'));
    const texts = [
      ...(types.size > 1
        ? [`"${columnLabel(column)}" is ${[...types].join(' and ')}: kept as ${column.type}`]
        : []),
      ...(natures.size > 1 && column.nature === 'rate'
        ? [`"${columnLabel(column)}" is ${[...natures].join(' and ')}: kept as figures that are not added up`]
        : []),
    ];
    return texts.map((text) => ({
      place: { table: parts[0]?.table.title ?? '', column: column.name },
      text,
    }));
  });
  if (cells.length === 0) return undefined;
  return {
    code: 'combine.types-reconciled',
    weight: 'decide',
    title: 'Columns that the tables hold differently',
    text: `${cells.map(({ text }) => text).join('. ')}.`,
    count: cells.length,
    cells,
  };
}

function titles(parts: readonly ProjectRows[], which: (at: number) => boolean): string[] {
  return parts.filter((_, at) => which(at)).map(({ table }) => table.title);
}
