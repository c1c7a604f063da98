import { Problem } from '../../../shared/contract/problem.ts';
import { type Column, columnLabel } from '../../../shared/model/table.ts';
import { columnId } from '../columnIds.ts';
import type { ProjectRows, StepContext } from './step.ts';
import type { UnionColumn } from './unionColumns.ts';

interface Made {
  column: Column;
  of: UnionColumn;
}

/** What was done so that figures in two units never stand in one column unsaid. */
export interface Units {
  /** A new column that holds the unit of each row. */
  added?: Column;
  /** The tables' own column of units, which is filled where a table has none. */
  into?: Column;
}

/**
 * Figures whose units differ get them in a column of units, by which views keep them apart.
 * Problem `combine.units-differ` where a table has two figures of different units: one column cannot tell of both.
 */
export function reconcileUnits(
  made: readonly Made[],
  parts: readonly ProjectRows[],
  ids: Set<string>,
  context: StepContext,
): Units {
  const mixed = made.filter(({ of }) => differs(of));
  if (mixed.length === 0) return {};
  const own = made.find(({ column }) => column.role === 'unit')?.column;
  for (const [at, { table }] of parts.entries()) {
    const units = new Set(mixed.flatMap(({ of }) => of.from[at]?.unit ?? []));
    if (units.size > 1)
      throw new Problem({
        code: 'combine.units-differ',
        message: `The units of ${mixed.map(({ column }) => `"${columnLabel(column)}"`).join(' and ')} differ between the tables, and within "${table.title}" as well (${[...units].join(', ')}).`,
        remedy: 'Give the columns of one name one unit in their tables, and append then.',
        place: { table: table.title },
      });
  }
  const words = mixed.map(({ column, of }) => {
    const each = of.from.flatMap((one, at) =>
      one ? [`${one.unit ?? 'none'} in ${parts[at]?.table.title}`] : [],
    );
    return `"${columnLabel(column)}" is in ${each.join(', ')}`;
  });
  for (const { column } of mixed) delete column.unit;
  context.note({
    code: 'combine.units-differ',
    weight: 'decide',
    title: 'Figures in different units',
    text: `${words.join('. ')}. The column "${own ? columnLabel(own) : 'unit'}" tells them apart; they are never added up across it.`,
    count: mixed.length,
  });
  if (own) return { into: own };
  const id = columnId('unit', ids);
  ids.add(id);
  return {
    added: { id, name: 'unit', type: 'category', role: 'unit', derived: 'the unit in the table of each row' },
  };
}

/** The unit in which a table's figures are that need one said. */
export function unitOf(made: readonly Made[], at: number): string | undefined {
  return made.filter(({ of }) => differs(of)).flatMap(({ of }) => of.from[at]?.unit ?? [])[0];
}

function differs({ from }: UnionColumn): boolean {
  const known = from.filter((column) => column !== undefined && column.role === 'measure');
  return new Set(known.map((column) => column?.unit ?? '')).size > 1;
}
