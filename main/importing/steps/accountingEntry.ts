import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { entryOf } from '../detection/entryOf.ts';
import { addedColumn } from './addedColumn.ts';
import { columnNamed, counted, defineStep } from './step.ts';
import { textLookup } from './textLookup.ts';

const ENTRY = {
  type: 'category',
  role: 'dimension',
  concept: 'ACCOUNTING_ENTRY',
  labels: { credit: 'Credit', debit: 'Debit', net: 'Net' },
  order: ['credit', 'debit', 'net'],
} satisfies Partial<Column>;

/** Credit, debit and net out of the labels, into a column of their own; labels that say nothing of it stay as they are. */
export const accountingEntry = defineStep({
  step: 'accountingEntry',
  async apply(state, step, context) {
    const column = columnNamed(state, step.column, 'accounting entry');
    const same = step.to === step.column;
    const { column: entry, columns } = same
      ? { column, columns: state.columns }
      : addedColumn(state, step.to, column);
    const cell = `t.${identifier(column.id)}`;
    const texts = await context.rows(`SELECT DISTINCT ${cell} FROM (${state.sql}) t WHERE ${cell} <> ''`);
    const all = texts.map(([text]) => ({ text: String(text), found: entryOf(String(text)) }));
    const read = all.flatMap(({ found }) => found ?? []);
    const lookup = (of: 'entry' | 'label') =>
      textLookup(
        all.flatMap(({ text, found }) => (found ? [[text, literal(found[of])] as const] : [])),
        'VARCHAR',
      );
    const [entryIn, labelIn] = [lookup('entry'), lookup('label')];
    const fields = columns.map((one) => {
      const id = identifier(one.id);
      if (one === entry) return `${entryIn(cell)} AS ${id}`;
      return one === column ? `coalesce(${labelIn(cell)}, ${cell}) AS ${id}` : `t.${id}`;
    });
    const kinds = new Set(read.map((one) => one.entry));
    return {
      sql: `SELECT t._line, ${fields.join(', ')} FROM (${state.sql}) t`,
      columns: columns.map((one) => (one === entry ? { ...one, ...ENTRY } : one)),
      words: {
        title: 'Credit and debit',
        words: `${[...kinds].sort().join(', ')} from ${step.column} into ${step.to}`,
        count: counted(read.length, 'label'),
      },
    };
  },
});
