import { type FunctionName, formulaFunctions } from '../../../shared/formulas/formulaFunctions.ts';
import { bracketed } from '../../../shared/formulas/renameInFormula.ts';
import { columnLabel, type Table } from '../../../shared/model/table.ts';

export interface Completion {
  /** What is put in the place of what was typed. */
  text: string;
  /** As it is listed. */
  label: string;
  kind: 'column' | 'function' | 'elsewhere';
  /** The table that a column is of, where it is another one. */
  aside?: string;
}

/** The part of a formula that is being typed: a name in brackets that is not closed, or a word. */
export interface Typed {
  from: number;
  to: number;
  text: string;
}

const MOST_SHOWN = 8;

export function typedAt(formula: string, caret: number): Typed | null {
  const before = formula.slice(0, caret);
  const found = /(?:\[[^\]]*|[\p{L}_][\p{L}\p{M}\p{N}_]*)$/u.exec(before);
  // Within a text nothing is completed.
  if (!found || (before.match(/"/g)?.length ?? 0) % 2 === 1) return null;
  return { from: found.index, to: caret, text: found[0] };
}

/** What may stand where one types: columns of the table first, then functions, then columns of other tables. */
export function completions({ text }: Typed, table: Table, tables: readonly Table[]): Completion[] {
  const isColumn = text.startsWith('[');
  const wanted = text.replace(/^\[/, '').trim().toLowerCase();
  const fits = (name: string) => name.toLowerCase().includes(wanted);
  const starts = ({ label }: Completion) => (label.toLowerCase().startsWith(wanted) ? 0 : 1);
  const own = table.columns.map((column): Completion => {
    const label = columnLabel(column);
    return { text: bracketed(label), label, kind: 'column' };
  });
  const functions = isColumn
    ? []
    : (Object.keys(formulaFunctions) as FunctionName[]).map(
        (name): Completion => ({ text: `${name}(`, label: name, kind: 'function' }),
      );
  const elsewhere = tables
    .filter(({ id }) => id !== table.id)
    .flatMap(({ title, columns }) =>
      columns.map((column): Completion => {
        const label = columnLabel(column);
        return { text: `${bracketed(title)}.${bracketed(label)}`, label, kind: 'elsewhere', aside: title };
      }),
    )
    .filter(({ label, aside = '' }) => wanted !== '' && (fits(label) || fits(aside)));
  const near = [...own, ...functions].filter(({ label }) => fits(label));
  return [...near.toSorted((a, b) => starts(a) - starts(b)), ...elsewhere].slice(0, MOST_SHOWN);
}
