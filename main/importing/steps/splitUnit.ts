import { identifier, literal } from '../../engine/engine.ts';
import { unitOfTitle, unitWithin } from '../detection/unitWords.ts';
import { addedColumn } from './addedColumn.ts';
import { columnNamed, counted, defineStep } from './step.ts';
import { textLookup } from './textLookup.ts';

/** The unit that each cell or label names, as a column. A cell that names none has none. */
export const splitUnit = defineStep({
  step: 'splitUnit',
  async apply(state, step, context) {
    const column = columnNamed(state, step.column, 'split unit');
    const { column: unit, columns, isNew } = addedColumn(state, step.to, column);
    const [cell, to] = [`t.${identifier(column.id)}`, identifier(unit.id)];
    // Of a figure only its letters and currency marks count.
    const said =
      step.from === 'labels'
        ? cell
        : `trim(regexp_replace(${cell}, '[\\p{Nd}.,()+\\x{2212}\\s-]+', ' ', 'g'))`;
    const texts = await context.rows(`SELECT DISTINCT ${said} FROM (${state.sql}) t WHERE ${said} <> ''`);
    // A code's unit stands in its name.
    const read = (text: string) =>
      step.from === 'labels' ? unitOfTitle(column.labels?.[text] ?? text) : unitWithin(text);
    const pairs = texts.map(([text]) => [String(text), read(String(text)) ?? null] as const);
    const unitOf = textLookup(
      pairs.flatMap(([text, found]) => (found === null ? [] : [[text, literal(found)] as const])),
      'VARCHAR',
    );
    const found = unitOf(said);
    const fields = columns.map((one) => {
      const id = identifier(one.id);
      if (one !== unit) return `t.${id}`;
      return `${isNew ? found : `coalesce(${found}, t.${id})`} AS ${to}`;
    });
    return {
      sql: `SELECT t._line, ${fields.join(', ')} FROM (${state.sql}) t`,
      columns,
      words: {
        title: 'Unit',
        words: `from the ${step.from} of ${step.column} into ${step.to}`,
        count: counted(new Set(pairs.flatMap(([, unitName]) => unitName ?? [])).size, 'unit'),
      },
    };
  },
});
