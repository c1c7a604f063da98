import { formulaColumns } from '../../../shared/formulas/formula.ts';
import { formulaProblem } from '../../../shared/formulas/formulaProblem.ts';
import { parseFormula } from '../../../shared/formulas/parseFormula.ts';
import type { Column, NumberFormat } from '../../../shared/model/table.ts';
import { identifier } from '../../engine/engine.ts';
import { formulaSql } from '../../engine/formulas/formulaSql.ts';
import { columnId } from '../columnIds.ts';
import { numberExpression } from './numberExpression.ts';
import { columnNamed, counted, defineStep, type StepContext, type StepOf } from './step.ts';
import { storedState } from './storedState.ts';

const CELLS_SHOWN = 100;
const DECIMALS_SEEN = 20_000;

/** A new last column, worked out of the others of its row. What gives no figure although its columns are filled is told. */
export const computedColumn = defineStep({
  step: 'computedColumn',
  async apply(state, step, context) {
    const formula = parseFormula(step.formula);
    const made = formulaSql(formula, {
      column: ({ name, table, at }) => {
        if (table === undefined) return columnNamed(state, name, 'computed column');
        throw formulaProblem(
          'types',
          `[${table}].[${name}] is of another table.`,
          'Look it up with the step Look up.',
          at,
        );
      },
      textAsNumber: (sql) => numberExpression(sql, '.'),
      fiscalYearStart: context.fiscalYearStart,
    });
    if (made.type === 'period')
      throw formulaProblem(
        'types',
        'The formula gives a period.',
        'Work out a number, a text, or true or false.',
        0,
      );
    const id = columnId(step.to, new Set(state.columns.map((column) => column.id)));
    const own = identifier(id);
    const column = described(step, id, made.type);
    const columns = [...state.columns, column];
    // A power may leave the numbers; what is no number is missing.
    const value =
      made.type === 'number' ? `CASE WHEN isfinite(_made) THEN _made END AS ${own}` : `_made AS ${own}`;
    const kept = await storedState(
      {
        sql: `SELECT _line, ${[...state.columns.map((column) => identifier(column.id)), value].join(', ')} FROM (SELECT *, ${made.sql} AS _made FROM (${state.sql}))`,
        columns,
      },
      context,
    );
    const used = formulaColumns(formula).map((name) => columnNamed(state, name, 'computed column').id);
    const filled = used.map((one) => `nullif(trim(CAST(${identifier(one)} AS VARCHAR)), '') IS NOT NULL`);
    const nothing = await context.rows(
      `SELECT _line, concat_ws(', ', ${used.map((one) => `CAST(${identifier(one)} AS VARCHAR)`).join(', ') || "''"}), count(*) OVER () FROM (${kept.sql}) WHERE ${[`${own} IS NULL`, ...filled].join(' AND ')} LIMIT ${CELLS_SHOWN}`,
    );
    const [first] = made.type === 'number' ? nothing : [];
    const file = context.fileName;
    if (first)
      context.note({
        code: 'import.formula-gap',
        weight: 'note',
        title: 'The formula gives nothing',
        text: `${step.to} = ${step.formula} is missing in these rows, although ${used.length === 1 ? 'its column is' : 'its columns are'} filled: a division by zero, or a text that is no number.`,
        count: Number(first[2]),
        place: { file, line: Number(first[0]), column: step.to },
        cells: nothing.map(([line, text]) => ({
          place: { file, line: Number(line), column: step.to },
          text: String(text),
        })),
      });
    const shown =
      made.type === 'number' ? { ...column, format: await formatOf(own, kept.sql, context) } : column;
    return {
      ...kept,
      columns: [...state.columns, shown],
      words: {
        title: 'Computed column',
        words: `${step.to} = ${step.formula.replace(/^\s*=\s*/, '')}`,
        count: first ? `${counted(Number(first[2]), 'row')} empty` : '',
      },
    };
  },
});

/** As many decimals as the figures need, three at most. */
async function formatOf(own: string, from: string, context: StepContext): Promise<NumberFormat> {
  const [[decimals = 0] = []] = await context.rows(
    `SELECT max(length(regexp_extract(CAST(round(${own}, 3) AS VARCHAR), '\\.([0-9]*[1-9])0*$', 1))) FROM (SELECT ${own} FROM (${from}) LIMIT ${DECIMALS_SEEN})`,
  );
  return { decimals: Math.min(3, Number(decimals ?? 0)), thousands: true, signed: false };
}

function described(
  { to, formula, unit }: StepOf<'computedColumn'>,
  id: string,
  type: 'number' | 'text' | 'boolean',
): Column {
  const derived = formula.replace(/^\s*=\s*/, '');
  if (type === 'number') return { id, name: to, type, role: 'measure', ...(unit && { unit }), derived };
  return type === 'text'
    ? { id, name: to, type: 'category', role: 'dimension', derived }
    : { id, name: to, type, role: 'dimension', derived };
}
