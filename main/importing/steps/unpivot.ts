import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { columnId } from '../columnIds.ts';
import { columnNamed, counted, defineStep } from './step.ts';

/** Wide to long. Rows keep their line, and within it the order of the columns. Every cell becomes a row, empty ones too. */
export const unpivot = defineStep({
  step: 'unpivot',
  apply(state, step) {
    const wide = step.columns.map((name) => columnNamed(state, name, 'unpivot'));
    const gone = new Set(wide.map((column) => column.id));
    const kept = state.columns.filter(({ id }) => !gone.has(id));
    const taken = new Set(kept.map(({ id }) => id));
    const nameId = columnId(step.nameTo, taken);
    taken.add(nameId);
    const valueId = columnId(step.valueTo, taken);
    const names: Column = { id: nameId, name: step.nameTo, type: 'text', role: 'note' };
    const values: Column = { id: valueId, name: step.valueTo, type: 'text', role: 'note' };
    const columns = [...kept, names, values];
    const list = wide.map((column) => literal(column.name)).join(', ');
    const cells = wide.map(({ id }) => identifier(id)).join(', ');
    return {
      sql: `SELECT _line, ${columns.map(({ id }) => identifier(id)).join(', ')} FROM (SELECT _line, ${kept.map(({ id }) => `${identifier(id)}, `).join('')}unnest([${list}]) AS ${identifier(nameId)}, unnest([${cells}]) AS ${identifier(valueId)} FROM (${state.sql}))`,
      columns,
      words: {
        title: 'Columns to rows',
        words: `${wide[0]?.name} to ${wide.at(-1)?.name}, into ${step.nameTo} and ${step.valueTo}`,
        count: counted(wide.length, 'column'),
      },
    };
  },
});
