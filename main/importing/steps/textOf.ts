import { Problem } from '../../../shared/contract/problem.ts';
import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';

/** The text of a column's cells as SQL. Periods have become codes by then: Problem `import.step-after-type`. */
export function textOf(column: Column, step: string): string {
  const id = identifier(column.id);
  if (column.type === 'period')
    throw new Problem({
      code: 'import.step-after-type',
      message: `The step "${step}" works on texts, and "${column.name}" has been read as periods already.`,
      remedy: 'Move the step above the one that reads the periods.',
      place: { column: column.name },
    });
  return column.type === 'number' || column.type === 'boolean' ? `CAST(${id} AS VARCHAR)` : id;
}

/** A column as it is before it has a type. */
export function textColumn(id: string, name: string): Column {
  return { id, name, type: 'text', role: 'note' };
}
