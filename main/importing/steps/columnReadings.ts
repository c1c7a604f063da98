import type { Column } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { matchClassification } from '../classify.ts';
import { missingTest, reportRefused } from './cellNotes.ts';
import { type ColumnReading, type ReadColumn, wordsOf } from './columnReading.ts';
import { readNumber } from './readNumber.ts';
import { readPeriod } from './readPeriod.ts';
import { counted, type StepOf } from './step.ts';

const MOST_KINDS = 2000;

const boolean: ReadColumn = ({ from, cell, step, base }, context) => {
  const value = `CASE WHEN lower(trim(${cell})) IN ('true', 'yes', 'y', 't', '1') THEN true WHEN lower(trim(${cell})) IN ('false', 'no', 'n', 'f', '0') THEN false END`;
  const missing = missingTest(cell, step.missing);
  return {
    expression: `CASE WHEN ${missing} THEN NULL ELSE ${value} END`,
    async finish({ empty }) {
      const refused = empty
        ? await reportRefused(from, cell, `NOT ${missing} AND (${value}) IS NULL`, step, 'yes or no', context)
        : 0;
      return { column: base, words: wordsOf(step, step.column, `${refused} refused`) };
    },
  };
};

const category: ReadColumn = ({ cell, step, base }, context) => ({
  // Without marks the shorter form says the same, and copies each text once.
  expression: step.missing.some((mark) => mark !== '')
    ? textExpression(`trim(${cell})`, cell, step)
    : `nullif(trim(${cell}), '')`,
  async finish({ table, id }) {
    const rows = await context.rows(
      `SELECT ${id}, count(*) FROM ${table} WHERE ${id} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT ${MOST_KINDS}`,
    );
    const known =
      step.role === 'dimension'
        ? matchClassification(
            rows.map(([text]) => String(text)),
            step.column,
          )
        : null;
    const words =
      step.role === 'vintage'
        ? `${step.column}, keep every release`
        : known
          ? `${step.column}, ${known.matched} codes to names`
          : step.column;
    const noun = step.role === 'dimension' ? 'item' : 'kind';
    const count = rows.length === MOST_KINDS ? 'over 2,000 kinds' : counted(rows.length, noun);
    const column = {
      ...base,
      ...known?.column,
      ...scaleLabels(step, rows),
      ...(step.parents && { parents: step.parents }),
    };
    return { column, words: wordsOf(step, words, count) };
  },
});

const text: ReadColumn = ({ cell, step, base }) => ({
  expression: textExpression(cell, cell, step),
  finish: async () => ({ column: base, words: wordsOf(step, step.column, '') }),
});

export const readColumn: Record<StepOf<'setColumn'>['type'], ReadColumn> = {
  category,
  number: readNumber,
  period: readPeriod,
  text,
  boolean,
};

/** A column of multipliers (UNIT_MULT 0, 3, 6, 9) in words. */
function scaleLabels(
  { role }: StepOf<'setColumn'>,
  rows: readonly (readonly unknown[])[],
): Pick<Column, 'labels'> {
  const names: Record<string, string> = {
    0: 'units',
    3: 'thousand',
    6: 'million',
    9: 'billion',
    12: 'trillion',
  };
  const codes = rows.map(([text]) => String(text));
  if (role !== 'unit' || codes.length === 0 || !codes.every((code) => Object.hasOwn(names, code))) return {};
  return { labels: Object.fromEntries(codes.map((code) => [code, names[code] ?? code])) };
}

/** A column that has its type already (a table built from others): what is known of it changes, its values do not. */
export function keepColumn(step: StepOf<'setColumn'>, column: Column): ColumnReading {
  return {
    expression: `t.${identifier(column.id)}`,
    finish: async () => ({
      column: { ...column, ...withParents(column.parents, step) },
      words: wordsOf(step, column.name, ''),
    }),
  };
}

/** What the recipe says of wholes and parts goes before what a code list says. */
function withParents(known: Column['parents'], { parents }: StepOf<'setColumn'>): Pick<Column, 'parents'> {
  return parents ? { parents: { ...known, ...parents } } : {};
}

function textExpression(value: string, cell: string, { missing }: StepOf<'setColumn'>): string {
  return `CASE WHEN ${missingTest(cell, missing)} THEN NULL ELSE ${value} END`;
}
